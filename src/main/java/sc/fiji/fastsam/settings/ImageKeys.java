package sc.fiji.fastsam.settings;

import java.util.List;

/** What of an image is read. */
public final class ImageKeys {

    /** How much of a stack. */
    public static final Setting<StackPart> STACK =
            Setting.choice("stack", StackPart.CURRENT_PLANE)
                    .explained(
                            "Planes",
                            "The plane that is shown, or all slices and frames of a stack.")
                    .withOption("");

    /** Which slices; wins over {@link #STACK}. */
    public static final Setting<IndexRange> SLICES =
            IndexKind.setting("slices")
                    .explained(
                            "Slices", "Slices by number, such as 3-10, or all; overrides Planes.")
                    .in("RANGE");

    /** Which frames; wins over {@link #STACK}. */
    public static final Setting<IndexRange> FRAMES =
            IndexKind.setting("frames")
                    .explained(
                            "Frames",
                            "Frames by number, such as 1,4,7-9, or all; overrides Planes.")
                    .in("RANGE");

    /** Channel, counted from 1; 0 = as displayed, -1 = the active one. */
    public static final Setting<Integer> CHANNEL =
            NumberKind.whole("channel", -1, NumberRange.atLeast(-1))
                    .explained(
                            "Channel (-1 = active, 0 = as displayed)",
                            "Which of several channels is segmented; 1, 2, ... = that channel.")
                    .in("N");

    /** Whether only the image's area selection is segmented, where there is one. */
    public static final Setting<Boolean> REGION =
            PlainKinds.flag("region", true)
                    .explained(
                            "Only inside the selection",
                            "Finds the objects that lie mostly inside the area selection.")
                    .withOption("");

    private ImageKeys() {}

    /** All, as a manual lists them. */
    public static List<Setting<?>> all() {
        return List.of(STACK, SLICES, FRAMES, CHANNEL, REGION);
    }
}
