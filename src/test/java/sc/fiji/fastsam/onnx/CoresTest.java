package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoresTest {

    @TempDir Path folder;

    private void processor(int index, String siblings) throws IOException {
        Path topology = Files.createDirectories(folder.resolve("cpu" + index + "/topology"));
        Files.writeString(topology.resolve("thread_siblings_list"), siblings + "\n");
    }

    @Test
    void twoThreadsOfOneCoreCountOnce() throws IOException {
        processor(0, "0,3");
        processor(1, "1,4");
        processor(2, "2,5");
        processor(3, "0,3");
        processor(4, "1,4");
        processor(5, "2,5");
        Files.createDirectories(folder.resolve("cpufreq"));
        assertEquals(3, Cores.physical(folder));
    }

    @Test
    void areUnknownWhereTheSystemDoesNotSay() {
        assertEquals(0, Cores.physical(folder.resolve("none")));
    }

    @Test
    void areNeverMoreThanTheJvmMayUse() {
        Platform linux = new Platform("linux", "x64");
        assertEquals(1, Cores.threads(linux, 1));
        assertTrue(Cores.threads(linux, 4096) >= 1);
        assertEquals(0, Cores.threads(new Platform("osx", "aarch64"), 8));
    }
}
