package sc.fiji.fastsam.batch;

import ij.ImagePlus;
import ij.io.FileSaver;
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
import java.util.function.Function;
import javax.imageio.ImageIO;
import sc.fiji.fastsam.imagej.LabelPlus;
import sc.fiji.fastsam.imagej.measure.MeasuredObjects;
import sc.fiji.fastsam.imagej.measure.MeasuredPlane;
import sc.fiji.fastsam.imagej.measure.ObjectCsv;
import sc.fiji.fastsam.imagej.roi.ObjectRois;
import sc.fiji.fastsam.imagej.roi.OverlayPicture;
import sc.fiji.fastsam.imagej.roi.RoiPlace;
import sc.fiji.fastsam.imagej.roi.RoiSets;
import sc.fiji.fastsam.io.StagedFiles;
import sc.fiji.fastsam.mask.SegmentedObject;

/** The bytes of each kind of result. */
final class ResultFiles {

    private ResultFiles() {}

    /**
     * Writes the results of an image that the settings ask for, all of them or none.
     *
     * @return the files, in the order of {@link OutputKind}
     * @throws IOException if one cannot be written
     */
    static List<Path> write(
            InputFile input,
            BatchSettings settings,
            Function<OutputKind, StagedFiles.Content> contents)
            throws IOException {
        List<Path> written = new ArrayList<>();
        try (StagedFiles files = new StagedFiles()) {
            for (OutputKind kind : OutputKind.values()) {
                if (settings.outputs().contains(kind)) {
                    Path target = input.target(settings.folder(), kind);
                    files.write(target, contents.apply(kind));
                    written.add(target);
                }
            }
            files.commit();
        }
        return written;
    }

    /** Content of a result's file. */
    static StagedFiles.Content content(OutputKind kind, PlaneResult result) {
        return switch (kind) {
            case LABELS -> out -> writeLabels(result, out);
            case ROIS -> out -> writeRois(result, out);
            case TABLE -> out -> writeTable(result, out);
            case OVERLAY -> out -> writeOverlay(result, out);
        };
    }

    private static void writeLabels(PlaneResult result, OutputStream out) throws IOException {
        ImagePlus labels = LabelPlus.create(result.labeling(), result.image(), result.position());
        // NB: FileSaver's methods that take a path hide why they fail.
        out.write(new FileSaver(labels).serialize());
    }

    private static void writeRois(PlaneResult result, OutputStream out) throws IOException {
        RoiPlace place = RoiPlace.of(result.image(), result.position());
        RoiSets.write(ObjectRois.create(objects(result), place), out);
    }

    private static void writeTable(PlaneResult result, OutputStream out) throws IOException {
        MeasuredPlane plane = MeasuredPlane.of(result.image(), result.position());
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        String unit = result.image().getCalibration().getUnits();
        ObjectCsv.write(MeasuredObjects.of(objects(result), plane), unit, writer);
        writer.flush();
    }

    private static void writeOverlay(PlaneResult result, OutputStream out) throws IOException {
        BufferedImage picture = OverlayPicture.create(result.planes(), objects(result));
        ImageIO.setUseCache(false);
        ImageIO.write(picture, "png", out);
    }

    private static List<SegmentedObject> objects(PlaneResult result) {
        return result.labeling().segmentation().objects();
    }
}
