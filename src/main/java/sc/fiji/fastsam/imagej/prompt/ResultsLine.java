package sc.fiji.fastsam.imagej.prompt;

import ij.ImagePlus;
import ij.measure.Calibration;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import sc.fiji.fastsam.prompt.PointPrompt;
import sc.fiji.fastsam.prompt.Role;

/**
 * A line of a saved Results table of ImageJ as a point: columns X and Y, in the unit of the image
 * that was measured, and where they are there Ch, Slice, Frame and Counter (1 = background, as with
 * the multi-point tool).
 */
record ResultsLine(
        String name,
        double x,
        double y,
        boolean isPoint,
        Role role,
        int channel,
        int slice,
        int frame) {

    private static final Pattern ZERO = Pattern.compile("0+([.,]0*)?");

    /** True for the columns of a Results table with places. */
    static boolean fits(List<String> header) {
        return header.containsAll(List.of("X", "Y"))
                && header.stream().noneMatch(n -> n.equalsIgnoreCase("prompt"))
                && header.stream().noneMatch(n -> n.equalsIgnoreCase("kind"));
    }

    /**
     * @param number of the line among the prompts, from 1
     */
    static ResultsLine of(CsvLine line, int number) throws IOException {
        boolean background = line.place("Counter") == RoiPrompts.BACKGROUND_COUNTER;
        return new ResultsLine(
                (background ? "background" : "point") + number,
                line.number("X"),
                line.number("Y"),
                isPoint(line),
                background ? Role.BACKGROUND : Role.FOREGROUND,
                line.place("Ch"),
                line.place("Slice"),
                line.place("Frame"));
    }

    /**
     * NB: an area's place is its centroid, which is 10.5 of pixel 10; a point's is 10. A column of
     * that name may be another's, as a microscope's.
     */
    private static boolean isPoint(CsvLine line) {
        return ZERO.matcher(line.text("Area")).matches();
    }

    PromptList.Entry on(ImagePlus imp) {
        Calibration calibration = imp.getCalibration();
        double rawX = calibration.getRawX(x);
        double rawY = calibration.getRawY(y, imp.getHeight());
        return PromptList.Entry.of(
                new PointPrompt(
                        name,
                        isPoint ? RoiPrompts.pixel(rawX) : rawX,
                        isPoint ? RoiPrompts.pixel(rawY) : rawY,
                        role),
                place(imp));
    }

    /** NB: in a stack that is no hyperstack, ImageJ calls the index Slice whatever the axis. */
    private PromptPlace place(ImagePlus imp) {
        boolean index = !imp.isHyperStack() && channel == 0 && frame == 0 && slice > 0;
        return index
                ? PromptPlace.ofStackIndex(imp, slice)
                : new PromptPlace(channel, slice, frame);
    }
}
