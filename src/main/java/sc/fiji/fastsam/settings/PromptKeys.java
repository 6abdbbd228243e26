package sc.fiji.fastsam.settings;

import java.util.List;

/** Which objects are meant. */
public final class PromptKeys {

    /** Where the ROIs of prompts are. */
    public static final Setting<PromptSource> SOURCE =
            Setting.choice("source", PromptSource.SELECTION)
                    .explained(
                            "Prompts from", "Where the points and boxes are. Typed ones below win.")
                    .withOption("");

    /** Typed foreground points. */
    public static final Setting<String> POINTS =
            PlainKinds.text("points")
                    .explained("Points", "Typed foreground points, as 120,88; 301,40 (pixels).")
                    .in("X,Y;...");

    /** Typed background points. */
    public static final Setting<String> BACKGROUND =
            PlainKinds.text("background")
                    .explained(
                            "Background points",
                            "Typed points on what is not wanted, as 60,40; 10,12 (pixels).")
                    .in("X,Y;...");

    /** Typed boxes. */
    public static final Setting<String> BOXES =
            PlainKinds.text("boxes")
                    .explained(
                            "Boxes", "Typed boxes, as 10,10,60,80; x, y, width, height (pixels).")
                    .in("X,Y,W,H;...");

    /** What several foreground points mean. */
    public static final Setting<PointsMode> POINTS_MODE =
            Setting.choice("points_mode", PointsMode.SEPARATELY)
                    .explained(
                            "Several points are",
                            "Several points are on one object together, or each on an object of its own.")
                    .in("MODE");

    /** Which of the masks under a point is meant. */
    public static final Setting<PointRule> POINT_RULE =
            Setting.choice("point_rule", PointRule.BEST_SCORE)
                    .explained(
                            "Of several masks at a point",
                            "Of several masks at a point, the one that is meant; merge = the union of all.")
                    .in("RULE");

    /** Which object a box means. */
    public static final Setting<BoxRule> BOX_RULE =
            Setting.choice("box_rule", BoxRule.BOX_IOU)
                    .explained(
                            "A box means the object with the best",
                            "A box means the object whose box (box iou) or pixels (mask iou) overlap it best.")
                    .in("RULE");

    /** Least IoU of a box with its object, 0..1. */
    public static final Setting<Double> MIN_BOX_IOU =
            NumberKind.decimal("min_box_iou", 0.1, NumberRange.UNIT)
                    .explained(
                            "Least overlap with a box (IoU, 0..1)",
                            "A box without an object of this overlap has no match.");

    /** Whether the network runs once more where no object answers well. */
    public static final Setting<Boolean> SECOND_LOOK =
            PlainKinds.flag("second_look", true)
                    .explained(
                            "Second look",
                            "Runs the network again, closer, where no object answers well.");

    private PromptKeys() {}

    /** All, as a manual lists them. */
    public static List<Setting<?>> all() {
        return List.of(
                SOURCE,
                POINTS,
                BACKGROUND,
                BOXES,
                POINTS_MODE,
                POINT_RULE,
                BOX_RULE,
                MIN_BOX_IOU,
                SECOND_LOOK);
    }
}
