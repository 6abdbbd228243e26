package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.concurrent.AtOnce;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.image.SmallPlane;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.LabelTiff;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.imagej.Units;
import sc.fiji.fastsam.imagej.file.SourceStack;
import sc.fiji.fastsam.imagej.measure.MeasuredObject;
import sc.fiji.fastsam.imagej.measure.ObjectCsv;
import sc.fiji.fastsam.imagej.measure.ObjectGeoJson;
import sc.fiji.fastsam.imagej.roi.OverlayPicture;
import sc.fiji.fastsam.imagej.roi.RoiSets;
import sc.fiji.fastsam.io.StagedFiles;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.LabelsFormat;
import sc.fiji.fastsam.settings.Stain;

/** Files of the objects of an image. Not thread-safe. */
public final class ObjectFiles {

    /** Pixels along a side of each pixel of a small picture. */
    private static final int SAMPLES = 4;

    /** Pixels of images whose files are written at the same time: about 20 bytes for each. */
    private static final long MOST_AT_ONCE = 4096 * 4096;

    private final ImageObjects objects;
    private Optional<RgbImage> shown = Optional.empty();
    private Optional<List<MeasuredObject>> rows = Optional.empty();

    /** Of some objects. */
    public ObjectFiles(ImageObjects objects) {
        this.objects = objects;
    }

    /**
     * Writes some kinds of results, all of them or none, over what is there. Without objects there
     * is no ROI set, as ImageJ's ROI Manager refuses an empty one; that of an earlier run goes.
     *
     * @param stem what their names begin with, folder included
     * @return the files, in the order of {@link OutputKind}
     * @throws IOException if one cannot be written; the message names it and the way out
     */
    public List<Path> write(FileOutputs outputs, Path stem) throws IOException {
        return write(outputs, new ResultTargets(Optional.empty(), stem), () -> {});
    }

    /**
     * Likewise, while something else is done.
     *
     * @param beside done at the same time; if it fails, nothing is written
     * @return the files, in the order of {@link OutputKind}
     * @throws IOException if one cannot be written; the message names it and the way out
     */
    public List<Path> write(FileOutputs outputs, ResultTargets targets, AtOnce.Task beside)
            throws IOException {
        List<Path> written = new ArrayList<>();
        List<AtOnce.Task> pictures = new ArrayList<>(List.of(beside));
        List<AtOnce.Task> tables = new ArrayList<>();
        List<AtOnce.Task> tiles = new ArrayList<>();
        try (StagedFiles files = new StagedFiles();
                StagedLabels labels = new StagedLabels(outputs, targets)) {
            for (OutputKind kind : outputs.inOrder().toList()) {
                Path file = outputs.place(kind).path(targets);
                if (kind == OutputKind.ROIS && objects.count() == 0) {
                    files.remove(file);
                    continue;
                }
                if (kind.isLabels() && isTiled(outputs)) {
                    tiles.add(() -> labels.write(kind, objects.labels(kind)));
                } else {
                    AtOnce.Task task = files.writing(file, out -> write(kind, out));
                    (kind == OutputKind.OVERLAY ? pictures : tables).add(task);
                }
                written.add(file);
            }
            if (isInParts()) {
                prepare(outputs);
            }
            run(pictures, tables, tiles);
            labels.finish();
            files.commit();
        }
        return written;
    }

    /**
     * NB: of a large image one after the other, as each has pixels of its own. Of one that is read
     * in parts only pictures take much memory.
     */
    private void run(List<AtOnce.Task> pictures, List<AtOnce.Task> tables, List<AtOnce.Task> tiles)
            throws IOException {
        if (size().area() <= MOST_AT_ONCE) {
            List<AtOnce.Task> all = new ArrayList<>(pictures);
            all.addAll(tables);
            all.add(inTurn(tiles));
            AtOnce.run(all);
        } else if (isInParts()) {
            AtOnce.run(List.of(inTurn(pictures), inTurn(tables), inTurn(tiles)));
        } else {
            inTurn(List.of(inTurn(pictures), inTurn(tables), inTurn(tiles))).run();
        }
    }

    private boolean isInParts() {
        return SourceStack.inParts(objects.source()).isPresent();
    }

    /** Reads what takes all threads, before files are written on one each. */
    private void prepare(FileOutputs outputs) {
        if (outputs.contains(OutputKind.OVERLAY)) {
            shown();
        }
        if (outputs.haveMeasures()) {
            measured();
        }
    }

    private static AtOnce.Task inTurn(List<AtOnce.Task> tasks) {
        return () -> {
            for (AtOnce.Task task : tasks) {
                task.run();
            }
        };
    }

    /** True where a label image is written tile by tile and not by ImageJ. */
    private boolean isTiled(FileOutputs outputs) {
        return outputs.labels() != LabelsFormat.TIFF
                || LabelFiles.isLarge(objects.labels(OutputKind.LABELS))
                || objects.planes().stream().anyMatch(p -> p.labeling().isPaintedLater());
    }

    /** What a user should know of the files, each a sentence without full stop. */
    public List<String> notes(FileOutputs outputs) {
        Size shown = OverlayPicture.size(size());
        return outputs.contains(OutputKind.OVERLAY) && !shown.equals(size())
                ? List.of("the overlay picture has " + shown + " pixels for " + size())
                : List.of();
    }

    private Size size() {
        return objects.labels(OutputKind.LABELS).size();
    }

    private void write(OutputKind kind, OutputStream out) throws IOException {
        switch (kind) {
            case LABELS -> LabelTiff.write(objects.toLabelImage(), out);
            case PARENTS -> LabelTiff.write(objects.toParentImage(), out);
            case ROIS -> RoiSets.write(objects.rois(), out);
            case TABLE -> writeTable(out);
            case OVERLAY -> writePicture(out);
            case GEOJSON -> writeGeoJson(out);
        }
    }

    private void writeTable(OutputStream out) throws IOException {
        Writer writer = text(out);
        ObjectCsv.write(measured(), objects.unanswered(), unit(), writer);
        writer.flush();
    }

    private void writeGeoJson(OutputStream out) throws IOException {
        Writer writer = text(out);
        ObjectGeoJson.write(measured(), unit(), writer);
        writer.flush();
    }

    private static Writer text(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    private String unit() {
        return Units.text(objects.source().getCalibration());
    }

    /** Measured once, whichever files they go into. */
    private synchronized List<MeasuredObject> measured() {
        if (rows.isEmpty()) {
            rows = Optional.of(objects.rows());
        }
        return rows.get();
    }

    /** Of several planes the first is shown. */
    private void writePicture(OutputStream out) throws IOException {
        PlaneObjects plane = objects.planes().get(0);
        BufferedImage picture =
                OverlayPicture.create(
                        shown(), size(), plane.objects(), plane.labeling().ids(), objects.colors());
        OverlayPicture.write(picture, out);
    }

    /**
     * A small picture of the image, of several planes of the first: without the objects' outlines
     * at the left, with them at the right.
     *
     * <p>NB: an image that is read in parts is read once more only where the picture of the overlay
     * is written too.
     *
     * @param outputs that are written besides
     * @param side longer side of either; smaller images stay as they are
     */
    public BufferedImage smallPair(FileOutputs outputs, int side) {
        PlaneObjects plane = objects.planes().get(0);
        return OverlayPicture.pair(
                small(outputs, side),
                side,
                size(),
                plane.objects(),
                plane.labeling().ids(),
                objects.colors());
    }

    private RgbImage small(FileOutputs outputs, int side) {
        boolean kept = outputs.contains(OutputKind.OVERLAY);
        RgbPlane plane = kept ? shown() : plane();
        return plane.isReadInParts()
                ? SmallPlane.sampled(plane, OverlayPicture.size(size(), SAMPLES * side))
                : SmallPlane.of(plane, OverlayPicture.size(size()));
    }

    /**
     * The first plane as the network saw it; where that was one stain, in color.
     *
     * @throws IllegalStateException if the image was closed or resized since
     */
    private RgbPlane plane() {
        checkSource();
        InputSettings input = objects.task().segmentation().input();
        ChannelSource channel = objects.task().planes().channel();
        return Planes.ofAnySize(
                objects.source(),
                objects.planes().get(0).position(),
                input.isOfStain() ? ChannelSource.DISPLAYED : channel,
                input.withStain(Stain.NONE));
    }

    /**
     * @throws IllegalStateException if the source was closed or resized since
     */
    private void checkSource() {
        ImagePlus source = objects.source();
        boolean isClosed = source.getProcessor() == null;
        if (isClosed || !size().equals(new Size(source.getWidth(), source.getHeight()))) {
            throw new IllegalStateException(
                    "\""
                            + source.getTitle()
                            + "\" was "
                            + (isClosed ? "closed" : "resized")
                            + " since it was segmented, so that there is no picture of it with its"
                            + " outlines. Segment it again, or leave the picture (overlay) out.");
        }
    }

    /** Likewise, at the size of its picture. */
    private synchronized RgbImage shown() {
        if (shown.isEmpty()) {
            RgbPlane plane = plane();
            shown = Optional.of(SmallPlane.of(plane, OverlayPicture.size(plane.size())));
        }
        return shown.get();
    }
}
