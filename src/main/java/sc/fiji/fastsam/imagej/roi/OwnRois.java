package sc.fiji.fastsam.imagej.roi;

import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.OptionalInt;

/**
 * Regions that were made here, by a property that ImageJ keeps in files and copies, so that a later
 * run can replace them and leave the user's own alone.
 */
public final class OwnRois {

    /** Made for objects that were found without prompts. */
    public static final String EVERYTHING = "everything";

    /** Made for objects that answer prompts. */
    public static final String ANSWER = "answer";

    /** Made for objects that were clicked. */
    public static final String PICK = "pick";

    /** Prompts as they were understood. */
    public static final String PROMPT = "prompt";

    private static final String PROPERTY = "FastSAM";
    private static final String IMAGE = "Image";
    private static final String PREVIEW = "Preview";
    private static final String NUMBER = "Pick";

    private OwnRois() {}

    /** Says what a region was made for. */
    public static void mark(Roi roi, String kind) {
        roi.setProperty(PROPERTY, kind);
    }

    /** Says which image a region was made for. */
    public static void setImage(Roi roi, String title) {
        roi.setProperty(IMAGE, title);
    }

    /** Says that a region was made for a clicked object, and its number among these, from 1. */
    public static void markPick(Roi roi, int number) {
        mark(roi, PICK);
        roi.setProperty(NUMBER, Integer.toString(number));
    }

    /** The number of a clicked object; nothing of any other region. */
    public static OptionalInt pick(Roi roi) {
        String number = roi.getProperty(NUMBER);
        return is(roi, PICK) && number != null && number.matches("[1-9]\\d{0,8}")
                ? OptionalInt.of(Integer.parseInt(number))
                : OptionalInt.empty();
    }

    /** Says that a region only shows what a run would find. */
    public static void markPreview(Roi roi) {
        roi.setProperty(PREVIEW, Boolean.TRUE.toString());
    }

    /** True when a region only shows what a run would find. */
    public static boolean isPreview(Roi roi) {
        return roi.getProperty(PREVIEW) != null;
    }

    /** True when a region was made here for this. */
    public static boolean is(Roi roi, String kind) {
        return kind.equals(roi.getProperty(PROPERTY));
    }

    /** True when a region was made here for this, in an image of this title. */
    public static boolean is(Roi roi, String kind, String title) {
        return is(roi, kind) && title.equals(roi.getProperty(IMAGE));
    }

    /** True when a region is the outline of an object that was found here. */
    public static boolean isOutline(Roi roi) {
        return is(roi, EVERYTHING) || is(roi, ANSWER) || is(roi, PICK);
    }

    /** Takes those of a kind and place out of an overlay. */
    public static void remove(Overlay overlay, String kind, RoiPlace place) {
        for (int i = overlay.size() - 1; i >= 0; i--) {
            if (is(overlay.get(i), kind) && place.isOf(overlay.get(i))) {
                overlay.remove(i);
            }
        }
    }
}
