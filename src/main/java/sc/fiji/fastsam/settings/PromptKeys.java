package sc.fiji.fastsam.settings;

import java.util.List;

/** Which objects are meant. */
public final class PromptKeys {

    /** Where the ROIs of prompts are. */
    public static final Setting<PromptSource> SOURCE =
            Setting.choice("source", PromptSource.SELECTION)
                    .explained(
                            "Prompts from",
                            "Where the points and boxes are. Typed prompts take precedence.")
                    .withOption("");

    /** Typed foreground points. */
    public static final Setting<String> POINTS =
            PlainKinds.text("points")
                    .explained("Points", "Points on objects, such as 120,88; 301,40 (pixels).")
                    .in("X,Y;...");

    /** Typed background points. */
    public static final Setting<String> BACKGROUND =
            PlainKinds.text("background")
                    .explained(
                            "Background points",
                            "Points on what you do not want, such as 60,40; 10,12 (pixels).")
                    .in("X,Y;...");

    /** Typed boxes. */
    public static final Setting<String> BOXES =
            PlainKinds.text("boxes")
                    .explained(
                            "Boxes",
                            "Boxes around objects: x, y, width, height, such as 10,10,60,80 (pixels).")
                    .in("X,Y,W,H;...");

    /** Words and phrases for what is wanted. */
    public static final Setting<String> TEXT =
            PlainKinds.text("text")
                    .explained(
                            "Words",
                            "What to look for, such as round bright nucleus; elongated cell. Needs CLIP.")
                    .in("WORDS");

    /** Words for what is not wanted. */
    public static final Setting<String> NOT =
            PlainKinds.text("not")
                    .explained(
                            "Words to exclude",
                            "Objects that look more like these are left out, such as debris; blurred.")
                    .in("WORDS");

    /** Most objects a word; 0 = one, or all that are similar enough. */
    public static final Setting<Integer> TOP =
            NumberKind.whole("top", 0, NumberRange.atLeast(0))
                    .explained(
                            "Maximum objects per word (0 = one, or all similar enough)",
                            "At most this many objects for each word, the most similar first.")
                    .in("N");

    /** Least similarity of an object with a word, -1..1. */
    public static final Setting<Double> MIN_SIMILARITY =
            NumberKind.decimal("min_similarity", -1, NumberRange.between(-1, 1))
                    .explained(
                            "Minimum similarity to a word (-1..1)",
                            "Objects less similar than this do not match a word; -1 = no limit.");

    /** What several foreground points mean. */
    public static final Setting<PointsMode> POINTS_MODE =
            Setting.choice("points_mode", PointsMode.SEPARATELY)
                    .explained(
                            "Several points mark objects",
                            "Each point marks an object of its own, or all of them mark one object together.")
                    .in("MODE");

    /** Which of the masks under a point is meant. */
    public static final Setting<PointRule> POINT_RULE =
            Setting.choice("point_rule", PointRule.BEST_SCORE)
                    .explained(
                            "Overlapping objects at a point",
                            "Where objects overlap: best score is the smallest of the likely ones, merge all of them.")
                    .in("RULE");

    /** Which object a box means. */
    public static final Setting<BoxRule> BOX_RULE =
            Setting.choice("box_rule", BoxRule.BOX_IOU)
                    .explained(
                            "Match boxes by",
                            "A box selects the object whose box (box iou) or pixels (mask iou) match it best.")
                    .in("RULE");

    /** Least IoU of a box with its object, 0..1. */
    public static final Setting<Double> MIN_BOX_IOU =
            NumberKind.decimal("min_box_iou", 0.1, NumberRange.UNIT)
                    .explained(
                            "Minimum overlap with a box (IoU, 0..1)",
                            "A box selects nothing if no object overlaps it at least this much.");

    /** Whether the network runs once more where no object answers well. */
    public static final Setting<Boolean> SECOND_LOOK =
            PlainKinds.flag("second_look", true)
                    .explained(
                            "Second look",
                            "Runs the network again, zoomed in, where no object fits a prompt well.");

    private PromptKeys() {}

    /** All, as a manual lists them. */
    public static List<Setting<?>> all() {
        return List.of(
                SOURCE,
                POINTS,
                BACKGROUND,
                BOXES,
                TEXT,
                NOT,
                TOP,
                MIN_SIMILARITY,
                POINTS_MODE,
                POINT_RULE,
                BOX_RULE,
                MIN_BOX_IOU,
                SECOND_LOOK);
    }
}
