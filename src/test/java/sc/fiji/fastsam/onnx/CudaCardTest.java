package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CudaCardTest {

    @TempDir Path folder;

    /** NB: Java itself is the command, so that this runs on every system. */
    private OptionalInt told(String body) throws Exception {
        Path source = folder.resolve("Told.java");
        Files.writeString(
                source,
                "class Told { public static void main(String[] a) throws Exception { "
                        + body
                        + " } }");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return CudaCard.memory(List.of(java.toString(), source.toString()));
    }

    @Test
    void theFirstCardCounts() throws Exception {
        assertEquals(OptionalInt.of(81559), told("System.out.println(\"81559\\n24564\");"));
    }

    @Test
    void anythingElseIsNoAnswer() throws Exception {
        assertEquals(OptionalInt.empty(), told("System.out.println(\"[N/A]\");"));
        assertEquals(OptionalInt.empty(), told("System.exit(9);"));
        assertEquals(
                OptionalInt.empty(), CudaCard.memory(List.of("no-such-command-of-this-machine")));
    }

    @ParameterizedTest
    @CsvSource({
        "81559, 16, 8",
        "81559, 8, 4",
        "8188, 20, 5",
        "6144, 16, 4",
        "4096, 16, 2",
        "2000, 16, 2",
        "-1, 16, 4",
        "-1, 2, 2"
    })
    void runsGoWithMemoryAndCores(int memory, int cores, int expected) {
        OptionalInt told = memory < 0 ? OptionalInt.empty() : OptionalInt.of(memory);
        assertEquals(expected, CudaCard.runsAtOnce(told, cores));
    }
}
