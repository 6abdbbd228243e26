package sc.fiji.fastsam.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.imagej.PlanePixels;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.segment.NetworkId;
import sc.fiji.fastsam.segment.NetworkSegmenter;
import sc.fiji.fastsam.settings.LabelsFormat;

/** Images that are read in parts give what they give whole. */
class InPartsTest {

    private static final Path IMAGES = Path.of("src/test/resources/images");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"nuclei.tif", "coins.png", "ihc.png"})
    void allResultsAreThoseOfTheWholeImage(String name) throws IOException {
        Path file = IMAGES.resolve(name);
        // NB: several tiles across and down.
        ImageTask task = ImageTask.of(sc.fiji.fastsam.settings.Settings.parse("diameter=9"));
        try (NetworkSegmenter network =
                NetworkSegmenter.open(NetworkId.of(ModelFile.bundled(), DeviceRequest.AUTO))) {
            ImageSegmenter segmenter = new ImageSegmenter(PlaneSegmenter.once(network));
            write(segmenter.segment(ImageFiles.open(file), task, Progress.NONE), "whole");
            ImagePlus inParts = ImageFiles.openInParts(file);
            ImageObjects found = segmenter.segment(inParts, task, Progress.NONE);
            assertTrue(found.summary().counts().tiles() > 1);
            assertTrue(found.count() > 5, "found " + found.count());
            write(found, "parts");
        }
        ImagePlus expected = ImageFiles.open(folder.resolve("whole-labels.tif"));
        ImagePlus labels = ImageFiles.open(folder.resolve("parts-labels.tif"));
        assertEquals(expected.getBitDepth(), labels.getBitDepth());
        assertArrayEquals(
                expected.getProcessor().getFloatArray(), labels.getProcessor().getFloatArray());
        assertEquals(
                Files.readString(folder.resolve("whole-objects.csv")),
                Files.readString(folder.resolve("parts-objects.csv")));
        for (String suffix : new String[] {"-rois.zip", "-overlay.png", "-objects.geojson"}) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("whole" + suffix)),
                    Files.readAllBytes(folder.resolve("parts" + suffix)),
                    suffix);
        }
    }

    private void write(ImageObjects objects, String name) throws IOException {
        FileOutputs all = new FileOutputs(EnumSet.allOf(OutputKind.class), LabelsFormat.TIFF);
        new ObjectFiles(objects).write(all, folder.resolve(name));
    }

    @Test
    void whoeverAsksForAllPixelsIsRefused() throws IOException {
        ImagePlus image = ImageFiles.openInParts(IMAGES.resolve("nuclei.tif"));
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> PlanePixels.read(image, PlanePosition.FIRST));
        assertTrue(e.getMessage().contains("too large for Java's memory"), e.getMessage());
    }
}
