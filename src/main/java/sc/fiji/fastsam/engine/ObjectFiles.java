package sc.fiji.fastsam.engine;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.imageio.ImageIO;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.imagej.Units;
import sc.fiji.fastsam.imagej.file.SourceStack;
import sc.fiji.fastsam.imagej.measure.ObjectCsv;
import sc.fiji.fastsam.imagej.roi.OverlayPicture;
import sc.fiji.fastsam.imagej.roi.RoiSets;
import sc.fiji.fastsam.io.LabelWriter;
import sc.fiji.fastsam.io.StagedFiles;
import sc.fiji.fastsam.settings.LabelsFormat;

/** Files of the objects of an image. */
public final class ObjectFiles {

    private ObjectFiles() {}

    /**
     * Writes some kinds of results, all of them or none, over what is there. Without objects there
     * is no ROI set, as ImageJ's ROI Manager refuses an empty one; that of an earlier run goes.
     *
     * @param target where a result goes, by what follows the input's name
     * @return the files, in the order of {@link OutputKind}
     * @throws IOException if one cannot be written; the message names it and the way out
     */
    public static List<Path> write(
            ImageObjects objects, FileOutputs outputs, Function<String, Path> target)
            throws IOException {
        List<Path> written = new ArrayList<>();
        Map<OutputKind, Path> tiled = new EnumMap<>(OutputKind.class);
        try (StagedFiles files = new StagedFiles()) {
            for (OutputKind kind : outputs.inOrder().toList()) {
                Path file = target.apply(outputs.suffix(kind));
                if (kind == OutputKind.ROIS && objects.count() == 0) {
                    files.remove(file);
                    continue;
                }
                if (kind.isLabels() && isTiled(objects, outputs)) {
                    tiled.put(kind, file);
                } else {
                    files.write(file, out -> write(objects, kind, out));
                }
                written.add(file);
            }
            for (Map.Entry<OutputKind, Path> image : tiled.entrySet()) {
                LabelOutputs labels = objects.labels(image.getKey());
                writeTiles(labels, outputs.labels(), image.getValue());
            }
            files.commit();
        }
        return written;
    }

    /** True where a label image is written tile by tile and not by ImageJ. */
    private static boolean isTiled(ImageObjects objects, FileOutputs outputs) {
        return outputs.labels() == LabelsFormat.ZARR
                || SourceStack.inParts(objects.source()).isPresent();
    }

    private static void writeTiles(LabelOutputs labels, LabelsFormat format, Path target)
            throws IOException {
        try (LabelWriter writer = LabelFiles.stage(labels, format, target)) {
            writer.finish();
        }
    }

    /** What a user should know of the files, each a sentence without full stop. */
    public static List<String> notes(ImageObjects objects, FileOutputs outputs) {
        Size size = new Size(objects.source().getWidth(), objects.source().getHeight());
        Size shown = OverlayPicture.size(size);
        return outputs.contains(OutputKind.OVERLAY) && !shown.equals(size)
                ? List.of("the overlay picture has " + shown + " pixels for " + size)
                : List.of();
    }

    private static void write(ImageObjects objects, OutputKind kind, OutputStream out)
            throws IOException {
        switch (kind) {
                // NB: FileSaver's methods that take a path hide why they fail.
            case LABELS -> out.write(new FileSaver(objects.toLabelImage()).serialize());
            case PARENTS -> out.write(new FileSaver(objects.toParentImage()).serialize());
            case ROIS -> RoiSets.write(objects.rois(), out);
            case TABLE -> writeTable(objects, out);
            case OVERLAY -> writePicture(objects, out);
        }
    }

    private static void writeTable(ImageObjects objects, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        String unit = Units.text(objects.source().getCalibration());
        ObjectCsv.write(objects.rows(), objects.unanswered(), unit, writer);
        writer.flush();
    }

    /** Of several planes the first is shown. */
    private static void writePicture(ImageObjects objects, OutputStream out) throws IOException {
        PlaneObjects plane = objects.planes().get(0);
        RgbPlane input =
                Planes.ofAnySize(
                        objects.source(),
                        plane.position(),
                        objects.task().planes().channel(),
                        objects.task().segmentation().input());
        BufferedImage picture =
                OverlayPicture.create(
                        input, plane.objects(), plane.labeling().ids(), objects.colors());
        ImageIO.setUseCache(false);
        ImageIO.write(picture, "png", out);
    }
}
