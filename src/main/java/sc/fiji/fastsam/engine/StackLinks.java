package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.link.LinkSettings;
import sc.fiji.fastsam.settings.LinkKeys;
import sc.fiji.fastsam.settings.LinkKind;
import sc.fiji.fastsam.settings.Settings;

/**
 * Along what the objects of a stack are linked. Of a hyperstack, each slice's frames or each
 * frame's slices are linked on their own.
 *
 * @param kind slices, frames or none
 * @param maxGap greatest number of planes in a row in which an object may be missing
 */
public record StackLinks(LinkKind kind, int maxGap) {

    /** Each plane counts its own. */
    public static final StackLinks NONE = of(Settings.DEFAULT);

    /** The kind may not be null. */
    public StackLinks {
        Objects.requireNonNull(kind, "kind");
        LinkKeys.MAX_GAP.check(maxGap);
    }

    /** What settings say. */
    public static StackLinks of(Settings settings) {
        return new StackLinks(settings.get(LinkKeys.LINK), settings.get(LinkKeys.MAX_GAP));
    }

    /** True when objects are linked. */
    public boolean isOn() {
        return kind != LinkKind.NONE;
    }

    /** True when objects are to be linked, but an image has a single plane. */
    public boolean leaveAlone(ImagePlus image) {
        return isOn() && image.getNSlices() == 1 && image.getNFrames() == 1;
    }

    /**
     * @throws IllegalArgumentException if objects are to be linked along slices or frames of which
     *     only one is taken
     */
    void check(ImagePlus image, PlaneRange planes) {
        if (isOn() && planes.positions(image).stream().map(this::place).distinct().count() < 2) {
            throw new IllegalArgumentException(onePlane(image));
        }
    }

    private String onePlane(ImagePlus image) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        int count = kind == LinkKind.SLICES ? image.getNSlices() : image.getNFrames();
        int others = kind == LinkKind.SLICES ? image.getNFrames() : image.getNSlices();
        String what = "link is " + name + ", but ";
        if (count > 1) {
            String only = "only one of the " + count + " " + name + " is taken; ";
            return what + only + name + " = all takes all.";
        }
        String other = kind == LinkKind.SLICES ? "frames" : "slices";
        String way =
                others > 1
                        ? "It has " + others + " " + other + ": link = " + other + " links those."
                        : "link = none takes it as it is.";
        return what + "\"" + image.getTitle() + "\" has only one. " + way;
    }

    /** Where a plane lies along the links. */
    int place(PlanePosition position) {
        return kind == LinkKind.SLICES ? position.slice() : position.frame();
    }

    /** Which planes are linked with one another: those of the same number. */
    int group(PlanePosition position) {
        return kind == LinkKind.SLICES ? position.frame() : position.slice();
    }

    LinkSettings toSettings() {
        return kind == LinkKind.FRAMES ? LinkSettings.frames(maxGap) : LinkSettings.slices(maxGap);
    }

    /** The places along the links that a task takes, in order. */
    List<Integer> places(List<PlanePosition> taken) {
        return taken.stream().map(this::place).distinct().sorted().toList();
    }
}
