package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.onnx.TinyModels;

/** SIGTERM, as {@code kill}, Ctrl+C's kin and job schedulers send it. */
class InterruptionProcessTest {

    private static final int TERMINATED = 143;

    @TempDir private Path folder;

    @Test
    void aTerminatedRunEndsInTheNetworkTooAndLeavesNothingHalfWritten() throws Exception {
        assumeTrue(File.separatorChar == '/', "no signals");
        Path image = TinyImage.save(folder.resolve("three.tif"));
        Path out = Files.createDirectory(folder.resolve("out"));
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            WatchKey created = out.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Process run =
                    FastSamProcess.begin(
                            "segment", image, "--model", TinyModels.path("slow"), "--out", out);
            // NB: the journal is there before the first image.
            assertEquals(created, watch.take());
            run.destroy();
            assertEquals(TERMINATED, run.waitFor());
        }
        // NB: within its 2 s the run may still have been opening the network, and has no report
        // then.
        List<String> whole = List.of("journal.jsonl", "report.csv", "report.html", "report.json");
        try (Stream<Path> files = Files.list(out)) {
            List<String> names = files.map(file -> file.getFileName().toString()).toList();
            assertTrue(whole.containsAll(names), names::toString);
        }
    }
}
