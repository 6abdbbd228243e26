package sc.fiji.fastsam.picker;

import ij.gui.Roi;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.fastsam.imagej.roi.ObjectRois;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.mask.SegmentedObject;

/** Names of picked objects, as "pick0001-0.93": number and score. */
final class PickNames {

    /** A score at the end of a name. */
    private static final Pattern SCORE = Pattern.compile("-\\d\\.\\d\\d$");

    private PickNames() {}

    static String of(int number, SegmentedObject object) {
        return of(number) + "-" + ObjectRois.text(object.score());
    }

    /** Without a score. */
    static String of(int number) {
        return String.format(Locale.ROOT, "pick%04d", number);
    }

    /** What follows the number in a name, as "-0.93"; empty where there is no score. */
    static String score(Roi outline) {
        Matcher named = SCORE.matcher(String.valueOf(outline.getName()));
        return named.find()
                ? named.group()
                : OwnRois.score(outline).map(score -> "-" + score).orElse("");
    }
}
