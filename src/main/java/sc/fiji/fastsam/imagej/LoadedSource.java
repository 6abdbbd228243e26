package sc.fiji.fastsam.imagej;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/**
 * Planes of an image that is open in ImageJ, by region: what segmenting makes of a plane then takes
 * memory by tiles, the plane alone is in memory whole. Of a virtual stack the plane read last is
 * kept as long as this is.
 */
final class LoadedSource implements PlaneSource {

    private final ImagePlus image;
    private final ImageLayout layout;
    private int lastIndex;
    private ImageProcessor lastPlane;

    LoadedSource(ImagePlus image) {
        this.image = image;
        PixelType type =
                switch (image.getBitDepth()) {
                    case 8 -> PixelType.UINT8;
                    case 16 -> PixelType.UINT16;
                    case 24 -> PixelType.RGB;
                    default -> PixelType.FLOAT32;
                };
        this.layout =
                ImageLayout.of(new Size(image.getWidth(), image.getHeight()), type)
                        .withPlanes(
                                new PlaneCounts(
                                        image.getNChannels(),
                                        image.getNSlices(),
                                        image.getNFrames()));
    }

    /** Of an image whose planes are too large to be segmented whole; else empty. */
    static Optional<PlaneSource> ofLarge(ImagePlus image) {
        PlaneSource source = new LoadedSource(image);
        return ImageFiles.isSegmentedWhole(source.layout())
                ? Optional.empty()
                : Optional.of(source);
    }

    @Override
    public ImageLayout layout() {
        return layout;
    }

    @Override
    public synchronized PixelBlock region(PlaneIndex plane, int level, Region region) {
        layout.check(plane, level, region);
        int index = layout.planes().indexOf(plane) + 1;
        if (index != lastIndex) {
            lastPlane = PlanePixels.read(image, PlanePosition.ofStackIndex(image, index));
            lastIndex = index;
        }
        PixelBlock block = PixelBlock.create(region.size(), layout.type());
        for (int y = 0; y < region.height(); y++) {
            int from = (region.y() + y) * layout.size().width() + region.x();
            int to = y * region.width();
            System.arraycopy(lastPlane.getPixels(), from, block.pixels(), to, region.width());
        }
        return block;
    }

    @Override
    public void close() {}
}
