package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.engine.FileOutputs;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.OutputKind;
import sc.fiji.fastsam.engine.PlaneSegmenter;

/** What a folder of thousands of files may hold: that file is reported, the rest is done. */
class HostileFilesTest {

    @TempDir private Path folder;
    private Path in;
    private Path out;

    @BeforeEach
    void makeFolder() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
        SampleFiles.tiff(in.resolve("good.tif"));
    }

    @Test
    void aFileThatVanishesWhileTheRunIsOnIsReported() throws IOException {
        Path gone = SampleFiles.tiff(in.resolve("x-gone.tif"));
        BatchReport report =
                new Batch(BatchTest::brightRectangle, settings())
                        .run(
                                inputs(),
                                new BatchTest.Recorder(99) {
                                    @Override
                                    public void end(FileOutcome outcome) {
                                        delete(gone);
                                    }
                                });
        assertEquals(1, report.count(FileStatus.DONE));
        assertEquals("does not exist. Check the path.", report.outcomes().get(1).error());
    }

    @Test
    void aFileThatIsWrittenWhileItIsDoneIsSaidAndDoneAgain() throws IOException {
        Path file = SampleFiles.tiff(in.resolve("b-late.tif"));
        PlaneSegmenter slow =
                (plane, settings, progress) -> {
                    SampleFiles.flat(file, 60, 50);
                    return SampleFiles.brightRectangle(plane);
                };
        List<InputFile> one = List.of(new InputFile(file, "b-late"));
        BatchReport report = new Batch(slow, settings()).run(one, new BatchTest.Recorder(99));
        assertEquals(
                List.of(
                        "the file was changed while it was done: give the command again when nobody"
                                + " writes it"),
                report.outcomes().get(0).notes());
        report =
                new Batch(BatchTest::brightRectangle, settings())
                        .run(one, new BatchTest.Recorder(99));
        assertFalse(report.outcomes().get(0).earlier());
    }

    @Test
    void aPipeOrDeviceIsNamedAsWhatItIs() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        BatchReport report =
                new Batch(BatchTest::brightRectangle, settings())
                        .run(List.of(new InputFile(device, "null")), new BatchTest.Recorder(99));
        assertEquals(
                "is a pipe or a device, which cannot be read in any order. Save what comes from it"
                        + " to a file, and name that.",
                report.outcomes().get(0).error());
    }

    @Test
    void memoryThatOneFileExhaustsIsThatFilesFailure() throws IOException {
        SampleFiles.flat(in.resolve("a-giant.tif"), 60, 50);
        PlaneSegmenter hungry =
                (plane, settings, progress) -> {
                    if (plane.size().width() == 60) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                    return SampleFiles.brightRectangle(plane);
                };
        BatchReport report =
                new Batch(hungry, settings()).run(inputs(), new BatchTest.Recorder(99));
        assertEquals(1, report.count(FileStatus.DONE));
        String error = report.outcomes().get(0).error();
        assertTrue(error.startsWith("needs more memory than Java was given"), error);
    }

    @Test
    void namesWithAnyLettersAreDoneAndReported() throws IOException {
        List<String> names =
                List.of(
                        "a b",
                        "\u00fc\u00df\u4e2d",
                        "100%25",
                        "it's",
                        "q\"q",
                        "[1]{2}",
                        "a,b;c",
                        "-dash",
                        "$(x)",
                        "n".repeat(200));
        for (String name : names) {
            SampleFiles.tiff(in.resolve(name + ".tif"));
        }
        BatchReport report = run();
        assertEquals(11, report.count(FileStatus.DONE));
        assertEquals(11, run().outcomes().stream().filter(FileOutcome::earlier).count());
        for (String name : names) {
            assertTrue(Files.exists(out.resolve(name + "-rois.zip")), name);
        }
        String page = Files.readString(out.resolve("report.html"));
        assertFalse(page.contains("$(x)</"), "a name must not end an element");
        assertEquals(12, Files.readAllLines(out.resolve("report.csv")).size());
    }

    @Test
    void anOutputFolderInsideTheInputIsNotTakenForInput() throws IOException {
        out = in.resolve("results");
        SampleFiles.tiff(in.resolve("results.tif"));
        run();
        BatchReport again =
                new Batch(BatchTest::brightRectangle, settings())
                        .run(
                                InputFiles.of(List.of(in), true, NamePatterns.ALL, true),
                                new BatchTest.Recorder(99));
        assertEquals(2, again.outcomes().size());
        assertTrue(again.outcomes().stream().allMatch(FileOutcome::earlier));
    }

    @Test
    void aSubfolderOfTheResultsThatMayNotBeWrittenFailsItsFilesAlone() throws Exception {
        Files.createDirectory(in.resolve("sub"));
        SampleFiles.tiff(in.resolve("sub/b.tif"));
        Path shut = Files.createDirectories(out.resolve("sub"));
        String report = reportOfShut(shut, "r-xr-xr-x");
        assertTrue(report.contains("good.tif,done,"), report);
        assertTrue(report.matches("(?s).*b\\.tif,failed,.*permission denied.*"), report);
        assertEquals(0, shut.toFile().list().length);
    }

    @Test
    void aFolderOfImagesThatMayNotBeListedFailsAndTheRestIsDone() throws Exception {
        Path shut = Files.createDirectory(in.resolve("shut"));
        SampleFiles.tiff(shut.resolve("b.tif"));
        String report = reportOfShut(shut, "---------");
        assertTrue(report.contains("good.tif,done,"), report);
        assertTrue(
                report.matches("(?s).*shut,failed,.*cannot be listed: permission denied.*"),
                report);
    }

    @Test
    void aFileThatMayNotBeReadFailsAlone() throws Exception {
        Path shut = SampleFiles.tiff(in.resolve("b.tif"));
        String report = reportOfShut(shut, "---------");
        assertTrue(report.contains("good.tif,done,"), report);
        assertTrue(report.matches("(?s).*b\\.tif,failed,.*may not be read.*"), report);
    }

    /** Of a run during which something has such permissions, one file of which fails. */
    private String reportOfShut(Path shut, String permissions) throws Exception {
        assumeTrue(Files.getFileStore(shut).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString(permissions));
        try {
            Process child = ChildRun.startByPermissions(in, out);
            ChildRun.lines(child, Integer.MAX_VALUE);
            assertEquals(1, child.waitFor());
            return Files.readString(out.resolve("report.csv"));
        } finally {
            Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aFileWhereAFolderOfResultsBelongsFailsItsFilesAlone() throws IOException {
        Files.createDirectory(in.resolve("sub"));
        SampleFiles.tiff(in.resolve("sub/b.tif"));
        Files.createDirectories(out);
        Files.writeString(out.resolve("sub"), "mine");
        BatchReport report =
                new Batch(BatchTest::brightRectangle, settings())
                        .run(
                                InputFiles.of(List.of(in), true, NamePatterns.ALL, true),
                                new BatchTest.Recorder(99));
        assertEquals(1, report.count(FileStatus.DONE));
        assertTrue(report.outcomes().get(1).error().startsWith("could not write"));
        assertEquals("mine", Files.readString(out.resolve("sub")));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BatchReport run() throws IOException {
        return new Batch(BatchTest::brightRectangle, settings())
                .run(inputs(), new BatchTest.Recorder(99));
    }

    private List<InputFile> inputs() {
        return InputFiles.of(List.of(in), false, NamePatterns.ALL, true);
    }

    private BatchSettings settings() {
        return new BatchSettings(
                out,
                new FileOutputs(EnumSet.allOf(OutputKind.class)),
                ImageTask.DEFAULT,
                Optional.empty());
    }
}
