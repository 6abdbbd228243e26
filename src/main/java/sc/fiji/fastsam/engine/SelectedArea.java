package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.imagej.roi.MaskRois;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.mask.ObjectFilter;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * The part of a plane whose objects are wanted: those that lie inside by more than half of their
 * pixels. They are whole, so the network reads a margin round the part too.
 *
 * @param plane size of the whole plane
 * @param inside pixels of the part, inside the plane; none for all of the plane
 * @param note what the user should know, empty for nothing
 */
public record SelectedArea(Size plane, Optional<Mask> inside, String note) {

    /** Smallest margin, in source pixels. */
    private static final int LEAST_MARGIN = 32;

    /** The first margin is this part of the selection's longer side. */
    private static final int MARGIN_PART = 4;

    /** The whole plane. */
    static SelectedArea whole(Size plane, String note) {
        return new SelectedArea(plane, Optional.empty(), note);
    }

    /**
     * The image's selection if it encloses an area, else the whole plane.
     *
     * @throws IllegalArgumentException if the selection lies outside of the image
     */
    public static SelectedArea of(ImagePlus image, boolean inSelection) {
        Size plane = new Size(image.getWidth(), image.getHeight());
        Roi roi = inSelection ? image.getRoi() : null;
        if (roi == null) {
            return whole(plane, "");
        }
        if (!isArea(roi)) {
            return whole(
                    plane,
                    "The selection ("
                            + roi.getTypeAsString().toLowerCase(Locale.ROOT)
                            + ") encloses no area: the whole image was segmented.");
        }
        Mask inside = inside(roi, Region.of(plane));
        if (inside.isEmpty()) {
            throw new IllegalArgumentException(
                    "The selection of \""
                            + image.getTitle()
                            + "\" lies outside of the image. Move it, or remove it with Edit >"
                            + " Selection > Select None.");
        }
        return new SelectedArea(plane, Optional.of(inside), "");
    }

    /** True where a selection encloses an area. NB: to ImageJ a text does, with its frame. */
    public static boolean isArea(Roi roi) {
        return roi.isArea() && !(roi instanceof TextRoi);
    }

    private static Mask inside(Roi roi, Region plane) {
        Region whole = MaskRois.bounds(roi);
        Region bounds = whole.intersection(plane);
        ImageProcessor shape = roi.getMask();
        if (bounds.isEmpty() || shape == null) {
            return Mask.ofRegion(bounds);
        }
        MaskBuilder builder = new MaskBuilder(bounds);
        for (int y = bounds.y(); y < bounds.yEnd(); y++) {
            for (int x = bounds.x(); x < bounds.xEnd(); x++) {
                if (shape.get(x - whole.x(), y - whole.y()) != 0) {
                    builder.add(x, y);
                }
            }
        }
        return builder.toMask();
    }

    /** What the user should know, each a sentence; mostly empty. */
    List<String> remarks() {
        return note.isEmpty() ? List.of() : List.of(note);
    }

    /** True when all objects of the plane are wanted. */
    public boolean isWholePlane() {
        return inside.isEmpty();
    }

    /** A margin with which most objects are whole, in source pixels. */
    public int margin() {
        Region bounds = inside.map(Mask::bounds).orElse(Region.of(plane));
        return Math.max(LEAST_MARGIN, bounds.size().longSide() / MARGIN_PART);
    }

    /** What the network reads: the part with a margin round it, inside the plane. */
    public Region reading(int margin) {
        Region whole = Region.of(plane);
        if (isWholePlane()) {
            return whole;
        }
        return inside.get().bounds().grow(margin).intersection(whole);
    }

    /** Settings for what is read: limits that mean the part alone are left to {@link #choose}. */
    public SegmentationSettings reading(SegmentationSettings settings) {
        return isWholePlane() ? settings : settings.withExcludeBorder(false).withMaxObjects(0);
    }

    /**
     * The wanted ones of the objects that were read, in pixels of the plane.
     *
     * @param read by {@link #reading(SegmentationSettings)}
     * @param from where that was
     */
    public Segmentation choose(Segmentation read, Region from, SegmentationSettings settings) {
        List<SegmentedObject> objects = new ArrayList<>();
        for (SegmentedObject object : read.objects()) {
            SegmentedObject moved = object.translate(from.x(), from.y());
            if (belongs(moved.mask()) && !(excludes(settings) && touchesBorder(moved))) {
                objects.add(moved);
            }
        }
        int most = settings.detection().maxObjects();
        int cut = isWholePlane() || most == 0 ? 0 : Math.max(0, objects.size() - most);
        List<SegmentedObject> kept = objects.subList(0, objects.size() - cut);
        RunSummary summary = isWholePlane() ? read.summary() : read.summary().choosing(kept);
        return new Segmentation(plane, kept, cut == 0 ? summary : withCut(summary, cut, most));
    }

    /** True when an object goes on beyond what was read. */
    boolean isCut(Segmentation chosen, Region read) {
        return chosen.objects().stream().anyMatch(object -> isCut(object.mask().bounds(), read));
    }

    private boolean isCut(Region object, Region read) {
        return object.x() == read.x() && read.x() > 0
                || object.y() == read.y() && read.y() > 0
                || object.xEnd() == read.xEnd() && read.xEnd() < plane.width()
                || object.yEnd() == read.yEnd() && read.yEnd() < plane.height();
    }

    private boolean belongs(Mask object) {
        return inside.map(part -> 2L * part.intersectionArea(object) > object.area()).orElse(true);
    }

    private boolean excludes(SegmentationSettings settings) {
        return !isWholePlane() && settings.objects().limits().excludeBorder();
    }

    /** The image's border, or the selection's: whatever is not wholly inside touches that. */
    private boolean touchesBorder(SegmentedObject object) {
        Mask part = inside.get();
        Region bounds = part.bounds();
        Region own = object.mask().bounds();
        return ObjectFilter.touchesBorder(object, plane)
                || part.intersectionArea(object.mask()) < object.mask().area()
                || own.x() == bounds.x()
                || own.y() == bounds.y()
                || own.xEnd() == bounds.xEnd()
                || own.yEnd() == bounds.yEnd();
    }

    private static RunSummary withCut(RunSummary summary, int cut, int most) {
        Note note = Note.ofCutList(cut, most);
        return summary.withNote(note.kind(), note.text());
    }
}
