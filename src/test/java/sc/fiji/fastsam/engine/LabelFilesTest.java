package sc.fiji.fastsam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.Opener;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.LabelsFormat;
import sc.fiji.fastsam.testing.Drawn;

/** Label images that are written tile by tile. */
class LabelFilesTest {

    private static final SegmentedObject FIRST = Drawn.object(0.9, Drawn.mask(3, 2, "##", "#."));
    private static final SegmentedObject SECOND = Drawn.object(0.8, Drawn.mask(8, 1, "#", "#"));

    @TempDir private Path folder;

    /** Two frames of 12 x 7 pixels that are made when they are asked for. */
    private static final class Frames extends VirtualStack {

        Frames() {
            super(12, 7);
            setBitDepth(8);
        }

        @Override
        public ImageProcessor getProcessor(int n) {
            return new ByteProcessor(12, 7);
        }

        @Override
        public int size() {
            return 2;
        }

        @Override
        public int getSize() {
            return 2;
        }
    }

    private static ImagePlus source(boolean virtual) {
        ImageStack stack = virtual ? new Frames() : new ImageStack(12, 7);
        for (int i = 0; i < 2 && !virtual; i++) {
            stack.addSlice(new ByteProcessor(12, 7));
        }
        ImagePlus image = new ImagePlus("source", stack);
        image.setDimensions(1, 1, 2);
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = 0.25;
        calibration.pixelHeight = 500;
        calibration.setUnit("\u00b5m");
        calibration.setYUnit("nm");
        calibration.frameInterval = 1.5;
        calibration.setTimeUnit("min");
        calibration.xOrigin = 5;
        calibration.yOrigin = 2.5;
        return image;
    }

    private static ImageObjects segment(ImagePlus source) {
        PlaneSegmenter network = (p, s, progress) -> Drawn.segmentation(12, 7, FIRST, SECOND);
        ImageTask task = ImageTask.DEFAULT.withPlanes(PlaneRange.ALL);
        return new ImageSegmenter(network).segment(source, task, Progress.NONE);
    }

    private Path write(ImagePlus source, LabelsFormat format, String name) throws IOException {
        FileOutputs labels = new FileOutputs(Set.of(OutputKind.LABELS), format);
        return new ObjectFiles(segment(source)).write(labels, folder.resolve(name)).get(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void timesOriginAndColorsAreThoseOfTheSource(boolean tiled) throws IOException {
        Path file = write(source(tiled), LabelsFormat.TIFF, "cells");
        Path name = file.getFileName();
        for (ImagePlus labels :
                List.of(ImageFiles.open(file), new Opener().openTiff(folder + "/", "" + name))) {
            Calibration calibration = labels.getCalibration();
            assertEquals(1.5, calibration.frameInterval);
            assertEquals("min", calibration.getTimeUnit());
            assertEquals(5, calibration.xOrigin);
            assertEquals(2.5, calibration.yOrigin);
            assertEquals(255, labels.getDisplayRangeMax());
            ObjectColors colors = ObjectColors.byLabel(2);
            int rgb = labels.getProcessor().getColorModel().getRGB(1);
            assertEquals(colors.of(1).getRGB(), rgb);
            assertEquals(2, labels.getNFrames());
        }
    }

    @Test
    void timesOfZarrAreInSeconds() throws IOException {
        Path zarr = write(source(false), LabelsFormat.ZARR, "stored");
        Calibration calibration = ImageFiles.open(zarr).getCalibration();
        assertEquals(90, calibration.frameInterval, 1e-9);
        assertEquals("sec", calibration.getTimeUnit());
    }

    @Test
    void heightsAreInTheUnitOfWidths() throws IOException {
        Path file = write(source(true), LabelsFormat.TIFF, "cells");
        Calibration calibration = ImageFiles.open(file).getCalibration();
        assertEquals(0.25, calibration.pixelWidth, 1e-9);
        assertEquals(0.5, calibration.pixelHeight, 1e-9);
        assertEquals("\u00b5m", calibration.getYUnit());
        Path zarr = write(source(false), LabelsFormat.ZARR, "stored");
        assertEquals(0.5, ImageFiles.open(zarr).getCalibration().pixelHeight, 1e-9);
    }

    @Test
    void nothingIsLeftWhereMemoryEnds() throws IOException {
        ImageObjects found = segment(source(true));
        AtomicInteger asked = new AtomicInteger();
        LabelOutputs scarce =
                new LabelOutputs(
                        found.source(),
                        true,
                        found.labels(OutputKind.LABELS).counts(),
                        found.planes(),
                        plane -> {
                            // NB: first the greatest label of both is asked for.
                            if (asked.incrementAndGet() > 3) {
                                throw new OutOfMemoryError("asked for by this test");
                            }
                            return plane.labeling();
                        },
                        found.colors());
        FileOutputs outputs = new FileOutputs(Set.of(OutputKind.LABELS));
        ResultTargets targets = new ResultTargets(Optional.empty(), folder.resolve("cells"));
        assertThrows(
                OutOfMemoryError.class,
                () -> {
                    try (StagedLabels staged = new StagedLabels(outputs, targets)) {
                        staged.write(OutputKind.LABELS, scarce);
                    }
                });
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }
}
