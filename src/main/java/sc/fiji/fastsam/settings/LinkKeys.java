package sc.fiji.fastsam.settings;

import java.util.List;

/** Which objects of a stack are one. */
public final class LinkKeys {

    /** Along what objects are linked. */
    public static final Setting<LinkKind> LINK =
            Setting.choice("link", LinkKind.NONE)
                    .explained(
                            "Link objects through",
                            "Gives each object the same number in all slices, or in all frames.")
                    .in("WHAT");

    /** Greatest number of planes in a row in which an object may be missing. */
    public static final Setting<Integer> MAX_GAP =
            NumberKind.whole("max_gap", 1, NumberRange.between(0, 100))
                    .explained(
                            "Maximum gap of a link (planes)",
                            "A linked object may be missing from up to this many planes in a row.")
                    .in("PLANES");

    private LinkKeys() {}

    /** All, as a manual lists them. */
    public static List<Setting<?>> all() {
        return List.of(LINK, MAX_GAP);
    }
}
