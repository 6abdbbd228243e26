package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.engine.FileOutputs;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.OutputKind;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.io.tiff.OmeSample;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.settings.SegmentationSettings;

class ResumeTest {

    @TempDir private Path folder;
    private Path in;
    private Path out;
    private BatchSettings settings;
    private final List<String> seen = new ArrayList<>();
    private Optional<RunPlan> plan = Optional.empty();

    @BeforeEach
    void makeImages() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
        SampleFiles.tiff(in.resolve("a.tif"));
        SampleFiles.tiff(in.resolve("b.tif"));
        Files.writeString(in.resolve("c.tif"), "no image");
        settings =
                new BatchSettings(
                        out,
                        new FileOutputs(EnumSet.allOf(OutputKind.class)),
                        ImageTask.DEFAULT,
                        Optional.empty());
    }

    @Test
    void aSecondRunDoesWhatFailedAloneAndReportsTheSame() throws IOException {
        run();
        assertEquals(List.of("a", "b", "c"), seen);
        String report = Files.readString(out.resolve("report.csv"));
        String page = Files.readString(out.resolve("report.html"));
        byte[] objects = Files.readAllBytes(out.resolve("objects.csv"));
        BatchReport again = run();
        assertEquals(List.of("c"), seen);
        assertEquals(2, plan.orElseThrow().kept());
        assertEquals(1, plan.orElseThrow().failed());
        assertTrue(again.outcomes().get(0).earlier());
        assertEquals(OutputKind.values().length, again.outcomes().get(0).written().size());
        assertEquals(report, Files.readString(out.resolve("report.csv")));
        assertEquals(page, Files.readString(out.resolve("report.html")));
        assertArrayEquals(objects, Files.readAllBytes(out.resolve("objects.csv")));
    }

    @Test
    void aRunThatHasNothingToDoAddsNothingToTheJournal() throws IOException {
        Files.delete(in.resolve("c.tif"));
        run();
        Path journal = out.resolve("journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        assertEquals(3, lines.size(), "the run and two files");
        String time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
        for (String line : lines) {
            assertTrue(line.matches(".*\"(started|finished)\":\"" + time + "\".*"), line);
        }
        run();
        assertEquals(List.of(), seen);
        assertEquals(lines, Files.readAllLines(journal));
        Files.delete(out.resolve("b-labels.tif"));
        run();
        assertEquals(List.of("b"), seen);
        assertEquals(5, Files.readAllLines(journal).size());
    }

    @Test
    void aFileThatIsNotReadBesideAnImageOfItsNameHasNothingDoneAgain() throws IOException {
        run();
        Files.writeString(in.resolve("a.czi"), "ZISRAWFILE");
        run();
        assertEquals(List.of("a.czi", "c"), seen);
        assertEquals(2, plan.orElseThrow().kept());
        assertTrue(Files.exists(out.resolve("a-labels.tif")));
    }

    @Test
    void filesOfEarlierRunsThatThisOneWasNotGivenAreCountedAndSaid() throws IOException {
        run();
        assertEquals("", plan.orElseThrow().note());
        Files.delete(in.resolve("a.tif"));
        Files.delete(in.resolve("c.tif"));
        run();
        assertEquals(
                "1 image that earlier runs have done into this folder is not in the report and table"
                        + " of this run, which tell of the files that it was given. Give all of them"
                        + " at once to have them together.",
                plan.orElseThrow().note());
    }

    @Test
    void anImageInSeveralFilesIsDoneAgainWhenAnyOfThemHasChanged() throws IOException {
        in = Files.createDirectory(folder.resolve("day"));
        List<Path> files = OmeSample.write(in, "z0.ome.tif", "z1.ome.tif");
        run();
        run();
        assertEquals(List.of(), seen);
        Files.setLastModifiedTime(files.get(1), FileTime.fromMillis(4_000_000_000_000L));
        run();
        assertEquals(List.of("z0.ome"), seen);
        assertEquals(1, plan.orElseThrow().otherImages());
        in = files.get(0);
        run();
        assertEquals(List.of(), seen);
    }

    @Test
    void aNetworkThatCannotBeOpenedChangesNothing() throws IOException {
        run();
        SampleFiles.tiff(in.resolve("d.tif"));
        byte[] journal = Files.readAllBytes(out.resolve("journal.jsonl"));
        byte[] page = Files.readAllBytes(out.resolve("report.html"));
        Batch batch =
                Batch.opening(
                        () -> {
                            throw new ModelException("no network");
                        },
                        settings);
        List<InputFile> files = inputs();
        Listener listener = new Listener();
        assertThrows(ModelException.class, () -> batch.run(files, listener));
        assertArrayEquals(journal, Files.readAllBytes(out.resolve("journal.jsonl")));
        assertArrayEquals(page, Files.readAllBytes(out.resolve("report.html")));
        assertFalse(Files.exists(out.resolve("d-labels.tif")));
    }

    /** The settings with another diameter. */
    private BatchSettings ofDiameter30() {
        return new BatchSettings(
                out,
                settings.outputs(),
                ImageTask.DEFAULT.withSegmentation(
                        SegmentationSettings.defaults().withDiameter(30)),
                Optional.empty());
    }

    @Test
    void otherSettingsAreNoticedSaidAndDoneAgain() throws IOException {
        run();
        settings = ofDiameter30();
        run();
        assertEquals(List.of("a", "b", "c"), seen);
        assertEquals(2, plan.orElseThrow().otherSettings());
        assertEquals(List.of("diameter default -> 30"), plan.orElseThrow().changes());
    }

    @Test
    void anotherNetworkIsNoticedToo() throws IOException {
        run();
        settings = settings.withNetwork(new UsedNetwork("abc", Optional.empty()));
        run();
        assertEquals(List.of("a", "b", "c"), seen);
        assertEquals(List.of("another network"), plan.orElseThrow().changes());
    }

    @Test
    void aChangedImageIsDoneAgain() throws IOException {
        run();
        Files.setLastModifiedTime(in.resolve("b.tif"), FileTime.fromMillis(86_400_000));
        run();
        assertEquals(List.of("b", "c"), seen);
        assertEquals(1, plan.orElseThrow().otherImages());
    }

    @Test
    void aLostOrShortenedResultIsMadeAgain() throws IOException {
        run();
        Files.delete(out.resolve("a-overlay.png"));
        Files.write(out.resolve("b-labels.tif"), new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        run();
        assertEquals(List.of("a", "b", "c"), seen);
        assertEquals(2, plan.orElseThrow().lostResults());
        assertTrue(Files.exists(out.resolve("a-overlay.png")));
        assertTrue(Files.size(out.resolve("b-labels.tif")) > 0);
    }

    @Test
    void fewerKindsOfResultsNeedNoRunAndMoreDo() throws IOException {
        settings = outputs(EnumSet.of(OutputKind.TABLE, OutputKind.LABELS));
        run();
        settings = outputs(EnumSet.of(OutputKind.TABLE));
        run();
        assertEquals(List.of("c"), seen);
        settings = outputs(EnumSet.of(OutputKind.ROIS));
        run();
        assertEquals(List.of("a", "b", "c"), seen);
    }

    @Test
    void resultsOfOtherSettingsThatAreNotReplacedAreNamed() throws IOException {
        settings = outputs(EnumSet.of(OutputKind.TABLE, OutputKind.ROIS));
        run();
        settings = outputs(EnumSet.of(OutputKind.LABELS));
        assertEquals(List.of(), run().outcomes().get(0).notes(), "the same settings");
        settings = ofDiameter30();
        String left =
                "a-rois.zip, a-objects.csv are of an earlier run, which may have had other settings"
                        + " or another image";
        assertEquals(List.of(left), run().outcomes().get(0).notes());
        assertTrue(Files.readString(out.resolve("report.csv")).contains(left));
        assertTrue(Files.exists(out.resolve("a-objects.csv")));
    }

    @Test
    void resultsOfAFileThatFailsNowAreNamed() throws IOException {
        settings = outputs(EnumSet.of(OutputKind.LABELS));
        run();
        Files.writeString(in.resolve("a.tif"), "broken since");
        BatchReport report = run();
        assertEquals(
                List.of(
                        "a-labels.tif is of an earlier run, which may have had other settings or"
                                + " another image"),
                report.outcomes().get(0).notes());
        assertEquals(List.of(), report.outcomes().get(2).notes(), "c never had any");
    }

    /** NB: else its report would tell of results that lie there no more. */
    @Test
    void resultsThatAnotherRunWithOtherSettingsReplacesMeanwhileAreAFailure() throws IOException {
        BatchSettings other = ofDiameter30();
        List<InputFile> a = inputs().subList(0, 1);
        List<String> errors = new ArrayList<>();
        BatchReport report =
                new Batch(ResumeTest::bright, settings)
                        .run(
                                inputs().subList(0, 2),
                                new Listener() {
                                    @Override
                                    public void end(FileOutcome outcome) {
                                        errors.add(outcome.error());
                                        if (errors.size() == 2) {
                                            runOther(other, a);
                                        }
                                    }
                                });
        String error =
                "another run into this folder has replaced its results meanwhile, with other settings"
                        + " (diameter default -> 30). Give each run a folder of its own, and this"
                        + " command again.";
        assertEquals(
                List.of(error, ""), report.outcomes().stream().map(FileOutcome::error).toList());
        assertEquals(List.of("", "", error), errors);
    }

    private static void runOther(BatchSettings settings, List<InputFile> files) {
        try {
            new Batch(ResumeTest::bright, settings).run(files, new BatchTest.Recorder(99));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anImageWithoutObjectsAndThusWithoutRoiSetIsDone() throws IOException {
        SampleFiles.flat(in.resolve("a.tif"), 40, 24);
        run();
        run();
        assertEquals(List.of("c"), seen);
    }

    @Test
    void forceDoesEverythingAgain() throws IOException {
        run();
        settings = settings.withOptions(RunOptions.DEFAULT.withForce(true));
        run();
        assertEquals(List.of("a", "b", "c"), seen);
        assertEquals(0, plan.orElseThrow().kept());
    }

    /** NB: nobody knows then whose the results are. */
    @Test
    void withoutItsJournalEverythingIsDoneAgainOnceThatIsAskedFor() throws IOException {
        run();
        Files.delete(out.resolve("journal.jsonl"));
        assertThrows(IOException.class, this::run);
        Files.delete(out.resolve("report.csv"));
        Files.delete(out.resolve("report.json"));
        Files.delete(out.resolve("report.html"));
        Files.delete(out.resolve("objects.csv"));
        run();
        assertEquals(List.of("a", "b", "c"), seen);
        BatchReport refused = run();
        assertEquals(3, refused.counts().failed());
        settings = settings.withOptions(RunOptions.DEFAULT.withForce(true));
        assertEquals(2, run().counts().done());
        settings = settings.withOptions(RunOptions.DEFAULT);
        assertEquals(2, run().counts().done());
        assertEquals(List.of("c"), seen);
    }

    @Test
    void labelsThatWereThereBeforeAnyRunAreNotReplacedUnasked() throws IOException {
        Files.createDirectory(out);
        Path mine = Files.writeString(out.resolve("a-labels.tif"), "drawn by hand");
        for (int i = 0; i < 2; i++) {
            BatchReport report = run();
            assertEquals(
                    "its result "
                            + mine
                            + " was there before any run that is known. Move it away, choose another"
                            + " output folder, or have all results replaced (force).",
                    report.outcomes().get(0).error());
            assertEquals(List.of(), report.outcomes().get(0).notes());
            assertEquals(FileStatus.DONE, report.outcomes().get(1).status());
            assertEquals("drawn by hand", Files.readString(mine));
        }
        Files.move(mine, folder.resolve("truth.tif"));
        assertEquals(FileStatus.DONE, run().outcomes().get(0).status());
        run();
        assertEquals(List.of("c"), seen);
    }

    @Test
    void labelsOfAnImageThatCameLaterAreNotReplacedUnaskedEither() throws IOException {
        run();
        SampleFiles.tiff(in.resolve("d.tif"));
        Files.writeString(out.resolve("d-labels.tif"), "drawn by hand");
        assertEquals(2, run().counts().done());
        settings = settings.withOptions(RunOptions.DEFAULT.withForce(true));
        assertEquals(3, run().counts().done());
    }

    @Test
    void tablesAndReportsOfOnesOwnAreNotReplacedUnasked() throws IOException {
        Files.createDirectories(out);
        for (String name : List.of("report.csv", "report.html", "objects.csv")) {
            Path mine = Files.writeString(out.resolve(name), "by hand");
            for (int attempt = 0; attempt < 2; attempt++) {
                IOException refusal = assertThrows(IOException.class, this::run);
                assertEquals(
                        mine
                                + " was there before any run that is known. Move it away, choose"
                                + " another output folder, or have all results replaced (force).",
                        refusal.getMessage());
            }
            assertEquals("by hand", Files.readString(mine));
            assertEquals(List.of(), seen);
            assertFalse(Files.exists(out.resolve("journal.jsonl")));
            Files.delete(mine);
        }
        Files.writeString(out.resolve("report.csv"), "by hand");
        settings = settings.withOptions(RunOptions.DEFAULT.withForce(true));
        run();
        settings = settings.withOptions(RunOptions.DEFAULT);
        run();
        assertTrue(Files.readString(out.resolve("report.csv")).contains("file"));
    }

    @Test
    void aRunThatWasEndedGoesOnWhereItWas() throws IOException {
        try {
            new Batch(ResumeTest::bright, settings)
                    .run(
                            inputs(),
                            new Listener() {
                                @Override
                                public void end(FileOutcome outcome) {
                                    throw new IllegalStateException("killed");
                                }
                            });
        } catch (IllegalStateException e) {
            assertEquals("killed", e.getMessage());
        }
        assertFalse(Files.exists(out.resolve("report.csv")));
        run();
        assertEquals(List.of("b", "c"), seen);
        assertEquals(1, plan.orElseThrow().kept());
    }

    @Test
    void summariesOfAnEarlierRunDoNotOutliveItsResults() throws IOException {
        run();
        assertTrue(Files.exists(out.resolve("objects.csv")));
        settings = outputs(EnumSet.of(OutputKind.LABELS));
        run();
        assertFalse(Files.exists(out.resolve("objects.csv")));
    }

    @Test
    void theTableOfAllObjectsHasTheImageFirst() throws IOException {
        run();
        List<String> lines = Files.readAllLines(out.resolve("objects.csv"));
        List<String> one = Files.readAllLines(out.resolve("a-objects.csv"));
        assertEquals("image," + one.get(0), lines.get(0));
        assertEquals(in.resolve("a.tif") + "," + one.get(1), lines.get(1));
        assertTrue(lines.get(2).startsWith(in.resolve("b.tif") + ","), lines.get(2));
        assertEquals(3, lines.size());
    }

    @Test
    void shardsDoEachFileOnceAndGiveTheSameFiles() throws IOException {
        for (int i = 0; i < 12; i++) {
            SampleFiles.tiff(in.resolve("d" + i + ".tif"));
        }
        List<String> all = new ArrayList<>();
        for (int index = 1; index <= 3; index++) {
            settings = settings.withOptions(RunOptions.DEFAULT.withShard(new Shard(index, 3)));
            run();
            all.addAll(seen);
            String suffix = "-" + index + "-of-3";
            assertTrue(Files.exists(out.resolve("report" + suffix + ".csv")));
            assertTrue(Files.exists(out.resolve("objects" + suffix + ".csv")));
        }
        assertFalse(Files.exists(out.resolve("report.csv")));
        assertEquals(15, all.size());
        assertEquals(15, all.stream().distinct().count());
    }

    private BatchSettings outputs(EnumSet<OutputKind> kinds) {
        return new BatchSettings(out, new FileOutputs(kinds), ImageTask.DEFAULT, Optional.empty());
    }

    /** Runs, and notes which files were begun. */
    private BatchReport run() throws IOException {
        seen.clear();
        return new Batch(ResumeTest::bright, settings).run(inputs(), new Listener());
    }

    private List<InputFile> inputs() {
        return InputFiles.of(List.of(in), false, NamePatterns.ALL, true);
    }

    private static Segmentation bright(
            RgbPlane plane, SegmentationSettings settings, Progress progress) {
        return SampleFiles.brightRectangle(plane);
    }

    private class Listener implements BatchListener {

        @Override
        public void plan(RunPlan found) {
            plan = Optional.of(found);
        }

        @Override
        public void begin(InputFile input, int index, int total) {
            seen.add(input.name());
        }

        @Override
        public void end(FileOutcome outcome) {}

        @Override
        public void update(long done, long total, String task) {}

        @Override
        public boolean isCanceled() {
            return false;
        }
    }
}
