package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.engine.FileOutputs;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.OutputKind;
import sc.fiji.fastsam.engine.PlaneSegmenter;

class FilesAtOnceTest {

    private static final int FILES = 7;

    @TempDir private Path folder;
    private Path in;

    @BeforeEach
    void makeImages() throws IOException {
        in = Files.createDirectories(folder.resolve("in"));
        for (int i = 0; i < FILES; i++) {
            if (i == 3) {
                Files.writeString(in.resolve("3.tif"), "no image");
            } else {
                SampleFiles.tiff(in.resolve(i + ".tif"));
            }
        }
    }

    @Test
    void resultsAreThoseOfOneAfterTheOther() throws IOException {
        BatchReport one = run("one", 1, BatchTest::brightRectangle);
        BatchReport three = run("three", 3, BatchTest::brightRectangle);
        assertEquals(statuses(one), statuses(three));
        List<Path> results;
        try (Stream<Path> all = Files.list(folder.resolve("one"))) {
            results = all.filter(file -> file.getFileName().toString().contains("-")).toList();
        }
        assertEquals(OutputKind.values().length * (FILES - 1), results.size());
        for (Path result : results) {
            Path same = folder.resolve("three").resolve(result.getFileName());
            assertArrayEquals(Files.readAllBytes(result), Files.readAllBytes(same), "" + same);
        }
    }

    @Test
    void outcomesAreToldInTheFilesOrder() throws IOException {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        BatchTest.Recorder recorder =
                new BatchTest.Recorder(99) {
                    @Override
                    public void end(FileOutcome outcome) {
                        told.add(outcome.input().toString());
                    }
                };
        Batch batch = new Batch(BatchTest::brightRectangle, settings("out", options(3)));
        batch.run(InputFiles.of(List.of(in), false, NamePatterns.ALL, true), recorder);
        List<String> sorted = new ArrayList<>(told);
        Collections.sort(sorted);
        assertEquals(sorted, told);
        assertEquals(FILES, told.size());
    }

    @Test
    void aFileThatFoundTooLittleMemoryBesideOthersIsDoneAlone() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        PlaneSegmenter full =
                (planes, settings, progress) -> {
                    if (calls.getAndIncrement() == 0) {
                        throw new OutOfMemoryError("planted");
                    }
                    return SampleFiles.brightRectangle(planes);
                };
        BatchReport report = run("out", 3, full);
        assertEquals(FILES - 1, report.count(FileStatus.DONE));
        assertEquals(FILES, calls.get());
    }

    @Test
    void aFileThatIsTooLargeAloneFails() throws IOException {
        PlaneSegmenter full =
                (planes, settings, progress) -> {
                    throw new OutOfMemoryError("planted");
                };
        assertEquals(FILES, run("out", 3, full).count(FileStatus.FAILED));
    }

    @Test
    void aTimeoutMeansOneAfterTheOther() {
        assertEquals(3, options(3).atOnce());
        assertEquals(1, options(3).withTimeout(Duration.ofSeconds(1)).atOnce());
        assertTrue(RunOptions.DEFAULT.withFilesAtOnce().atOnce() >= 2);
        assertEquals(1, RunOptions.DEFAULT.atOnce());
    }

    private static List<FileStatus> statuses(BatchReport report) {
        return report.outcomes().stream().map(FileOutcome::status).toList();
    }

    private BatchReport run(String out, int atOnce, PlaneSegmenter network) throws IOException {
        return new Batch(network, settings(out, options(atOnce)))
                .run(
                        InputFiles.of(List.of(in), false, NamePatterns.ALL, true),
                        new BatchTest.Recorder(99));
    }

    private BatchSettings settings(String out, RunOptions options) {
        return new BatchSettings(
                        folder.resolve(out),
                        new FileOutputs(EnumSet.allOf(OutputKind.class)),
                        ImageTask.DEFAULT,
                        Optional.empty())
                .withOptions(options);
    }

    private static RunOptions options(int atOnce) {
        return new RunOptions(Optional.empty(), Optional.empty(), false, atOnce);
    }
}
