package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The scripts for Windows, read beside those for other systems. {@code src/test/windows-check} runs
 * them.
 */
class WindowsLauncherTest {

    private static final Path SCRIPTS = Path.of("src", "assembly");

    @ParameterizedTest
    @CsvSource({"bin/fastsam, bin/fastsam.bat", "lib/class-archive, lib/class-archive.bat"})
    void javaIsGivenTheSameOptions(String unix, String windows) throws IOException {
        assertEquals(javaOptions(unix), javaOptions(windows));
    }

    @Test
    void theSameCommandsHaveTheThoroughCompiler() throws IOException {
        assertEquals(
                "evaluate report", group("bin/fastsam", "(?m)^ *(\\w+ \\| \\w+)\\) compiler="));
        assertEquals("evaluate report", group("bin/fastsam.bat", "%%c in \\(([\\w ]+)\\)"));
    }

    @ParameterizedTest
    @CsvSource({"bin/fastsam.bat", "lib/class-archive.bat"})
    void eachJumpHasItsLabel(String script) throws IOException {
        String text = read(script);
        assertEquals(all(text, "goto (\\w+)"), all(text, "(?m)^:(\\w+)"));
    }

    /** NB: with it, an exclamation mark in a file's name is lost. */
    @ParameterizedTest
    @CsvSource({"bin/fastsam.bat", "lib/class-archive.bat"})
    void variablesAreNotExpandedLate(String script) throws IOException {
        assertTrue(read(script).contains("\nsetlocal EnableExtensions DisableDelayedExpansion\n"));
    }

    /** What begins with -X, --enable or -Djava, without values and paths of this system's. */
    private static Set<String> javaOptions(String script) throws IOException {
        return all(
                read(script).replaceAll("(?m)^(#|rem ).*", ""),
                "(-X\\w[\\w:+-]*(?:=\\d+)?|--enable[\\w=-]+|-Djava[\\w.=]+)");
    }

    private static String group(String script, String pattern) throws IOException {
        return String.join(" ", all(read(script), pattern)).replace(" | ", " ");
    }

    private static Set<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String script) throws IOException {
        return Files.readString(SCRIPTS.resolve(script));
    }
}
