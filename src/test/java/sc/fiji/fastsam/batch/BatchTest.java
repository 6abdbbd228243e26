package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.engine.FileOutputs;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.OutputKind;
import sc.fiji.fastsam.engine.PlaneRange;
import sc.fiji.fastsam.engine.PlaneSegmenter;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.imagej.prompt.PromptFile;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.roi.RoiSets;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.settings.IndexRange;
import sc.fiji.fastsam.settings.PromptSettings;
import sc.fiji.fastsam.settings.SegmentationSettings;
import sc.fiji.fastsam.settings.Settings;

class BatchTest {

    @TempDir private Path folder;
    private Path out;

    @BeforeEach
    void nameOutputFolder() {
        out = folder.resolve("out");
    }

    @Test
    void eachFileGetsItsFourResults() throws IOException {
        BatchReport report = run(SampleFiles.tiff(folder.resolve("cells.tif")));
        assertTrue(report.isComplete());
        assertEquals(
                List.of(
                        "cells-labels.tif",
                        "cells-objects.csv",
                        "cells-overlay.png",
                        "cells-rois.zip",
                        "journal.jsonl",
                        "objects.csv",
                        "report.csv",
                        "report.html",
                        "report.json"),
                written());
        assertLabels("cells-labels.tif", 5);
        Roi roi = RoiSets.read(out.resolve("cells-rois.zip")).get(0);
        assertEquals(new Rectangle(5, 3, 6, 4), roi.getBounds());
        CSVRecord row = csv("cells-objects.csv").get(0);
        assertEquals("24", row.get("area_px"));
        assertEquals("900", row.get("mean"));
    }

    @Test
    void thePictureShowsTheImageWithAColoredOutline() throws IOException {
        run(SampleFiles.tiff(folder.resolve("a.tif")));
        BufferedImage picture = ImageIO.read(out.resolve("a-overlay.png").toFile());
        assertEquals(0, saturation(picture.getRGB(0, 0)));
        assertEquals(0, saturation(picture.getRGB(8, 5)));
        assertTrue(saturation(picture.getRGB(8, 3)) > 50);
        assertTrue(saturation(picture.getRGB(10, 5)) > 50);
    }

    private static int saturation(int rgb) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
    }

    @Test
    void aBadFileIsReportedAndTheOthersAreDone() throws IOException {
        Path bad = Files.writeString(folder.resolve("b.tif"), "no image");
        BatchReport report =
                run(
                        SampleFiles.tiff(folder.resolve("a.tif")),
                        bad,
                        SampleFiles.png(folder.resolve("c.png")));
        assertEquals(2, report.count(FileStatus.DONE));
        assertEquals(1, report.count(FileStatus.FAILED));
        assertFalse(report.isComplete());
        assertTrue(Files.exists(out.resolve("c-labels.tif")));
        assertTrue(report.outcomes().get(1).error().contains("is not an image"));
        assertFalse(written().stream().anyMatch(name -> name.startsWith("b")));
    }

    @Test
    void theReportHasALineAFile() throws IOException {
        Path bad = Files.writeString(folder.resolve("b.tif"), "no image");
        run(SampleFiles.tiff(folder.resolve("a.tif")), bad);
        List<CSVRecord> rows = csv("report.csv");
        assertEquals("done", rows.get(0).get("status"));
        assertEquals("1", rows.get(0).get("objects"));
        assertEquals("drawn", rows.get(0).get("model"));
        assertEquals("1", rows.get(0).get("levels"));
        assertEquals("5.528", rows.get(0).get("typical_diameter_px"));
        assertEquals("pixels", rows.get(0).get("diameter_unit"));
        assertTrue(Double.parseDouble(rows.get(0).get("ms_read")) >= 0);
        assertEquals("failed", rows.get(1).get("status"));
        assertTrue(rows.get(1).get("error").contains("is not an image"));
        JsonObject json =
                JsonParser.parseString(Files.readString(out.resolve("report.json")))
                        .getAsJsonObject();
        assertEquals(1, json.get("failed").getAsInt());
        JsonObject first = json.getAsJsonArray("files").get(0).getAsJsonObject();
        assertEquals(folder.resolve("a.tif").toString(), first.get("file").getAsString());
    }

    @Test
    void aPlaneOfAStackIsTakenAndSoItsPositionIsKept() throws IOException {
        Path stack = SampleFiles.tiffStack(folder.resolve("s.tif"), 4);
        BatchReport report = run(settings(slice(3)), stack);
        assertLabels("s-labels.tif", 7);
        assertEquals(3, RoiSets.read(out.resolve("s-rois.zip")).get(0).getPosition());
        assertEquals(List.of(), report.outcomes().get(0).notes());
    }

    @Test
    void aStackWithoutAChoiceGivesItsFirstPlaneAndANote() throws IOException {
        BatchReport report = run(SampleFiles.tiffStack(folder.resolve("s.tif"), 4));
        assertLabels("s-labels.tif", 5);
        assertEquals(
                List.of("took the first of 4 slices: slices = all takes all"),
                report.outcomes().get(0).notes());
    }

    @Test
    void aRangeOfSlicesGivesALabelStackOfTheInputsSizeOneTableAndOneRoiSet() throws IOException {
        PlaneRange some =
                new PlaneRange(
                        ChannelSource.ACTIVE,
                        IndexRange.parse("2,4").orElseThrow(),
                        IndexRange.SHOWN);
        run(settings(some), SampleFiles.tiffStack(folder.resolve("s.tif"), 4));
        ImagePlus labels = ImageFiles.open(out.resolve("s-labels.tif"));
        assertEquals(4, labels.getNSlices());
        assertEquals(
                List.of(0.0, 1.0, 0.0, 1.0),
                IntStream.rangeClosed(1, 4)
                        .mapToObj(i -> labels.getStack().getProcessor(i).getStats().max)
                        .toList());
        assertEquals(
                List.of(2, 4),
                RoiSets.read(out.resolve("s-rois.zip")).stream().map(Roi::getPosition).toList());
        assertEquals(
                List.of("2", "4"),
                csv("s-objects.csv").stream().map(row -> row.get("slice")).toList());
    }

    @Test
    void aPlaneThatAnImageDoesNotHaveFailsThatFile() throws IOException {
        BatchReport report =
                run(
                        settings(slice(2)),
                        SampleFiles.tiff(folder.resolve("a.tif")),
                        SampleFiles.tiffStack(folder.resolve("s.tif"), 2));
        assertEquals(1, report.count(FileStatus.DONE));
        assertTrue(report.outcomes().get(0).error().contains("slice"));
    }

    @Test
    void anInputIsNeverOverwritten() throws IOException {
        Path image = SampleFiles.tiff(folder.resolve("a.tif"));
        Path labels = SampleFiles.png(folder.resolve("a-labels.tif"));
        byte[] before = Files.readAllBytes(labels);
        out = folder;
        BatchReport report = run(image, labels);
        assertArrayEquals(before, Files.readAllBytes(labels));
        assertEquals(FileStatus.FAILED, report.outcomes().get(0).status());
        assertTrue(report.outcomes().get(0).error().contains("would overwrite the input"));
        assertEquals(FileStatus.DONE, report.outcomes().get(1).status());
    }

    @Test
    void anInputIsNotOverwrittenThroughALinkEither() throws IOException {
        Path real = SampleFiles.tiff(folder.resolve("real.tif"));
        Files.createDirectory(out);
        Files.createSymbolicLink(out.resolve("a-overlay.png"), real);
        Files.createLink(out.resolve("real-overlay.png"), real);
        Path image = SampleFiles.png(folder.resolve("a.png"));
        BatchReport report = run(image, real);
        assertEquals(2, report.count(FileStatus.FAILED));
        assertEquals(SampleFiles.WIDTH, ImageFiles.open(real).getWidth());
    }

    @Test
    void aPromptsFileIsNeverOverwritten() throws IOException {
        Path image = SampleFiles.tiff(folder.resolve("a.tif"));
        run(image);
        Path prompts = out.resolve("a-rois.zip");
        byte[] before = Files.readAllBytes(prompts);
        FilePrompts asked =
                new FilePrompts(
                        PromptList.empty(),
                        Optional.of(PromptFile.read(prompts)),
                        PromptSettings.DEFAULT,
                        Settings.DEFAULT);
        BatchSettings settings = settings(PlaneRange.SHOWN);
        BatchReport report =
                run(
                        new BatchSettings(
                                out, settings.outputs(), settings.task(), Optional.of(asked)),
                        image);
        assertEquals(
                "its result "
                        + prompts
                        + " would overwrite the input "
                        + prompts
                        + ". Choose another output folder.",
                report.outcomes().get(0).error());
        assertArrayEquals(before, Files.readAllBytes(prompts));
    }

    @Test
    void otherFilesThatAreReadAreNeverOverwrittenEither() throws IOException {
        Path image = SampleFiles.tiff(folder.resolve("a.tif"));
        Files.createDirectory(out);
        Path model = Files.writeString(out.resolve("a-objects.csv"), "network");
        Path link = Files.createSymbolicLink(folder.resolve("model.onnx"), model);
        BatchSettings settings =
                settings(PlaneRange.SHOWN).withNetwork(new UsedNetwork("", Optional.of(link)));
        BatchReport report = run(settings, image);
        assertTrue(report.outcomes().get(0).error().contains("would overwrite the input"));
        assertEquals("network", Files.readString(model));
    }

    @Test
    void anEmptyResultHasNoRoiSetAndThatOfAnEarlierRunGoes() throws IOException {
        Path image = SampleFiles.tiff(folder.resolve("a.tif"));
        run(image);
        assertTrue(Files.exists(out.resolve("a-rois.zip")));
        SampleFiles.flat(image, 40, 24);
        BatchReport report = run(image);
        assertEquals(0, report.objects());
        assertFalse(Files.exists(out.resolve("a-rois.zip")));
        assertTrue(Files.exists(out.resolve("a-labels.tif")));
        assertFalse(report.outcomes().get(0).written().contains(out.resolve("a-rois.zip")));
        String last = "no object was found, so there is no ROI set";
        assertTrue(report.outcomes().get(0).notes().contains(last));
    }

    @Test
    void whatAKilledRunLeftIsRemoved() throws IOException {
        Files.createDirectory(out);
        Files.createFile(out.resolve(".fastsam-0123abcd-4567cdef.part"));
        Files.createFile(out.resolve(".a-labels.tif.1.part"));
        run(
                settings(PlaneRange.SHOWN, Set.of(OutputKind.LABELS)),
                SampleFiles.tiff(folder.resolve("a.tif")));
        assertEquals(
                List.of(
                        "a-labels.tif",
                        "journal.jsonl",
                        "report.csv",
                        "report.html",
                        "report.json"),
                written());
    }

    @Test
    void anInterruptEndsTheRunAndTheReportIsWritten() throws IOException {
        Thread.currentThread().interrupt();
        BatchReport report = run(SampleFiles.tiff(folder.resolve("a.tif")));
        assertTrue(Thread.interrupted());
        assertEquals(1, report.count(FileStatus.CANCELED));
        assertEquals(
                List.of("journal.jsonl", "report.csv", "report.html", "report.json"), written());
    }

    @Test
    void anInputThatCannotBeTriedIsReportedAndTheOthersAreDone() throws IOException {
        Files.createDirectory(folder.resolve("in"));
        SampleFiles.tiff(folder.resolve("in/a.tif"));
        Files.createSymbolicLink(folder.resolve("in/loop"), folder.resolve("in"));
        BatchReport report =
                new Batch(BatchTest::brightRectangle, settings(PlaneRange.SHOWN))
                        .run(
                                InputFiles.of(
                                        List.of(folder.resolve("in")),
                                        true,
                                        NamePatterns.ALL,
                                        true),
                                new Recorder(99));
        assertEquals(1, report.count(FileStatus.DONE));
        assertEquals(
                "is a link to a folder that holds it, which never ends.",
                report.outcomes().get(1).error());
    }

    @Test
    void aReportIsNotWrittenOverAnInput() throws IOException {
        Files.createDirectory(out);
        Path input = SampleFiles.tiff(out.resolve("report.csv"));
        IOException e = assertThrows(IOException.class, () -> run(input));
        assertTrue(e.getMessage().contains("would overwrite the input"));
        assertEquals(List.of("report.csv"), written());
    }

    @Test
    void onlyTheChosenResultsAreWritten() throws IOException {
        BatchSettings tables = settings(PlaneRange.SHOWN, Set.of(OutputKind.TABLE));
        run(tables, SampleFiles.tiff(folder.resolve("a.tif")));
        assertEquals(
                List.of(
                        "a-objects.csv",
                        "journal.jsonl",
                        "objects.csv",
                        "report.csv",
                        "report.html",
                        "report.json"),
                written());
    }

    @Test
    void filesAfterACancelAreReportedAsCanceled() throws IOException {
        Recorder recorder = new Recorder(1);
        BatchReport report =
                new Batch(BatchTest::brightRectangle, settings(PlaneRange.SHOWN))
                        .run(
                                inputs(
                                        SampleFiles.tiff(folder.resolve("a.tif")),
                                        SampleFiles.tiff(folder.resolve("b.tif")),
                                        SampleFiles.tiff(folder.resolve("c.tif"))),
                                recorder);
        assertEquals(1, report.count(FileStatus.DONE));
        assertEquals(2, report.count(FileStatus.CANCELED));
        assertEquals(
                List.of(
                        "begin a",
                        "end done",
                        "begin b",
                        "end canceled",
                        "begin c",
                        "end canceled"),
                recorder.events);
        assertFalse(Files.exists(out.resolve("b-labels.tif")));
    }

    @Test
    void aCancelInsideAFileLeavesNothingOfIt() throws IOException {
        PlaneSegmenter canceled =
                (planes, settings, progress) -> {
                    throw new CancellationException();
                };
        BatchReport report =
                new Batch(canceled, settings(PlaneRange.SHOWN))
                        .run(inputs(SampleFiles.tiff(folder.resolve("a.tif"))), new Recorder(99));
        assertEquals(1, report.count(FileStatus.CANCELED));
        assertEquals(
                List.of("journal.jsonl", "report.csv", "report.html", "report.json"), written());
    }

    @Test
    void flatAndNanImagesHaveNoObjectsAndAreNoFailure() throws IOException {
        BatchReport report =
                run(
                        SampleFiles.flat(folder.resolve("one.tif"), 1, 1),
                        SampleFiles.flat(folder.resolve("thin.tif"), 1, 5000),
                        SampleFiles.nan(folder.resolve("nan.tif")));
        assertTrue(report.isComplete(), report.toString());
        assertEquals(0, report.objects());
        assertEquals(5000, ImageFiles.open(out.resolve("thin-labels.tif")).getHeight());
    }

    private void assertLabels(String name, int x0) throws IOException {
        ImagePlus labels = ImageFiles.open(out.resolve(name));
        assertEquals(16, labels.getBitDepth());
        for (int y = 0; y < SampleFiles.HEIGHT; y++) {
            for (int x = 0; x < SampleFiles.WIDTH; x++) {
                boolean inside = x >= x0 && x < x0 + 6 && y >= 3 && y < 7;
                assertEquals(inside ? 1 : 0, labels.getProcessor().get(x, y), x + "," + y);
            }
        }
    }

    private BatchReport run(Path... files) throws IOException {
        return run(settings(PlaneRange.SHOWN), files);
    }

    private static BatchReport run(BatchSettings settings, Path... files) throws IOException {
        return new Batch(BatchTest::brightRectangle, settings).run(inputs(files), new Recorder(99));
    }

    private static List<InputFile> inputs(Path... files) throws IOException {
        return InputFiles.of(List.of(files), false, NamePatterns.ALL, true);
    }

    private static PlaneRange slice(int number) {
        return new PlaneRange(ChannelSource.ACTIVE, IndexRange.of(number), IndexRange.SHOWN);
    }

    private BatchSettings settings(PlaneRange planes) {
        return settings(planes, EnumSet.copyOf(OutputKind.USUAL));
    }

    private BatchSettings settings(PlaneRange planes, Set<OutputKind> outputs) {
        ImageTask task = ImageTask.DEFAULT.withPlanes(planes);
        return new BatchSettings(out, new FileOutputs(outputs), task, Optional.empty());
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<CSVRecord> csv(String name) throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(out.resolve(name)))
                .getRecords();
    }

    static Segmentation brightRectangle(
            RgbPlane plane, SegmentationSettings settings, Progress progress) {
        return SampleFiles.brightRectangle(plane);
    }

    /** Notes what it is told; cancels after some files. */
    static class Recorder implements BatchListener {

        private final List<String> events = new ArrayList<>();
        private final int last;
        private int ended;

        Recorder(int last) {
            this.last = last;
        }

        @Override
        public void begin(InputFile input, int index, int total) {
            events.add("begin " + input.name());
        }

        @Override
        public void end(FileOutcome outcome) {
            events.add("end " + outcome.status());
            ended++;
        }

        @Override
        public void update(long done, long total, String task) {}

        @Override
        public boolean isCanceled() {
            return ended >= last;
        }
    }
}
