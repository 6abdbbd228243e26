package sc.fiji.fastsam.cli;

import picocli.CommandLine.Option;
import sc.fiji.fastsam.engine.PlaneRange;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.settings.ImageKeys;

/** Options that choose planes of a stack. */
final class PlaneOptions {

    private static final String NUMBERS =
            ": all, or numbers from 1 on and ranges with commas between, as 1,4,7-9 (default: the"
                    + " first).";

    @Option(
            names = "--channel",
            paramLabel = "N",
            description =
                    "Channel, counted from 1; 0 = all channels as displayed (default: the first; RGB"
                            + " images in color).")
    private int channel = ChannelSource.ACTIVE.number();

    @Option(
            names = {"--slices", "--slice"},
            paramLabel = "RANGE",
            description = "Slices of a stack" + NUMBERS)
    private String slices = ImageKeys.SLICES.standardText();

    @Option(
            names = {"--frames", "--frame"},
            paramLabel = "RANGE",
            description = "Frames of a time series" + NUMBERS)
    private String frames = ImageKeys.FRAMES.standardText();

    /**
     * The planes.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    PlaneRange toRange() {
        return new PlaneRange(
                new ChannelSource(channel),
                ImageKeys.SLICES.parse(slices),
                ImageKeys.FRAMES.parse(frames));
    }
}
