package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.fastsam.batch.SampleFiles;
import sc.fiji.fastsam.cli.FastSamProcess.Result;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.onnx.TinyModels;

/** Everything that a user may get wrong, through the process: one clear line, the right code. */
class BadInputProcessTest {

    private static final Path NUCLEI = Path.of("src/test/resources/images/nuclei.tif");

    @TempDir private Path folder;
    private Path good;
    private Path out;

    @BeforeEach
    void makeGoodImage() {
        good = aFewNuclei("good.tif");
        out = folder.resolve("out");
    }

    @Test
    void badFilesAreNamedOneALineAndTheGoodOnesAreDone() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.tif"));
        Path text = Files.writeString(folder.resolve("text.tif"), "1 2 3\n4 5 6\n");
        Path cutTiff = SampleFiles.truncated(good, 0.5);
        Path cutPng = SampleFiles.truncated(SampleFiles.png(folder.resolve("a.png")), 0.5);
        Path missing = folder.resolve("missing.tif");
        Path bare = Files.createDirectory(folder.resolve("bare"));
        Result result = segment(missing, empty, text, cutTiff, cutPng, bare, good).expect(1);
        assertErrors(
                result,
                missing + ": does not exist.",
                empty + ": is empty (0 bytes).",
                text + ": is not an image:",
                cutTiff + ": is cut short:",
                cutPng + ": is cut short:",
                bare
                        + ": is a folder without images. Name another, or take its subfolders"
                        + " too (--recursive).");
        assertTrue(result.out().contains("1 of 7 files done, 6 failed"), result.out());
        assertEquals(
                List.of(
                        "good-labels.tif",
                        "good-objects.csv",
                        "good-overlay.png",
                        "good-rois.zip",
                        "journal.jsonl",
                        "objects.csv",
                        "report.csv",
                        "report.html",
                        "report.json"),
                written());
    }

    @Test
    void tinyFlatAndNanImagesAreNoFailure() throws Exception {
        Path one = SampleFiles.flat(folder.resolve("one.tif"), 1, 1);
        Path thin = SampleFiles.flat(folder.resolve("thin.tif"), 1, 5000);
        Path flat = SampleFiles.flat(folder.resolve("flat.tif"), 60, 40);
        Path nan = SampleFiles.nan(folder.resolve("nan.tif"));
        Result result = segment(one, thin, flat, nan).expect(0);
        assertTrue(result.out().contains("4 of 4 files done, 0 failed, 0 objects"), result.out());
        assertEquals(5000, ImageFiles.open(out.resolve("thin-labels.tif")).getHeight());
    }

    @Test
    void anImageOfZeroSizeIsNamed() throws Exception {
        Path zero = SampleFiles.zeroWidth(folder.resolve("zero.tif"));
        assertErrors(
                segment(zero).expect(1),
                zero + ": is damaged: page 1 has no pixels: a page of 0 x 24.");
    }

    @Test
    void aPlaneThatIsNotThereIsNamed() throws Exception {
        assertErrors(
                segment(good, "--slice", 3).expect(1),
                good
                        + ": slice must be 1 for this image of 1 channel, 1 slice, 1 frame, but was 3.");
    }

    @ParameterizedTest
    @CsvSource({
        "--confidence, 2, '--confidence must lie between 0 and 1, but was 2.'",
        "--confidence, abc, '--confidence must be a number, but was \"abc\".'",
        "--diameter, 8 furlongs, '--diameter must be a number of pixels, as 12, or a'",
        "--diameter, -3um, '--diameter must be 0 or more, but was -3.'",
        "--confidence, NaN, '--confidence must lie between 0 and 1, but was NaN.'",
        "--image-size, 7, '--image-size (other than 0) must lie between 32 and 32768, but was 7.'",
        "--max-objects, -1, '--max-objects must be 0 or more, but was -1.'",
        "--slice, 0, '--slices must be \"all\", \"shown\", or numbers from 1 on and ranges of them with commas between, as 1,4,7-9, but was \"0\".'",
        "--nested, sideways, '--nested must be one of all, outer, inner, but was'",
        "--write, labels;rois, 'is not one of labels, parents, rois, table, overlay'",
        "--device, gpu, '--device must be one of auto, cpu, cuda, tensorrt, coreml, but'",
        "--threads, -2, '--threads must lie between 0 and 1024, but was -2.'",
        "--confidnce, 0.5, 'Unknown option: ''--confidnce''. Did you mean --confidence'"
    })
    void wrongSettingsAreUsageErrorsThatNameTheOption(String option, String value, String message)
            throws Exception {
        Result result = segment(good, option, value).expect(2);
        assertErrors(result, message);
        assertTrue(result.err().contains("fastsam segment --help"), result.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void aRepeatedOptionIsAUsageErrorAndNotHalfForgotten() throws Exception {
        Result result =
                segment(good, "--iou", "0.5", "--confidence", "0.9", "--iou", "0.4").expect(2);
        assertErrors(result, "option '--iou' should be specified only once.");
        assertErrors(segment(good, "--out", out).expect(2), "should be specified only once.");
    }

    @Test
    void misspeltCommandsAndMissingArgumentsAreUsageErrors() throws Exception {
        assertErrors(FastSamProcess.run("segmnt").expect(2), "Did you mean segment");
        assertErrors(FastSamProcess.run("segment", good).expect(2), "option: '--out=DIR'");
        assertErrors(FastSamProcess.run("segment", "--out", out).expect(2), "parameter: 'IN'");
        assertErrors(FastSamProcess.run().expect(2), "Missing command");
    }

    @Test
    void aMissingModelEndsWithCode3() throws Exception {
        Path model = folder.resolve("missing.onnx");
        assertModelError(model, model.toString());
    }

    @Test
    void anEmptyATextAndATruncatedModelEndWithCode3() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.onnx"));
        assertModelError(empty, empty.toString());
        Path text = Files.writeString(folder.resolve("text.onnx"), "weights: none\n".repeat(90));
        assertModelError(text, text.toString());
        byte[] bytes = Files.readAllBytes(TinyModels.path("l1-static"));
        Path cut = folder.resolve("cut.onnx");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        assertModelError(cut, cut.toString());
    }

    @ParameterizedTest
    @MethodSource("sc.fiji.fastsam.onnx.TinyModels#others")
    void anotherNetworkEndsWithCode3(String name) throws Exception {
        assertModelError(TinyModels.path(name), name + ".onnx");
    }

    @Test
    void aDeviceThatIsNotThereEndsWithCode3() throws Exception {
        String device = System.getProperty("os.name").startsWith("Mac") ? "cuda" : "coreml";
        Result result = segment(good, "--device", device).expect(3);
        assertErrors(result, device);
        assertEquals(List.of(), written());
    }

    @Test
    void anOutputFolderThatCannotBeMadeIsAUsageError() throws Exception {
        out = good.resolve("below-a-file");
        Result result = segment(good).expect(2);
        assertErrors(result, "cannot write into --out " + out);
    }

    @Test
    void anInputIsNeverOverwritten() throws Exception {
        Path labels = aFewNuclei("good-labels.tif");
        byte[] before = Files.readAllBytes(labels);
        out = folder;
        Result result = segment(good, labels).expect(1);
        assertErrors(result, labels + " would overwrite the input " + labels);
        assertArrayEquals(before, Files.readAllBytes(labels));
        assertTrue(result.out().contains("1 of 2 files done"), result.out());
    }

    @Test
    void aFullDiskLeavesNothingHalfWritten() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        // NB: this run leaves ONNX Runtime's libraries in their cache, which the next cannot write.
        FastSamProcess.run("segment", NUCLEI, "--out", out).expect(0);
        Path full = folder.resolve("full");
        Result result =
                FastSamProcess.runOnFullDisk(100, "segment", NUCLEI, good, "--out", full).expect(1);
        assertErrors(result, "could not write " + full.resolve("nuclei-overlay.png") + ": ");
        out = full;
        assertEquals(
                List.of(
                        "good-labels.tif",
                        "good-objects.csv",
                        "good-overlay.png",
                        "good-rois.zip",
                        "journal.jsonl",
                        "objects.csv",
                        "report.csv",
                        "report.html",
                        "report.json"),
                written());
    }

    @Test
    void stackTracesAreShownOnRequestOnly() throws Exception {
        Path missing = folder.resolve("missing.tif");
        assertTrue(segment(missing, "--debug").expect(1).err().contains("\tat sc.fiji.fastsam"));
    }

    private void assertModelError(Path model, String message) throws Exception {
        Result result = segment(good, "--model", model).expect(3);
        assertErrors(result, message);
        assertEquals(List.of(), written());
    }

    /** A corner of the sample, 128 pixels a side. */
    private Path aFewNuclei(String name) {
        ImagePlus image = IJ.openImage(NUCLEI.toString());
        image.setRoi(0, 0, 128, 128);
        Path file = folder.resolve(name);
        assertTrue(new FileSaver(image.crop()).saveAsTiff(file.toString()));
        return file;
    }

    /** One line an error, each holding its text. */
    private static void assertErrors(Result result, String... expected) {
        List<String> lines = result.errors();
        assertEquals(expected.length, lines.size(), result.err());
        for (int i = 0; i < expected.length; i++) {
            assertTrue(lines.get(i).startsWith("fastsam: "), lines.get(i));
            assertTrue(lines.get(i).contains(expected[i]), lines.get(i));
        }
    }

    private Result segment(Object... arguments) throws IOException, InterruptedException {
        return FastSamProcess.run(
                Stream.concat(Stream.of("segment", "--out", out), Stream.of(arguments)).toArray());
    }

    private List<String> written() throws IOException {
        if (!Files.exists(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
