package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import sc.fiji.fastsam.io.LengthUnits;
import sc.fiji.fastsam.io.PixelSize;
import sc.fiji.fastsam.io.PlaneCounts;

/** What Zeiss' LSM files say in their tag: numbers of planes and voxel sizes. */
final class LsmInfo {

    private static final int BYTES = 64;
    private static final double UM_IN_M = 1e6;

    private LsmInfo() {}

    /** Slices and frames of the pages, whose samples are the channels. */
    static Declared declared(Page first, int pages) throws IOException {
        ByteBuffer info = info(first.ifd());
        int slices = Math.max(1, info.getInt(16));
        int frames = Math.max(1, info.getInt(24));
        int channels = first.samples().channels();
        if ((long) slices * frames != pages) {
            return Declared.slices(pages, first);
        }
        PlaneCounts counts = new PlaneCounts(channels, slices, frames);
        return new Declared(pages, counts, Declared.IMAGEJ_ORDER);
    }

    /** In micrometers; the tag holds meters. */
    static PixelSize pixelSize(Ifd ifd) throws IOException {
        ByteBuffer info = info(ifd);
        double width = info.getDouble(40) * UM_IN_M;
        double height = info.getDouble(48) * UM_IN_M;
        double depth = info.getDouble(56) * UM_IN_M;
        return PixelSize.isLength(width) && PixelSize.isLength(height)
                ? new PixelSize(
                        width,
                        height,
                        PixelSize.isLength(depth) ? depth : 1,
                        LengthUnits.MICROMETER)
                : PixelSize.NONE;
    }

    private static ByteBuffer info(Ifd ifd) throws IOException {
        byte[] bytes = ifd.bytes(Tags.LSM_INFO);
        if (bytes.length < BYTES) {
            throw Refusal.damaged(ifd.page(), "has an LSM tag of " + bytes.length + " bytes");
        }
        return ByteBuffer.wrap(bytes).order(ifd.input().order());
    }
}
