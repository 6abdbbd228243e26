package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import sc.fiji.fastsam.imagej.LabelPlus;
import sc.fiji.fastsam.imagej.measure.MeasuredObject;
import sc.fiji.fastsam.imagej.measure.MeasuredObjects;
import sc.fiji.fastsam.imagej.measure.ObjectTable;
import sc.fiji.fastsam.imagej.roi.ObjectRois;
import sc.fiji.fastsam.imagej.roi.Overlays;
import sc.fiji.fastsam.label.Labeling;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * The objects of an image, as ImageJ shows objects. Everything is named after the source.
 *
 * @param source the image
 * @param planes its segmented planes, slices before frames
 * @param wholeStack true when these are all planes
 * @param note what the user should know of the choice of planes and area, empty for nothing
 */
public record ImageObjects(
        ImagePlus source, List<PlaneObjects> planes, boolean wholeStack, String note) {

    /** Copies the list. */
    public ImageObjects {
        planes = List.copyOf(planes);
    }

    /** Number of objects in all planes. */
    public int count() {
        return planes.stream().mapToInt(plane -> plane.labeling().count()).sum();
    }

    /** A new label image: of the plane, or with as many slices and frames as the source. */
    public ImagePlus toLabelImage() {
        List<Labeling> labelings = planes.stream().map(PlaneObjects::labeling).toList();
        return wholeStack && source.getStackSize() > 1
                ? LabelPlus.createStack(labelings, source)
                : LabelPlus.create(labelings.get(0), source, planes.get(0).plane().position());
    }

    /**
     * One region an object, in the order of planes and labels; property "Image" names the source.
     * Regions of objects that answer prompts are named after these.
     */
    public List<Roi> toRois() {
        List<Roi> rois = new ArrayList<>();
        for (PlaneObjects plane : planes) {
            rois.addAll(toRois(plane));
        }
        return rois;
    }

    /** The regions of one of the planes, in the order of its labels. */
    public List<Roi> toRois(PlaneObjects plane) {
        List<Roi> rois = ObjectRois.create(objects(plane), plane.plane().place());
        for (int i = 0; i < rois.size(); i++) {
            rois.get(i).setProperty("Image", source.getTitle());
            if (!plane.nameOf(i).isEmpty()) {
                rois.get(i).setName(plane.nameOf(i));
            }
        }
        return rois;
    }

    /** Adds the outlines to an overlay, which keeps what it has. */
    public void addTo(Overlay overlay) {
        for (PlaneObjects plane : planes) {
            Overlays.addTo(overlay, objects(plane), plane.plane().place());
        }
    }

    /** A new table with a row an object, labeled "title:region" as ImageJ does. */
    public ResultsTable toTable() {
        ResultsTable table = ObjectTable.create(rows());
        for (int row = 0; row < table.size(); row++) {
            table.setLabel(source.getTitle() + ":" + table.getLabel(row), row);
        }
        return table;
    }

    /** The objects of all planes with their measures and the prompts that they answer. */
    public List<MeasuredObject> rows() {
        List<MeasuredObject> rows = new ArrayList<>();
        for (PlaneObjects plane : planes) {
            List<MeasuredObject> measured = MeasuredObjects.of(objects(plane), plane.plane());
            for (int i = 0; i < measured.size(); i++) {
                rows.add(named(measured.get(i), plane, i));
            }
        }
        return rows;
    }

    /** What the user should know: the note and those of the runs, each once. */
    public List<String> notes() {
        return notes(kind -> true);
    }

    /** Likewise, with those notes of the runs alone that are of some kinds. */
    List<String> notes(Predicate<Note.Kind> kinds) {
        Set<String> notes = new LinkedHashSet<>();
        if (!note.isEmpty()) {
            notes.add(note);
        }
        planes.stream()
                .flatMap(plane -> plane.labeling().segmentation().summary().notes().stream())
                .filter(ofRun -> kinds.test(ofRun.kind()))
                .forEach(ofRun -> notes.add(ofRun.text()));
        return List.copyOf(notes);
    }

    /** A row is named as its region. */
    private static MeasuredObject named(MeasuredObject row, PlaneObjects plane, int object) {
        return plane.promptsOf(object).isEmpty()
                ? row
                : new MeasuredObject(
                        row.label(),
                        plane.nameOf(object),
                        row.object(),
                        row.position(),
                        row.place(),
                        plane.promptsOf(object),
                        row.measures());
    }

    private static List<SegmentedObject> objects(PlaneObjects plane) {
        return plane.labeling().segmentation().objects();
    }
}
