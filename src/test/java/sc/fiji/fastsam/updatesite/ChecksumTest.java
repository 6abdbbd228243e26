package sc.fiji.fastsam.updatesite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTest {

    @TempDir private Path folder;

    /** SHA-1 of "macros/a.txthello", by sha1sum. */
    @Test
    void aPlainFileCountsWithItsPath() throws Exception {
        Path file = Files.writeString(folder.resolve("x"), "hello");

        assertEquals("7f8cdb69f5aa9862fbe174a8f287d389cf9ff262", Checksum.of("macros/a.txt", file));
    }

    /** SHA-1 of "META-INF/META-INF/MANIFEST.MFa/a/b.txtBc.properties\nk=v\n", by sha1sum. */
    @Test
    void aJarCountsAsItLiesUnpacked() throws Exception {
        Path jar =
                TestJars.write(
                        folder.resolve("x.jar"),
                        Map.of(
                                "c.properties", "#Tue Dec 01\nk=v\n",
                                "a/b.txt", "B",
                                "META-INF/MANIFEST.MF", "Built-By: me\n",
                                "META-INF/", "",
                                "a/", ""));

        assertEquals(
                "166e35fa768120c14d6d5965403cf66025a2ed76", Checksum.of("jars/x-1.0.jar", jar));
    }

    @Test
    void aJarBuiltAgainHasTheSame() throws Exception {
        Path one =
                TestJars.write(
                        folder.resolve("1.jar"),
                        Map.of("META-INF/MANIFEST.MF", "Jdk: 17", "p.properties", "#Mon\nk=1\n"));
        Path two =
                TestJars.write(
                        folder.resolve("2.jar"),
                        Map.of("META-INF/MANIFEST.MF", "Jdk: 21", "p.properties", "#Tue\nk=1\n"));
        Path other =
                TestJars.write(
                        folder.resolve("3.jar"),
                        Map.of("META-INF/MANIFEST.MF", "Jdk: 21", "p.properties", "#Tue\nk=2\n"));

        assertEquals(Checksum.of("jars/a.jar", one), Checksum.of("jars/a-2.jar", two));
        assertNotEquals(Checksum.of("jars/a.jar", one), Checksum.of("jars/a.jar", other));
    }

    /** Expected: what Fiji's updater 2.0.4-SNAPSHOT (November 2025) made of the same text. */
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "'#a|k', '|k'",
        "'#a', ''",
        "'k|#a|#b|l', 'k|||l'",
        "'k||#a|l', 'k||#a|l'",
        "'k|||#a|l', 'k||||l'",
        "'#|#a|l', '|#a|l'",
        "'##|#a|l', '|#a|l'",
        "'#|#a|#b', '|#a|'",
        "' #a|l', ' #a|l'"
    })
    void commentsShrinkToTheirLineFeed(String text, String expected) {
        byte[] bytes = text.replace('|', '\n').getBytes(StandardCharsets.UTF_8);

        assertEquals(
                expected,
                new String(Properties.withoutComments(bytes), StandardCharsets.UTF_8)
                        .replace('\n', '|'));
    }
}
