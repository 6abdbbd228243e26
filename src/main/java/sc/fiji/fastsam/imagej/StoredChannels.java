package sc.fiji.fastsam.imagej;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import sc.fiji.fastsam.image.ChannelValues;
import sc.fiji.fastsam.image.PlaneReader;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.image.SourcePlane;
import sc.fiji.fastsam.image.ValueRange;
import sc.fiji.fastsam.imagej.file.SourceStack;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/**
 * The channels of a plane that is read in parts, as the image shows them: by the rules of {@link
 * DisplayedPlanes}.
 *
 * @param shown what a channel without a range of its own is shown with
 */
record StoredChannels(
        ImagePlus image, PlaneSource source, PlanePosition position, Supplier<ValueRange> shown) {

    RgbPlane toPlane() {
        return image.getDisplayMode() == IJ.COMPOSITE && image instanceof CompositeImage channels
                ? composite(channels.getActiveChannels())
                : single();
    }

    private RgbPlane composite(boolean[] active) {
        List<LUT> tables = new ArrayList<>();
        for (int c = 1; c <= image.getNChannels(); c++) {
            tables.add(table(c));
        }
        String projection = Objects.requireNonNullElse(image.getProp("CompositeProjection"), "");
        CompositeSource colors = new CompositeSource(source, tables, active.clone(), projection);
        return new SourcePlane(
                colors,
                index(1),
                false,
                block -> ChannelValues.of(PlaneReader.ofArgb(block.size(), block.colors())));
    }

    private RgbPlane single() {
        LUT table = table(position.channel());
        return new SourcePlane(
                source,
                index(position.channel()),
                false,
                block -> {
                    ImageProcessor shown = SourceStack.processor(block);
                    shown.setLut(table);
                    shown.setMinAndMax(table.min, table.max);
                    ColorProcessor colors = new ColorProcessor(shown.createImage());
                    return ChannelValues.of(
                            PlaneReader.ofArgb(block.size(), (int[]) colors.getPixels()));
                });
    }

    private LUT table(int channel) {
        LUT table = DisplayRange.of(image, channel);
        if (table.min >= table.max) {
            ValueRange range = shown.get();
            table.min = range.low();
            table.max = range.high();
        }
        return table;
    }

    private PlaneIndex index(int channel) {
        return new PlaneIndex(channel - 1, position.slice() - 1, position.frame() - 1);
    }
}
