package sc.fiji.fastsam.picker;

import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.MaskRois;
import sc.fiji.fastsam.imagej.roi.ObjectRois;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.imagej.roi.RoiPlace;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.Counted;
import sc.fiji.fastsam.settings.ObjectSettings;

/**
 * The objects of an image as its overlay outlines them: picked ones, which have numbers, and those
 * of earlier runs, which become picked ones when they are taken over. The ROI Manager's regions of
 * the same objects go along; a picked object whose outline is gone is there for as long as its
 * region is. What else is there stays. A number may be that of one object on several planes.
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

    private final ImagePlus image;
    private final Outlines outlines;

    /**
     * The objects of an image.
     *
     * @param managed whether picked objects go into the ROI Manager if they are not there
     */
    Picks(ImagePlus image, boolean managed) {
        this.image = image;
        this.outlines = new Outlines(image, new PickRegions(image, managed));
    }

    /** Those that are there, to be looked at and taken out. */
    static Picks of(ImagePlus image) {
        return new Picks(image, false);
    }

    /** Adds a picked object; returns its number, from 1. */
    int add(SegmentedObject object, PlanePosition plane) {
        int number = numbers().fresh();
        Roi outline = region(object.mask(), plane);
        mark(outline, number, PickNames.of(number, object));
        outlines.add(List.of(outline));
        return number;
    }

    /** Adds pixels to a picked object of a plane, which keeps its number and name. */
    void grow(int number, Mask more, PlanePosition plane) {
        Optional<Roi> picked = numbered(number, plane);
        if (picked.isEmpty()) {
            return;
        }
        Mask before = MaskRois.toMask(picked.get());
        Mask both = before.union(more);
        Roi after = marked(both, plane, picked.get());
        if (OwnRois.isComposed(picked.get()) || !isOneOf(both, before, more)) {
            OwnRois.markComposed(after);
        }
        outlines.exchange(picked.get(), after);
    }

    private static boolean isOneOf(Mask both, Mask one, Mask other) {
        return both.iou(one) > EQUAL || both.iou(other) > EQUAL;
    }

    /** Gives a picked object of a plane other pixels and their score; it keeps its number. */
    void reshape(int number, SegmentedObject now, PlanePosition plane) {
        Optional<Roi> picked = numbered(number, plane);
        if (picked.isPresent()) {
            Roi after = marked(now.mask(), plane, picked.get());
            after.setName(PickNames.of(number, now));
            outlines.exchange(picked.get(), after);
        }
    }

    private Roi marked(Mask mask, PlanePosition plane, Roi picked) {
        Roi roi = region(mask, plane);
        mark(roi, OwnRois.pick(picked).getAsInt(), picked.getName());
        OwnRois.link(picked).ifPresent(link -> OwnRois.setLink(roi, link));
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

    /**
     * Cuts the objects of a plane that a line crosses from side to side; the largest part of each
     * keeps its number and name, the others get new numbers.
     *
     * @param line points, in source pixels
     * @return what was cut
     */
    List<Cut> cut(List<Point2D> line, PlanePosition plane) {
        PickNumbers numbers = numbers();
        List<Roi> crossed = new ArrayList<>();
        List<List<Roi>> parts = new ArrayList<>();
        for (Roi outline : outlines(plane).toList()) {
            List<Mask> masks = Cut.parts(outline, line);
            if (masks.size() > 1) {
                crossed.add(outline);
                parts.add(parts(outline, masks, plane, numbers));
            }
        }
        outlines.exchange(crossed, parts.stream().map(all -> all.get(0)).toList());
        outlines.add(parts.stream().flatMap(all -> all.stream().skip(1)).toList());
        return parts.stream().map(Cut::of).toList();
    }

    /** NB: composed, as the network does not know them. */
    private List<Roi> parts(
            Roi outline, List<Mask> masks, PlanePosition plane, PickNumbers numbers) {
        Roi whole = OwnRois.pick(outline).isPresent() ? outline : taken(outline, numbers);
        List<Roi> parts = new ArrayList<>();
        parts.add(marked(masks.get(0), plane, whole));
        for (Mask mask : masks.subList(1, masks.size())) {
            Roi part = region(mask, plane);
            int fresh = numbers.fresh();
            mark(part, fresh, PickNames.of(fresh) + PickNames.score(whole));
            parts.add(part);
        }
        parts.forEach(OwnRois::markComposed);
        return parts;
    }

    /** The number of an object, which becomes a picked one if it is none, and is outlined. */
    int take(Roi outline) {
        OptionalInt known = OwnRois.pick(outline);
        if (known.isEmpty()) {
            return OwnRois.pick(take(List.of(outline)).get(0)).getAsInt();
        }
        if (!outlines.isDrawn(outline)) {
            outlines.draw(List.of((Roi) outline.clone()));
        }
        return known.getAsInt();
    }

    /** Makes all objects of earlier runs picked ones; returns how many there were. */
    int takeAll() {
        List<Roi> found = outlines.all().filter(roi -> OwnRois.pick(roi).isEmpty()).toList();
        take(found);
        return found.size();
    }

    private List<Roi> take(List<Roi> found) {
        PickNumbers numbers = numbers();
        List<Roi> taken = found.stream().map(outline -> taken(outline, numbers)).toList();
        outlines.exchange(found, taken);
        return taken;
    }

    /** NB: made anew, for ImageJ's clones have their properties in common. */
    private Roi taken(Roi found, PickNumbers numbers) {
        Roi outline = MaskRois.toRoi(MaskRois.toMask(found));
        outline.copyAttributes(found);
        if (found.hasHyperStackPosition()) {
            outline.setPosition(0, found.getZPosition(), found.getTPosition());
        } else {
            outline.setPosition(found.getPosition());
        }
        int number = numbers.of(found);
        mark(outline, number, PickNames.of(number) + PickNames.score(found));
        OwnRois.link(found).ifPresent(link -> OwnRois.setLink(outline, link));
        return outline;
    }

    /** How large an object is, and its score where its name says one. */
    String text(int number, PlanePosition plane) {
        Roi outline = numbered(number, plane).orElseThrow();
        String score = PickNames.score(outline);
        return Counted.text(MaskRois.toMask(outline).area(), "pixel")
                + (score.isEmpty() ? "" : ", score " + score.substring(1));
    }

    /** Takes an object out. */
    void remove(Roi outline) {
        outlines.remove(outline);
    }

    /** Takes back all that was done to these; nothing if nothing was done. */
    Optional<Runnable> undo() {
        return outlines.isChanged() ? Optional.of(outlines::undo) : Optional.empty();
    }

    /** The outline of the smallest object at a pixel of a plane. */
    Optional<Roi> at(PlanePosition plane, int x, int y) {
        return outlines(plane)
                .filter(roi -> roi.contains(x, y))
                .min(Comparator.comparingLong(roi -> MaskRois.toMask(roi).area()));
    }

    /** Likewise at the pixel of a point; nothing for a box. */
    Optional<Roi> at(Pick pick) {
        return pick.pixel().flatMap(pixel -> at(pick.plane(), pixel.x, pixel.y));
    }

    /**
     * The outline at a point of which most lies in what the network finds there. NB: the network
     * takes such a part for all, as of two cells that touch, of which a box gave one.
     */
    Optional<Roi> part(Pick pick, Mask found) {
        return at(pick).filter(roi -> isPart(roi, found));
    }

    private static boolean isPart(Roi outline, Mask whole) {
        Mask part = MaskRois.toMask(outline);
        return 2 * part.intersectionArea(whole) > part.area();
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

    /** The outline of a plane's picked object of a number. */
    Optional<Roi> numbered(int number, PlanePosition plane) {
        return outlines(plane)
                .filter(roi -> OwnRois.pick(roi).equals(OptionalInt.of(number)))
                .findFirst();
    }

    /** True when a plane has a picked object of a number. */
    boolean has(OptionalInt number, PlanePosition plane) {
        return number.isPresent() && numbered(number.getAsInt(), plane).isPresent();
    }

    /** The outlines of the picked objects of all planes. */
    Stream<Roi> picked() {
        return outlines.all().filter(roi -> OwnRois.pick(roi).isPresent());
    }

    private Stream<Roi> outlines(PlanePosition plane) {
        RoiPlace place = RoiPlace.of(image, plane);
        return outlines.all().filter(place::isOf);
    }

    private PickNumbers numbers() {
        return new PickNumbers(outlines.all().toList());
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
