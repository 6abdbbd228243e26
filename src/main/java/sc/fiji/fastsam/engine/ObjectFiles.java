package sc.fiji.fastsam.engine;

import ij.io.FileSaver;
import java.awt.Graphics2D;
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
import java.util.function.Function;
import javax.imageio.ImageIO;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.imagej.Units;
import sc.fiji.fastsam.imagej.measure.ObjectCsv;
import sc.fiji.fastsam.imagej.roi.OverlayPicture;
import sc.fiji.fastsam.imagej.roi.RoiSets;
import sc.fiji.fastsam.io.StagedFiles;
import sc.fiji.fastsam.io.zarr.ZarrLabelWriter;
import sc.fiji.fastsam.settings.LabelsFormat;

/** Files of the objects of an image. Not thread-safe. */
public final class ObjectFiles {

    private final ImageObjects objects;
    private Optional<RgbImage> input = Optional.empty();

    /** Of some objects. */
    public ObjectFiles(ImageObjects objects) {
        this.objects = objects;
    }

    /**
     * Writes some kinds of results, all of them or none, over what is there. Without objects there
     * is no ROI set, as ImageJ's ROI Manager refuses an empty one; that of an earlier run goes.
     *
     * @param target where a result goes, by what follows the input's name
     * @return the files, in the order of {@link OutputKind}
     * @throws IOException if one cannot be written; the message names it and the way out
     */
    public List<Path> write(FileOutputs outputs, Function<String, Path> target) throws IOException {
        List<Path> written = new ArrayList<>();
        Optional<Path> store = Optional.empty();
        try (StagedFiles files = new StagedFiles()) {
            for (OutputKind kind : outputs.inOrder().toList()) {
                Path file = target.apply(outputs.suffix(kind));
                if (kind == OutputKind.ROIS && objects.count() == 0) {
                    files.remove(file);
                    continue;
                }
                if (kind == OutputKind.LABELS && outputs.labels() == LabelsFormat.ZARR) {
                    store = Optional.of(file);
                } else {
                    files.write(file, out -> write(kind, out));
                }
                written.add(file);
            }
            commit(files, store);
        }
        return written;
    }

    private void commit(StagedFiles files, Optional<Path> store) throws IOException {
        if (store.isPresent()) {
            try (ZarrLabelWriter labels =
                    LabelStores.stage(objects.toLabelImage(), store.orElseThrow())) {
                labels.finish();
            }
        }
        files.commit();
    }

    private void write(OutputKind kind, OutputStream out) throws IOException {
        switch (kind) {
                // NB: FileSaver's methods that take a path hide why they fail.
            case LABELS -> out.write(new FileSaver(objects.toLabelImage()).serialize());
            case PARENTS -> out.write(new FileSaver(objects.toParentImage()).serialize());
            case ROIS -> RoiSets.write(objects.toRois(), out);
            case TABLE -> writeTable(out);
            case OVERLAY -> writePicture(out);
        }
    }

    private void writeTable(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        String unit = Units.text(objects.source().getCalibration());
        ObjectCsv.write(objects.rows(), objects.unanswered(), unit, writer);
        writer.flush();
    }

    /** Of several planes the first is shown. */
    private void writePicture(OutputStream out) throws IOException {
        PlaneObjects plane = objects.planes().get(0);
        BufferedImage picture =
                OverlayPicture.create(
                        input(), plane.objects(), plane.labeling().ids(), objects.colors());
        ImageIO.setUseCache(false);
        ImageIO.write(picture, "png", out);
    }

    /**
     * A small picture of the image, of several planes of the first.
     *
     * @param side longer side; smaller images stay as they are
     * @param outlined with the objects' outlines
     */
    public BufferedImage smallPicture(int side, boolean outlined) {
        PlaneObjects plane = objects.planes().get(0);
        BufferedImage picture = OverlayPicture.shrink(input(), side);
        if (outlined) {
            Graphics2D g = picture.createGraphics();
            g.scale(
                    (double) picture.getWidth() / input().size().width(),
                    (double) picture.getHeight() / input().size().height());
            OverlayPicture.draw(plane.objects(), plane.labeling().ids(), objects.colors(), g);
            g.dispose();
        }
        return picture;
    }

    /** The first plane as the network saw it. */
    private RgbImage input() {
        if (input.isEmpty()) {
            input =
                    Optional.of(
                            Planes.of(
                                    objects.source(),
                                    objects.planes().get(0).position(),
                                    objects.task().planes().channel(),
                                    objects.task().segmentation().input()));
        }
        return input.get();
    }
}
