package sc.fiji.fastsam.picker;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import sc.fiji.fastsam.host.Placement;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.ManagedRois;
import sc.fiji.fastsam.imagej.roi.MaskRois;
import sc.fiji.fastsam.imagej.roi.ObjectRois;
import sc.fiji.fastsam.imagej.roi.Overlays;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.imagej.roi.RoiPlace;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * The picked objects of an image: outlines in its overlay, which is where they are remembered, and
 * regions of the same numbers in the ROI Manager. What else is there stays.
 */
final class Picks {

    /** Objects that share so much are one, as an IoU of their masks. */
    private static final double SAME = 0.9;

    /** NB: a color table has so many places; beyond them colors come again. */
    private static final int COLORED = 255;

    /** Of outlines, regions and label images, by number. */
    static final ObjectColors COLORS = ObjectColors.byLabel(COLORED);

    private final ImagePlus image;
    private final boolean managed;

    /**
     * The picked objects of an image.
     *
     * @param managed whether objects that are added go into the ROI Manager too
     */
    Picks(ImagePlus image, boolean managed) {
        this.image = image;
        this.managed = managed;
    }

    /** Those that are there, to be looked at and taken out. */
    static Picks of(ImagePlus image) {
        return new Picks(image, false);
    }

    /** Adds an object; returns its number, from 1. */
    int add(SegmentedObject object, PlanePosition plane) {
        int number = next();
        draw(object, plane, number);
        if (managed && ManagedRois.isAvailable()) {
            manage(region(object, plane, number));
        }
        return number;
    }

    /** Puts another object in the place of one. */
    void replace(int number, SegmentedObject object, PlanePosition plane) {
        erase(number);
        draw(object, plane, number);
        if (!ManagedRois.isAvailable()) {
            return;
        }
        Roi region = region(object, plane, number);
        RoiManager manager = RoiManager.getInstance2();
        int place = manager == null ? -1 : indexIn(manager, number);
        if (place < 0 && managed) {
            manage(region);
        } else if (place >= 0) {
            // NB: the manager's list goes on showing the name that it has.
            region.setName(manager.getName(place));
            manager.setRoi(region, place);
        }
    }

    /** NB: a manager that opens on the image would get the next click. */
    private void manage(Roi region) {
        boolean opens = RoiManager.getInstance2() == null;
        ManagedRois.append(List.of(region), image);
        if (opens) {
            Placement.besideImage(RoiManager.getInstance2());
        }
    }

    /** Takes an object out. */
    void remove(int number) {
        erase(number);
        RoiManager manager = ManagedRois.isAvailable() ? RoiManager.getInstance2() : null;
        int place = manager == null ? -1 : indexIn(manager, number);
        if (place >= 0) {
            manager.delete(place);
        }
    }

    /** The number of the smallest object at a pixel of a plane. */
    OptionalInt at(PlanePosition plane, int x, int y) {
        RoiPlace place = RoiPlace.of(image, plane);
        return outlines()
                .filter(roi -> place.isOf(roi) && roi.contains(x, y))
                .min(Comparator.comparingInt(roi -> MaskRois.toMask(roi).area()))
                .map(OwnRois::pick)
                .orElse(OptionalInt.empty());
    }

    /** The number of the picked object of a plane that is the same as another. */
    OptionalInt same(PlanePosition plane, Mask mask) {
        RoiPlace place = RoiPlace.of(image, plane);
        return outlines()
                .filter(roi -> place.isOf(roi) && MaskRois.toMask(roi).iou(mask) > SAME)
                .map(OwnRois::pick)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    /** The numbers of all, ascending. */
    int[] numbers() {
        return outlines().mapToInt(roi -> OwnRois.pick(roi).getAsInt()).sorted().toArray();
    }

    /** The outlines of all planes, in the order in which they were drawn. */
    Stream<Roi> outlines() {
        Overlay overlay = image.getOverlay();
        return overlay == null
                ? Stream.empty()
                : Arrays.stream(overlay.toArray()).filter(roi -> OwnRois.pick(roi).isPresent());
    }

    /** One more than any, also of those that only the ROI Manager still has. */
    private int next() {
        RoiManager manager = ManagedRois.isAvailable() ? RoiManager.getInstance2() : null;
        Stream<Roi> managed =
                manager == null
                        ? Stream.empty()
                        : Arrays.stream(manager.getRoisAsArray()).filter(this::isOfThisImage);
        return 1
                + Stream.concat(outlines(), managed)
                        .mapToInt(roi -> OwnRois.pick(roi).orElse(0))
                        .max()
                        .orElse(0);
    }

    private int indexIn(RoiManager manager, int number) {
        for (int i = 0; i < manager.getCount(); i++) {
            Roi roi = manager.getRoi(i);
            if (isOfThisImage(roi) && is(number).test(roi)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isOfThisImage(Roi roi) {
        return OwnRois.is(roi, OwnRois.PICK, image);
    }

    private static Predicate<Roi> is(int number) {
        return roi -> OwnRois.pick(roi).equals(OptionalInt.of(number));
    }

    private void draw(SegmentedObject object, PlanePosition plane, int number) {
        Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
        Overlays.addTo(
                overlay,
                List.of(region(object, plane, number)),
                List.of(color(number)),
                COLORS,
                OwnRois.PICK);
        image.setOverlay(overlay);
    }

    private void erase(int number) {
        Overlay overlay = image.getOverlay();
        for (int i = overlay == null ? -1 : overlay.size() - 1; i >= 0; i--) {
            if (is(number).test(overlay.get(i))) {
                overlay.remove(i);
            }
        }
        image.draw();
    }

    private static int color(int number) {
        return (number - 1) % COLORED + 1;
    }

    private Roi region(SegmentedObject object, PlanePosition plane, int number) {
        RoiPlace place = RoiPlace.of(image, plane);
        Roi roi = ObjectRois.create(List.of(object), List.of(number), place).get(0);
        roi.setName(roi.getName().replaceFirst("^obj", "pick"));
        roi.setStrokeColor(COLORS.of(color(number)));
        OwnRois.markPick(roi, number);
        OwnRois.setImage(roi, image.getTitle());
        OwnRois.setSource(roi, image);
        return roi;
    }
}
