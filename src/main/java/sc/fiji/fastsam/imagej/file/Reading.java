package sc.fiji.fastsam.imagej.file;

import java.io.IOException;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.MemoryNeed;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneCounts;

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

    /** Bytes a pixel of what a plane becomes: values for the network, labels as floats. */
    private static final int MADE = 16;

    /** Bytes of a value between 0 and 1, and of a pixel of a picture. */
    private static final int VALUE = 4;

    /** Bytes of tiles, raw results and all else that does not grow with the image. */
    private static final double FIXED = 64 << 20;

    /** Whole where the pixels take at most half of the memory. */
    static Reading ofPlanes(ImageLayout layout, double memory) {
        boolean many = layout.planes().total() > 1;
        return many && !MemoryNeed.holdsStack(layout.bytes(), memory) ? BY_PLANES : WHOLE;
    }

    /**
     * In parts where a plane and what segmenting makes of it would not fit, by planes where all of
     * them and their labels would not.
     */
    static Reading ofAnySize(ImageLayout layout, double memory) {
        boolean fits = MemoryNeed.holdsPlane(layout.size(), bytesToSegment(layout), memory);
        return !fits ? IN_PARTS : isSmall(layout, memory) ? WHOLE : BY_PLANES;
    }

    /** True where all of it, and what segmenting makes of it, takes little of the memory. */
    static boolean isSmall(ImageLayout layout, double memory) {
        double bytes = bytesOfStack(layout) + bytesToSegment(layout);
        return MemoryNeed.holdsPlane(layout.size(), bytes, memory);
    }

    /** Pixels and labels of all planes, which are kept until files are written. */
    private static double bytesOfStack(ImageLayout layout) {
        PlaneCounts planes = layout.planes();
        double labels = (double) layout.size().area() * planes.slices() * planes.frames() * LABEL;
        return planes.total() > 1 ? layout.bytes() + labels : 0;
    }

    /**
     * What is taken at most while a plane is segmented whole and its results are written: pixels,
     * labels, what is made of them, and the picture, all at the same time.
     */
    static double bytesToSegment(ImageLayout layout) {
        double plane = layout.size().area();
        double picture = Math.min(PICTURE, plane);
        int values = VALUE * (layout.type() == PixelType.RGB ? 3 : 1);
        int kept = layout.type().bytesPerPixel() + LABEL;
        return FIXED + plane * (kept + MADE) + picture * (values + VALUE);
    }
}
