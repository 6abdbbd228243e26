package sc.fiji.fastsam.imagej;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.LUT;
import java.io.IOException;
import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.imagej.file.SourceStack;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/**
 * All channels of a plane in color, as ImageJ's composites show them; as a single channel. Does not
 * close the source.
 *
 * @param source of the channels
 * @param tables of the channels, each with its display range
 * @param active whether each channel shows; not to be changed
 * @param projection ImageJ's property "CompositeProjection", as "Max"; empty for the usual sum
 */
record CompositeSource(PlaneSource source, List<LUT> tables, boolean[] active, String projection)
        implements PlaneSource {

    @Override
    public ImageLayout layout() {
        return ImageLayout.of(source.layout().size(), PixelType.RGB)
                .withPlanes(source.layout().planes());
    }

    @Override
    public Size blockSize(int level) {
        return source.blockSize(level);
    }

    @Override
    public PixelBlock region(PlaneIndex plane, int level, Region region) throws IOException {
        ImageStack channels = new ImageStack(region.width(), region.height());
        for (int c = 0; c < tables.size(); c++) {
            PlaneIndex channel = new PlaneIndex(c, plane.slice(), plane.frame());
            channels.addSlice(SourceStack.processor(source.region(channel, level, region)));
        }
        return PixelBlock.ofRgb(region.size(), (int[]) render(channels).getPixels());
    }

    private ColorProcessor render(ImageStack channels) {
        ImagePlus plane = new ImagePlus("", channels);
        plane.setDimensions(tables.size(), 1, 1);
        CompositeImage composite = new CompositeImage(plane, IJ.COMPOSITE);
        composite.setLuts(tables.toArray(new LUT[0]));
        System.arraycopy(active, 0, composite.getActiveChannels(), 0, active.length);
        if (!projection.isEmpty()) {
            composite.setProp("CompositeProjection", projection);
        }
        return new ColorProcessor(composite.getImage());
    }

    @Override
    public void close() {}
}
