package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.batch.SampleStores;
import sc.fiji.fastsam.cli.FastSamProcess.Result;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.onnx.TinyModels;

class SegmentProcessTest {

    private static final Path NUCLEI = Path.of("src/test/resources/images/nuclei.tif");

    @TempDir private Path folder;

    @Test
    void anImageGivesItsResults() throws Exception {
        Path image = TinyImage.save(folder.resolve("three.tif"));
        Result result = tiny(image, "--out", folder.resolve("out")).expect(0);
        assertEquals(
                List.of(
                        "journal.jsonl",
                        "objects.csv",
                        "report.csv",
                        "report.html",
                        "report.json",
                        "three-labels.tif",
                        "three-objects.csv",
                        "three-overlay.png",
                        "three-rois.zip"),
                files("out"));
        assertEquals("", result.err());
        assertTrue(result.out().startsWith(image + ": 3 objects, typical diameter "), result.out());
        assertTrue(result.out().contains("1 of 1 files done, 0 failed, 3 objects"), result.out());
        TinyImage.assertLabels(labels("out/three-labels.tif"));
    }

    @Test
    void theBundledNetworkFindsNucleiWithoutAnyOption() throws Exception {
        FastSamProcess.run("segment", NUCLEI, "--out", folder.resolve("out")).expect(0);
        double most = labels("out/nuclei-labels.tif").getStatistics().max;
        assertTrue(most >= 50 && most <= 250, "found " + most);
    }

    @Test
    void anOmeZarrImageGivesTheObjectsOfTheSamePixelsAndTheirScoreIsPerfect() throws Exception {
        Path store = folder.resolve("nuclei.ome.zarr");
        SampleStores.save(ImageFiles.open(NUCLEI), store, List.of());
        Path copy = Files.copy(NUCLEI, folder.resolve("nuclei.ome.tif"));
        Path tif = folder.resolve("tif");
        Path zarr = folder.resolve("zarr");
        FastSamProcess.run("segment", copy, "--out", tif).expect(0);
        FastSamProcess.run("segment", store, "--out", zarr, "--labels-format", "zarr").expect(0);
        assertEquals(
                Files.readString(tif.resolve("nuclei.ome-objects.csv")),
                Files.readString(zarr.resolve("nuclei.ome-objects.csv")));
        Result score =
                FastSamProcess.run("evaluate", "--truth", tif, "--predicted", zarr).expect(0);
        assertTrue(score.out().contains("1.000"), score.out());
        Result wrong =
                FastSamProcess.run("segment", store, "--out", zarr, "--labels-format", "png")
                        .expect(2);
        assertTrue(wrong.err().contains("--labels-format must be one of tiff, zarr"), wrong.err());
    }

    @Test
    void folderIsTakenWithItsSubfoldersOnRequest() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in/sub")).getParent();
        TinyImage.save(in.resolve("a.tif"));
        TinyImage.save(in.resolve("sub/b.tif"));
        Files.writeString(in.resolve("notes.txt"), "no image");
        Path out = folder.resolve("out");
        tiny(in, "--out", out, "--write", "labels", "--recursive").expect(0);
        assertEquals(
                List.of(
                        "a-labels.tif",
                        "journal.jsonl",
                        "report.csv",
                        "report.html",
                        "report.json",
                        "sub",
                        "sub/b-labels.tif"),
                files("out"));
    }

    @Test
    void optionsThatOthersMakeMeaninglessAreNamed() throws Exception {
        Path image = TinyImage.save(folder.resolve("three.tif"));
        Path out = folder.resolve("out");
        Result result =
                tiny(image, "--out", out, "--write", "labels", "--measure-ring=8", "--max-gap=3")
                        .expect(0);
        assertEquals(
                List.of(
                        "fastsam: --max-gap is not used, as link is none.",
                        "fastsam: --measure-ring is not used, as neither tables nor GeoJSON are"
                                + " written."),
                result.err().lines().toList());
    }

    @Test
    void settingsReachTheNetwork() throws Exception {
        Path image = TinyImage.save(folder.resolve("three.tif"));
        Path out = folder.resolve("out");
        tiny(image, "--out", out, "--confidence", "0.65", "--max-area", "400").expect(0);
        assertEquals(1, labels("out/three-labels.tif").getStatistics().max);
    }

    @Test
    void aDiameterInMicrometersGoesByEachImagesCalibration() throws Exception {
        Path square = TinyImage.saveCalibrated(folder.resolve("square.tif"), 0.6, 0.6, "um");
        Path oblong = TinyImage.saveCalibrated(folder.resolve("oblong.tif"), 400, 900, "nm");
        Path bare = TinyImage.save(folder.resolve("bare.tif"));
        Path out = folder.resolve("out");
        Object[] common = {"segment", "--out", out, "--model", TinyModels.path("l2-dynamic")};
        Result result =
                FastSamProcess.run(with(common, "--diameter", "24um", square, oblong, bare))
                        .expect(1);
        assertEquals(
                List.of(
                        "fastsam: "
                                + bare
                                + ": \"bare.tif\" has no calibration, so a diameter of 24 um cannot"
                                + " be turned into pixels. Set the pixel size (Image >"
                                + " Properties... in ImageJ), or give the diameter in pixels."),
                result.errors());
        List<String> inLength = scales(out);
        FastSamProcess.run(with(common, "--diameter", "40", square, oblong)).expect(0);
        assertEquals(scales(out), inLength.subList(0, 2));
        FastSamProcess.run(with(common, "--diameter", "24", square)).expect(0);
        assertNotEquals(scales(out).get(0), inLength.get(0));
    }

    private static Object[] with(Object[] common, Object... more) {
        return Stream.concat(Stream.of(common), Stream.of(more)).toArray();
    }

    /** Column "scale" of the report. */
    private static List<String> scales(Path out) throws IOException {
        List<String> lines = Files.readAllLines(out.resolve("report.csv"));
        int column = List.of(lines.get(0).split(",")).indexOf("scale");
        return lines.stream().skip(1).map(line -> line.split(",", -1)[column]).toList();
    }

    @Test
    void resultsAreTheSameByteByByteInALanguageWithOtherDigits() throws Exception {
        Path image = TinyImage.save(folder.resolve("three.tif"));
        tiny(image, "--out", folder.resolve("english")).expect(0);
        Result arabic =
                FastSamProcess.runInArabic(
                                arguments(image, "--out", folder.resolve("arabic")).toArray())
                        .expect(0);
        for (String kind : List.of("labels.tif", "rois.zip", "objects.csv", "overlay.png")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("english/three-" + kind)),
                    Files.readAllBytes(folder.resolve("arabic/three-" + kind)),
                    kind);
        }
        assertTrue(arabic.out().contains("1 of 1 files done, 0 failed, 3 objects"), arabic.out());
    }

    @Test
    void aFileThatTakesLongerThanItMayIsGivenUp() throws Exception {
        Path image = TinyImage.save(folder.resolve("three.tif"));
        Result result =
                tiny(image, "--out", folder.resolve("out"), "--timeout", "0.000001").expect(1);
        assertTrue(result.err().contains("took longer than"), result.err());
        assertEquals(
                List.of("journal.jsonl", "report.csv", "report.html", "report.json"), files("out"));
        Result wrong = tiny(image, "--out", folder.resolve("out"), "--timeout", "-1").expect(2);
        assertTrue(wrong.err().contains("--timeout must be more than 0"), wrong.err());
    }

    @Test
    void outputWithoutATerminalIsPlainLines() throws Exception {
        Path image = TinyImage.save(folder.resolve("three.tif"));
        Result result = tiny(image, image, "--out", folder.resolve("out")).expect(0);
        assertFalse((result.out() + result.err()).matches("(?s).*[\r\u001b].*"));
        assertEquals(2, result.out().lines().count());
    }

    @Test
    void infoTellsVersionNetworkAndDevices() throws Exception {
        Result result = FastSamProcess.run("info").expect(0);
        assertTrue(result.out().startsWith("FastSAM for Fiji "), result.out());
        assertTrue(result.out().contains("cpu: available"), result.out());
        assertTrue(result.out().contains("bundled"), result.out());
        assertTrue(result.out().contains("ONNX Runtime 1.28.0"), result.out());
    }

    @Test
    void evaluateScoresWhatSegmentWrote() throws Exception {
        Path image = TinyImage.save(folder.resolve("three.tif"));
        Path out = folder.resolve("out");
        tiny(image, "--out", out, "--write", "labels").expect(0);
        Path truth = Files.createDirectory(folder.resolve("truth"));
        Files.copy(out.resolve("three-labels.tif"), truth.resolve("three.tif"));
        Path csv = folder.resolve("scores.csv");
        Result result =
                FastSamProcess.run("evaluate", "--truth", truth, "--predicted", out, "--csv", csv)
                        .expect(0);
        assertTrue(result.out().contains("1.000"), result.out());
        assertTrue(Files.readString(csv).contains("\npooled,3,3,3,0,0,1,1,1,1,"));
    }

    @Test
    void evaluateNamesWhatHasNoPartner() throws Exception {
        Path truth = Files.createDirectory(folder.resolve("truth"));
        Path predicted = Files.createDirectory(folder.resolve("predicted"));
        TinyImage.save(truth.resolve("a.tif"));
        TinyImage.save(predicted.resolve("b.tif"));
        Result result =
                FastSamProcess.run("evaluate", "--truth", truth, "--predicted", predicted)
                        .expect(1);
        assertEquals(2, result.errors().size(), result.err());
        assertTrue(result.err().contains("has no partner"), result.err());
    }

    private Result tiny(Object... arguments) throws IOException, InterruptedException {
        return FastSamProcess.run(arguments(arguments).toArray());
    }

    private static Stream<Object> arguments(Object... arguments) {
        return Stream.concat(
                Stream.of(
                        "segment",
                        "--model",
                        TinyModels.path("l2-dynamic"),
                        "--contrast",
                        "type",
                        "--image-size",
                        "96"),
                Stream.of(arguments));
    }

    private ImagePlus labels(String name) throws IOException {
        return ImageFiles.open(folder.resolve(name));
    }

    private List<String> files(String name) throws IOException {
        Path root = folder.resolve(name);
        try (Stream<Path> files = Files.walk(root)) {
            return files.skip(1)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void infoChecksThatTheNetworkFindsSomething() throws Exception {
        String out = FastSamProcess.run("info", "--check").expect(0).out();
        assertTrue(out.contains("All is well: "), out);
        assertTrue(out.contains(" objects in nuclei.tif in "), out);
    }
}
