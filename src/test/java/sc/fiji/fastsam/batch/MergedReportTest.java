package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.engine.FileOutputs;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.OutputKind;
import sc.fiji.fastsam.settings.SegmentationSettings;

class MergedReportTest {

    @TempDir private Path folder;
    private Path in;

    @BeforeEach
    void makeImages() throws IOException {
        in = Files.createDirectories(folder.resolve("in"));
        for (int i = 0; i < 12; i++) {
            SampleFiles.tiff(in.resolve("a" + i + ".tif"));
        }
        Files.writeString(in.resolve("broken.tif"), "no image");
    }

    @Test
    void shardsMergedAreTheRunOfOneComputer() throws IOException {
        run("one", Optional.empty(), ImageTask.DEFAULT);
        for (int i = 1; i <= 3; i++) {
            run("shards", Optional.of(new Shard(i, 3)), ImageTask.DEFAULT);
        }
        MergedReport merged = merge("shards");
        assertEquals(List.of(), merged.problems());
        assertEquals(12, merged.counts().done());
        assertEquals(1, merged.counts().failed());
        assertEquals(
                Files.readString(folder.resolve("one/objects.csv")),
                Files.readString(folder.resolve("shards/objects.csv")));
        assertEquals(withoutTimes("one/report.csv"), withoutTimes("shards/report.csv"));
        assertEquals(withoutTimes("one/report.html"), withoutTimes("shards/report.html"));
    }

    @Test
    void shardsInFoldersOfTheirOwnAreMergedToo() throws IOException {
        run("one", Optional.empty(), ImageTask.DEFAULT);
        run("s1", Optional.of(new Shard(1, 2)), ImageTask.DEFAULT);
        run("s2", Optional.of(new Shard(2, 2)), ImageTask.DEFAULT);
        MergedReport merged = MergedReport.of(List.of(folder.resolve("s1"), folder.resolve("s2")));
        merged.write(folder.resolve("both"));
        assertEquals(List.of(), merged.problems());
        assertEquals(
                Files.readString(folder.resolve("one/objects.csv")),
                Files.readString(folder.resolve("both/objects.csv")));
        assertTrue(
                Files.readString(folder.resolve("both/report.html"))
                        .contains("\"overlay\":\"../s1/a"));
    }

    @Test
    void whatNoShardHasFinishedIsListedWithTheShardToRunAgain() throws IOException {
        run("shards", Optional.of(new Shard(1, 2)), ImageTask.DEFAULT);
        MergedReport merged = merge("shards");
        int missing = merged.counts().missing();
        assertTrue(missing > 0 && missing < 13, merged.counts().toString());
        assertEquals(13, merged.counts().files());
        assertEquals(List.of(missing + " files of shard 2/2 are missing"), merged.problems());
        String report = Files.readString(folder.resolve("shards/report.csv"));
        assertTrue(report.contains("no run has finished it: run --shard 2/2 again"), report);
        String json = Files.readString(folder.resolve("shards/report.json"));
        assertTrue(json.contains("\"missing\": " + missing + ","), json);
    }

    @Test
    void whatAWholeRunHasNotFinishedIsToBeDoneByTheSameCommand() throws IOException {
        run("one", Optional.empty(), ImageTask.DEFAULT);
        Path journal = folder.resolve("one/journal.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(journal));
        assertTrue(lines.removeIf(line -> line.contains("\"name\":\"a3\"")));
        lines.add("damage");
        Files.write(journal, lines);
        MergedReport merged = merge("one");
        assertEquals(
                List.of("1 file is missing", "1 line of journals cannot be read"),
                merged.problems());
        String report = Files.readString(folder.resolve("one/report.csv"));
        assertTrue(report.contains("no run has finished it: give the command again"), report);
    }

    @Test
    void ofAnImageThatTwoRunsHaveDoneTheLaterCountsWhateverTheOrderOfTheFolders()
            throws IOException {
        run("first", Optional.empty(), ImageTask.DEFAULT);
        run("second", Optional.empty(), ImageTask.DEFAULT);
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        for (List<Path> folders : List.of(List.of(first, second), List.of(second, first))) {
            MergedReport.of(folders).write(folder.resolve("both"));
            String page = Files.readString(folder.resolve("both/report.html"));
            assertTrue(page.contains("\"overlay\":\"../second/a3"));
            assertFalse(page.contains("\"overlay\":\"../first/"));
        }
    }

    @Test
    void theTableOfAnEarlierMergeIsRemovedWherePartsHaveNone() throws IOException {
        run("one", Optional.empty(), ImageTask.DEFAULT);
        Path all = folder.resolve("all");
        MergedReport.of(List.of(folder.resolve("one"))).write(all);
        assertTrue(Files.exists(all.resolve("objects.csv")));
        run("other", Optional.empty(), ImageTask.DEFAULT, EnumSet.of(OutputKind.LABELS));
        MergedReport.of(List.of(folder.resolve("other"))).write(all);
        assertFalse(Files.exists(all.resolve("objects.csv")));
    }

    @Test
    void aTableThatIsGoneIsNamedAndNothingWritten() throws IOException {
        run("one", Optional.empty(), ImageTask.DEFAULT);
        Path gone = folder.resolve("one/a3-objects.csv");
        Files.delete(gone);
        MergedReport merged = MergedReport.of(List.of(folder.resolve("one")));
        IOException e = assertThrows(IOException.class, () -> merged.write(folder.resolve("all")));
        assertEquals(
                "the table "
                        + gone
                        + " of "
                        + in.resolve("a3.tif")
                        + " is not there. Give the command of its run again, which does that file"
                        + " again.",
                e.getMessage());
        assertFalse(Files.exists(folder.resolve("all/report.csv")));
    }

    @Test
    void filesThatAreOfNoReportAreNotReplaced() throws IOException {
        run("shards", Optional.of(new Shard(1, 1)), ImageTask.DEFAULT);
        for (String name : List.of("objects.csv", "report.csv", "report.json")) {
            Path all = Files.createDirectories(folder.resolve("all " + name));
            Path mine = Files.writeString(all.resolve(name), "cell,area\n1,200\n");
            MergedReport merged = MergedReport.of(List.of(folder.resolve("shards")));
            IOException e = assertThrows(IOException.class, () -> merged.write(all));
            assertEquals(
                    mine
                            + " is of no run or report that is known. Move it away, or choose"
                            + " another folder for the report.",
                    e.getMessage());
            assertEquals("cell,area\n1,200\n", Files.readString(mine));
            Files.move(mine, folder.resolve(name));
            merged.write(all);
            merged.write(all);
            assertTrue(Files.readString(all.resolve("objects.csv")).startsWith("image,label,"));
        }
    }

    @Test
    void shardsWithDifferentSettingsAreNamed() throws IOException {
        run("shards", Optional.of(new Shard(1, 2)), ImageTask.DEFAULT);
        ImageTask other =
                ImageTask.DEFAULT.withSegmentation(
                        SegmentationSettings.defaults().withDiameter(30));
        run("shards", Optional.of(new Shard(2, 2)), other);
        List<String> problems = merge("shards").problems();
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("diameter"), problems.get(0));
    }

    @Test
    void aRunOfOtherImagesIsNotPassedOverInSilence() throws IOException {
        run("first", Optional.empty(), ImageTask.DEFAULT);
        Files.delete(in.resolve("broken.tif"));
        Files.delete(in.resolve("a3.tif"));
        Files.delete(in.resolve("a5.tif"));
        run("second", Optional.empty(), ImageTask.DEFAULT);
        assertEquals(
                List.of(
                        "3 files of the run into "
                                + folder.resolve("first")
                                + " left out, as the run that began last has no such files. Name"
                                + " folders of the parts of one run alone"),
                MergedReport.of(List.of(folder.resolve("first"), folder.resolve("second")))
                        .problems());
    }

    @Test
    void filesThatEarlierRunsDidIntoTheFolderAreNamed() throws IOException {
        run("loop", List.of(in.resolve("a1.tif")));
        run("loop", List.of(in.resolve("a2.tif")));
        run("loop", List.of(in.resolve("a3.tif")));
        assertEquals(
                List.of(
                        "2 files of earlier runs into "
                                + folder.resolve("loop")
                                + " left out, as the run that began last has no such files. To have"
                                + " all in one report, give one command all files"),
                merge("loop").notes());
        assertEquals(List.of(), merge("loop").problems());
        run("loop", List.of(in.resolve("a1.tif"), in.resolve("a2.tif"), in.resolve("a3.tif")));
        assertEquals(List.of(), merge("loop").notes());
        assertEquals(List.of(), merge("loop").problems());
    }

    @Test
    void otherImagesOfTheSameNamesAreNamed() throws IOException {
        run("plate1", Optional.empty(), ImageTask.DEFAULT);
        FileTime later = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(in.resolve("a3.tif"), later);
        Files.setLastModifiedTime(in.resolve("a5.tif"), later);
        run("plate2", Optional.empty(), ImageTask.DEFAULT);
        assertEquals(
                List.of(
                        "results of different images have the same name in these folders (a3, a5);"
                                + " the ones done last are in the report. Name folders of the parts"
                                + " of one run alone"),
                MergedReport.of(List.of(folder.resolve("plate1"), folder.resolve("plate2")))
                        .problems());
        assertEquals(List.of(), MergedReport.of(List.of(folder.resolve("plate2"))).problems());
    }

    @Test
    void aFolderWithoutJournalIsNamed() {
        IOException e = assertThrows(IOException.class, () -> MergedReport.of(List.of(in)));
        assertTrue(e.getMessage().contains(in.toString()), e.getMessage());
        assertFalse(Files.exists(in.resolve("report.csv")));
    }

    private MergedReport merge(String name) throws IOException {
        MergedReport merged = MergedReport.of(List.of(folder.resolve(name)));
        merged.write(folder.resolve(name));
        return merged;
    }

    private void run(String out, Optional<Shard> shard, ImageTask task) throws IOException {
        run(out, shard, task, EnumSet.allOf(OutputKind.class));
    }

    private void run(String out, List<Path> files) throws IOException {
        run(out, Optional.empty(), ImageTask.DEFAULT, EnumSet.of(OutputKind.TABLE), files);
    }

    private void run(String out, Optional<Shard> shard, ImageTask task, Set<OutputKind> kinds)
            throws IOException {
        run(out, shard, task, kinds, List.of(in));
    }

    private void run(
            String out,
            Optional<Shard> shard,
            ImageTask task,
            Set<OutputKind> kinds,
            List<Path> files)
            throws IOException {
        BatchSettings settings =
                new BatchSettings(
                                folder.resolve(out), new FileOutputs(kinds), task, Optional.empty())
                        .withOptions(
                                shard.map(RunOptions.DEFAULT::withShard)
                                        .orElse(RunOptions.DEFAULT));
        new Batch(BatchTest::brightRectangle, settings)
                .run(
                        InputFiles.of(files, false, NamePatterns.ALL, true),
                        new BatchTest.Recorder(99));
    }

    private String withoutTimes(String name) throws IOException {
        return Files.readString(folder.resolve(name))
                .replaceAll("\"ms\":\\d+", "")
                .replaceAll("(?<=,)\\d+\\.\\d+(?=,)", "0.0");
    }
}
