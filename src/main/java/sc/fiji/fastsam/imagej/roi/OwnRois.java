package sc.fiji.fastsam.imagej.roi;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;

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
    private static final String SOURCE = "Source";
    private static final String NUMBER = "Pick";
    private static final String COMPOSED = "Composed";
    private static final String SCORE = "Score";
    private static final String STACK = "Linked stack";
    private static final String LABEL = "Label";

    /** NB: ImageJ counts images anew each time that it starts. */
    private static final String SESSION = UUID.randomUUID() + " ";

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

    /** Says the score of an object whose region has another name, as "0.93". */
    public static void setScore(Roi roi, String score) {
        roi.setProperty(SCORE, score);
    }

    /** The score that {@link #setScore} has said; nothing else. */
    public static Optional<String> score(Roi roi) {
        return Optional.ofNullable(roi.getProperty(SCORE));
    }

    /**
     * An object that was linked through a stack.
     *
     * @param stack the result that it is of, a word
     * @param label in all its planes, from 1
     */
    public record Link(String stack, int label) {}

    /** Says which linked object a region is of. */
    public static void setLink(Roi roi, Link link) {
        roi.setProperty(STACK, link.stack());
        roi.setProperty(LABEL, Integer.toString(link.label()));
    }

    /** The linked object that a region is of; nothing of any other. */
    public static Optional<Link> link(Roi roi) {
        String stack = roi.getProperty(STACK);
        OptionalInt label = number(roi, LABEL);
        return stack == null || label.isEmpty()
                ? Optional.empty()
                : Optional.of(new Link(stack, label.getAsInt()));
    }

    private static OptionalInt number(Roi roi, String property) {
        String number = roi.getProperty(property);
        return number != null && number.matches("[1-9]\\d{0,8}")
                ? OptionalInt.of(Integer.parseInt(number))
                : OptionalInt.empty();
    }

    /** Says that a clicked object was put together of several. */
    public static void markComposed(Roi roi) {
        roi.setProperty(COMPOSED, Boolean.TRUE.toString());
    }

    /** True when a clicked object was put together of several. */
    public static boolean isComposed(Roi roi) {
        return roi.getProperty(COMPOSED) != null;
    }

    /**
     * What regions of the same object have in common, as one in an overlay and a copy: what they
     * were made for, place and bounds.
     */
    public static Object key(Roi roi) {
        return List.of(
                String.valueOf(roi.getProperty(PROPERTY)),
                String.valueOf(roi.getProperty(NUMBER)),
                roi.getBounds(),
                roi.getPosition(),
                roi.getZPosition(),
                roi.getTPosition());
    }

    /** The number of a clicked object; nothing of any other region. */
    public static OptionalInt pick(Roi roi) {
        return is(roi, PICK) ? number(roi, NUMBER) : OptionalInt.empty();
    }

    /** True when a region was made here for this. */
    public static boolean is(Roi roi, String kind) {
        return kind.equals(roi.getProperty(PROPERTY));
    }

    /** Says which open image a region was made for, whatever it will be called. */
    public static void setSource(Roi roi, ImagePlus image) {
        roi.setProperty(SOURCE, source(image.getID()));
    }

    private static String source(int id) {
        return SESSION + id;
    }

    /** True when a region was made here for this, in an image of this title. */
    public static boolean is(Roi roi, String kind, String title) {
        return is(roi, kind) && title.equals(roi.getProperty(IMAGE));
    }

    /** True when a region was made here for this, in this image: see {@link #isOf}. */
    public static boolean is(Roi roi, String kind, ImagePlus image) {
        return is(roi, kind) && isOf(roi, image);
    }

    /**
     * True when a region was made for this image: where the image that it was made for is open,
     * that counts, else the title.
     */
    public static boolean isOf(Roi roi, ImagePlus image) {
        String source = roi.getProperty(SOURCE);
        return source != null && isOpen(source)
                ? source.equals(source(image.getID()))
                : image.getTitle().equals(roi.getProperty(IMAGE));
    }

    private static boolean isOpen(String source) {
        int[] open = WindowManager.getIDList();
        return open != null && IntStream.of(open).anyMatch(id -> source.equals(source(id)));
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
