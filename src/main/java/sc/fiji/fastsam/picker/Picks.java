package sc.fiji.fastsam.picker;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.MaskRois;
import sc.fiji.fastsam.imagej.roi.ObjectRois;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.imagej.roi.RoiPlace;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.ObjectSettings;

/**
 * The objects of an image as its overlay outlines them: picked ones, which have numbers, and those
 * of earlier runs, which become picked ones when they are taken over. The ROI Manager's regions of
 * the same objects go along. What else is there stays.
 */
final class Picks {

    /** Objects that share more are one, as an IoU of their masks: as in what the network finds. */
    private static final double SAME = ObjectSettings.DEFAULT.maskIou();

    /** Masks that share more differ by their edges at most, as an IoU. */
    private static final double EQUAL = 0.9;

    /** NB: a color table has so many places; beyond them colors come again. */
    private static final int COLORED = 255;

    /** Of outlines and regions, by number; label images have the same up to that many. */
    private static final ObjectColors COLORS = ObjectColors.byLabel(COLORED);

    /** A score at the end of a name. */
    private static final Pattern SCORE = Pattern.compile("-\\d\\.\\d\\d$");

    private final ImagePlus image;
    private final PickRegions regions;

    /**
     * The objects of an image.
     *
     * @param managed whether picked objects go into the ROI Manager if they are not there
     */
    Picks(ImagePlus image, boolean managed) {
        this.image = image;
        this.regions = new PickRegions(image, managed);
    }

    /** Those that are there, to be looked at and taken out. */
    static Picks of(ImagePlus image) {
        return new Picks(image, false);
    }

    /** Adds a picked object; returns its number, from 1. */
    int add(SegmentedObject object, PlanePosition plane) {
        int number = next();
        Roi outline = region(object.mask(), plane);
        mark(outline, number, name(number) + String.format(Locale.ROOT, "-%.2f", object.score()));
        draw(outline);
        regions.add(outline);
        return number;
    }

    /** Adds pixels to a picked object, which keeps its number and name. */
    void grow(int number, Mask more, PlanePosition plane) {
        Optional<Roi> picked = numbered(number);
        if (picked.isEmpty()) {
            return;
        }
        Mask before = MaskRois.toMask(picked.get());
        Mask both = before.union(more);
        Roi after = marked(both, plane, picked.get());
        if (OwnRois.isComposed(picked.get()) || !isOneOf(both, before, more)) {
            OwnRois.markComposed(after);
        }
        exchange(picked.get(), after);
    }

    private static boolean isOneOf(Mask both, Mask one, Mask other) {
        return both.iou(one) > EQUAL || both.iou(other) > EQUAL;
    }

    /** Gives a picked object other pixels; it keeps its number and name. */
    void reshape(int number, Mask now, PlanePosition plane) {
        numbered(number).ifPresent(picked -> exchange(picked, marked(now, plane, picked)));
    }

    private Roi marked(Mask mask, PlanePosition plane, Roi picked) {
        Roi roi = region(mask, plane);
        mark(roi, OwnRois.pick(picked).getAsInt(), picked.getName());
        return roi;
    }

    /** Makes one object of a picked object and another. */
    void merge(int number, Roi other, PlanePosition plane) {
        if (!OwnRois.pick(other).equals(OptionalInt.of(number))) {
            Mask theirs = MaskRois.toMask(other);
            remove(other);
            grow(number, theirs, plane);
        }
    }

    /** The number of an object, which becomes a picked one if it is none. */
    int take(Roi outline) {
        OptionalInt known = OwnRois.pick(outline);
        if (known.isPresent()) {
            return known.getAsInt();
        }
        int number = next();
        take(List.of(outline), number);
        return number;
    }

    /** Makes all objects of earlier runs picked ones; returns how many there were. */
    int takeAll() {
        List<Roi> found = outlines().filter(roi -> OwnRois.pick(roi).isEmpty()).toList();
        take(found, next());
        return found.size();
    }

    private void take(List<Roi> outlines, int firstNumber) {
        List<OptionalInt> places = regions.placesOf(outlines);
        for (int i = 0; i < outlines.size(); i++) {
            Roi outline = outlines.get(i);
            int number = firstNumber + i;
            Matcher score = SCORE.matcher(String.valueOf(outline.getName()));
            mark(outline, number, name(number) + (score.find() ? score.group() : ""));
            places.get(i)
                    .ifPresentOrElse(
                            place -> regions.setNamed(place, outline), () -> regions.add(outline));
        }
        image.draw();
    }

    /** Takes an object out. */
    void remove(Roi outline) {
        regions.remove(outline);
        Overlay overlay = image.getOverlay();
        for (int i = overlay.size() - 1; i >= 0; i--) {
            // NB: to ImageJ, regions of the same bounds are equal.
            if (overlay.get(i) == outline) {
                overlay.remove(i);
            }
        }
        image.draw();
    }

    /** The outline of the smallest object at a pixel of a plane. */
    Optional<Roi> at(PlanePosition plane, int x, int y) {
        return outlines(plane)
                .filter(roi -> roi.contains(x, y))
                .min(Comparator.comparingLong(roi -> MaskRois.toMask(roi).area()));
    }

    /** The outline of the object of a plane that is the same as another. */
    Optional<Roi> same(PlanePosition plane, Mask mask) {
        return outlines(plane)
                .filter(roi -> MaskRois.bounds(roi).intersection(mask.bounds()).area() > 0)
                .filter(roi -> MaskRois.toMask(roi).iou(mask) > SAME)
                .max(
                        Comparator.<Roi, Boolean>comparing(roi -> OwnRois.pick(roi).isPresent())
                                .thenComparing(roi -> MaskRois.toMask(roi).iou(mask)));
    }

    /** The outline of the picked object of a number. */
    Optional<Roi> numbered(int number) {
        return picked().filter(roi -> OwnRois.pick(roi).getAsInt() == number).findFirst();
    }

    /** True when there is a picked object of a number. */
    boolean has(OptionalInt number) {
        return number.isPresent() && numbered(number.getAsInt()).isPresent();
    }

    /** The outlines of the picked objects of all planes. */
    Stream<Roi> picked() {
        return outlines().filter(roi -> OwnRois.pick(roi).isPresent());
    }

    private Stream<Roi> outlines(PlanePosition plane) {
        RoiPlace place = RoiPlace.of(image, plane);
        return outlines().filter(place::isOf);
    }

    private Stream<Roi> outlines() {
        Overlay overlay = image.getOverlay();
        return overlay == null
                ? Stream.empty()
                : Arrays.stream(overlay.toArray()).filter(OwnRois::isOutline);
    }

    /** One more than any, also of those that only the ROI Manager still has. */
    private int next() {
        int outlined = picked().mapToInt(roi -> OwnRois.pick(roi).getAsInt()).max().orElse(0);
        return 1 + Math.max(outlined, regions.greatestNumber());
    }

    private void exchange(Roi before, Roi after) {
        OptionalInt place = regions.placesOf(List.of(before)).get(0);
        Overlay overlay = image.getOverlay();
        for (int i = 0; i < overlay.size(); i++) {
            if (overlay.get(i) == before) {
                overlay.set(after, i);
            }
        }
        place.ifPresentOrElse(i -> regions.set(i, after), () -> regions.add(after));
        image.draw();
    }

    private void draw(Roi outline) {
        Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
        overlay.add(outline);
        image.setOverlay(overlay);
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "pick%04d", number);
    }

    private Roi region(Mask mask, PlanePosition plane) {
        List<SegmentedObject> object = List.of(new SegmentedObject(mask, mask.bounds().toBox(), 1));
        Roi roi = ObjectRois.create(object, RoiPlace.of(image, plane)).get(0);
        roi.setGroup(0);
        return roi;
    }

    /** NB: in all channels, for a click on any of them finds it. */
    private void mark(Roi region, int number, String name) {
        if (region.hasHyperStackPosition()) {
            region.setPosition(0, region.getZPosition(), region.getTPosition());
        }
        region.setName(name);
        region.setStrokeColor(COLORS.of((number - 1) % COLORED + 1));
        OwnRois.markPick(region, number);
        OwnRois.setImage(region, image.getTitle());
    }
}
