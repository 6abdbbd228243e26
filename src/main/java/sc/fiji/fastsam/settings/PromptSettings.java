package sc.fiji.fastsam.settings;

import java.util.Objects;

/**
 * How prompts choose among objects.
 *
 * @param pointsMode what several foreground points mean
 * @param pointRule which of the masks under a point is meant
 * @param boxRule which object a box means
 * @param minBoxIou a box whose best object has a smaller IoU has no match, 0..1
 * @param smooth close small gaps of merged masks, open thin bridges and drop fragments
 * @param secondLook run the network once more round prompts that no object answers well
 */
public record PromptSettings(
        PointsMode pointsMode,
        PointRule pointRule,
        BoxRule boxRule,
        double minBoxIou,
        boolean smooth,
        boolean secondLook) {

    /** Default settings. */
    public static final PromptSettings DEFAULT = of(Settings.DEFAULT);

    /**
     * @throws IllegalArgumentException if {@code min_box_iou} is out of its range
     */
    public PromptSettings {
        Objects.requireNonNull(pointsMode, "points_mode");
        Objects.requireNonNull(pointRule, "point_rule");
        Objects.requireNonNull(boxRule, "box_rule");
        PromptKeys.MIN_BOX_IOU.check(minBoxIou);
    }

    /** What the settings say of prompts. */
    public static PromptSettings of(Settings settings) {
        return new PromptSettings(
                settings.get(PromptKeys.POINTS_MODE),
                settings.get(PromptKeys.POINT_RULE),
                settings.get(PromptKeys.BOX_RULE),
                settings.get(PromptKeys.MIN_BOX_IOU),
                true,
                settings.get(PromptKeys.SECOND_LOOK));
    }

    /** With another meaning of several points. */
    public PromptSettings withPointsMode(PointsMode other) {
        return new PromptSettings(other, pointRule, boxRule, minBoxIou, smooth, secondLook);
    }

    /** With another choice among the masks under a point. */
    public PromptSettings withPointRule(PointRule other) {
        return new PromptSettings(pointsMode, other, boxRule, minBoxIou, smooth, secondLook);
    }

    /** With another meaning of a box. */
    public PromptSettings withBoxRule(BoxRule other) {
        return new PromptSettings(pointsMode, pointRule, other, minBoxIou, smooth, secondLook);
    }

    /** With another smallest IoU, 0..1. */
    public PromptSettings withMinBoxIou(double other) {
        return new PromptSettings(pointsMode, pointRule, boxRule, other, smooth, secondLook);
    }

    /** With or without clean-up of merged masks. */
    public PromptSettings withSmooth(boolean other) {
        return new PromptSettings(pointsMode, pointRule, boxRule, minBoxIou, other, secondLook);
    }

    /** With or without a second look. */
    public PromptSettings withSecondLook(boolean other) {
        return new PromptSettings(pointsMode, pointRule, boxRule, minBoxIou, smooth, other);
    }
}
