package sc.fiji.fastsam.imagej.file;

import java.io.IOException;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.MemoryNeed;
import sc.fiji.fastsam.io.PixelType;

/** What is in memory of an image at a time. */
enum Reading {
    /** All of it. */
    WHOLE,
    /** Planes while they are used. */
    BY_PLANES,
    /** Parts of planes while they are used. */
    IN_PARTS;

    /** Chooses by what an image consists of. */
    @FunctionalInterface
    interface Choice {
        /**
         * @throws IOException if the image is not to be read now
         */
        Reading of(ImageLayout layout) throws IOException;
    }

    /** Pixels of the overlay's picture. */
    private static final double PICTURE = 4096 * 4096;

    /** Bytes of a label: 32 bits where objects are many. */
    private static final int LABEL = 4;

    /** Bytes a pixel of a label image on its way to a file: an image of floats, a growing array. */
    private static final int LABEL_FILE = 16;

    /** Bytes of a value between 0 and 1, and of a pixel of a picture. */
    private static final int VALUE = 4;

    /** Bytes of tiles, raw results and all else that does not grow with the image. */
    private static final double FIXED = 64 << 20;

    /** Whole where that takes at most half of the memory. */
    static Reading ofPlanes(ImageLayout layout, double memory) {
        boolean many = layout.planes().total() > 1;
        return many && !MemoryNeed.holdsStack(layout.bytes(), memory) ? BY_PLANES : WHOLE;
    }

    /** In parts where a plane and what segmenting makes of it would not fit. */
    static Reading ofAnySize(ImageLayout layout, double memory) {
        boolean fits = MemoryNeed.holdsPlane(layout.size(), bytesToSegment(layout), memory);
        return fits ? ofPlanes(layout, memory) : IN_PARTS;
    }

    /** True where all of it, and what segmenting makes of a plane, takes little of the memory. */
    static boolean isSmall(ImageLayout layout, double memory) {
        double stack = layout.planes().total() > 1 ? layout.bytes() : 0;
        return MemoryNeed.holdsPlane(layout.size(), stack + bytesToSegment(layout), memory);
    }

    /**
     * What is taken at most while a plane is segmented whole and its results are written: pixels,
     * labels and their file, and the picture, all at the same time. Values of the whole plane take
     * less than the file.
     */
    static double bytesToSegment(ImageLayout layout) {
        double plane = layout.size().area();
        double picture = Math.min(PICTURE, plane);
        int values = VALUE * (layout.type() == PixelType.RGB ? 3 : 1);
        int kept = layout.type().bytesPerPixel() + LABEL;
        return FIXED + plane * (kept + LABEL_FILE) + picture * (values + VALUE);
    }
}
