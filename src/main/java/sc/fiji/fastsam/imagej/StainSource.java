package sc.fiji.fastsam.imagej;

import java.io.IOException;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.StainDensity;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/**
 * How much of a stain lies at the pixels of planes in color. Does not close the source.
 *
 * @param source of RGB pixels
 * @param stain what is looked at
 */
record StainSource(PlaneSource source, StainDensity stain) implements PlaneSource {

    @Override
    public ImageLayout layout() {
        return ImageLayout.of(source.layout().size(), PixelType.FLOAT32)
                .withPlanes(source.layout().planes());
    }

    @Override
    public Size blockSize(int level) {
        return source.blockSize(level);
    }

    @Override
    public PixelBlock region(PlaneIndex plane, int level, Region region) throws IOException {
        int[] colors = source.region(plane, level, region).colors();
        return PixelBlock.of(region.size(), stain.at(colors));
    }

    @Override
    public void close() {}
}
