package sc.fiji.fastsam.cli;

import picocli.CommandLine.Option;
import sc.fiji.fastsam.batch.PlaneChoice;

/** Options that choose a plane of a stack. */
final class PlaneOptions {

    @Option(
            names = "--channel",
            paramLabel = "N",
            description =
                    "Channel, counted from 1; 0 = all channels as displayed (default: the first; RGB"
                            + " images in color).")
    private int channel = PlaneChoice.UNSET;

    @Option(
            names = "--slice",
            paramLabel = "N",
            description = "Slice of a stack, counted from 1 (default: the first).")
    private int slice = PlaneChoice.UNSET;

    @Option(
            names = "--frame",
            paramLabel = "N",
            description = "Frame of a time series, counted from 1 (default: the first).")
    private int frame = PlaneChoice.UNSET;

    /**
     * The choice.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    PlaneChoice toChoice() {
        return new PlaneChoice(channel, slice, frame);
    }
}
