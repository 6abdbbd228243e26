package sc.fiji.fastsam.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import groovy.lang.Binding;
import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.fastsam.engine.ImageObjects;

/** The README's code works as shown, and every page's links lead somewhere. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(README, Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")),
                            docs.filter(page -> page.toString().endsWith(".md")).toList().stream())
                    .sorted();
        }
    }

    @Test
    void theGroovyScriptLabelsNucleiAndShowsTheChosenOnes() throws IOException {
        ImagePlus image = IJ.openImage("src/test/resources/images/nuclei.tif");
        String script = CodeBlocks.of(README, "groovy").get(0);
        // NB: a window cannot be shown here.
        Binding variables =
                CodeBlocks.groovy(script.replace("cells.toLabelImage().show()\n", ""), image);
        ImageObjects cells = (ImageObjects) variables.getVariable("cells");
        assertTrue(cells.count() > 50, cells.toString());
        assertEquals(cells.count(), (int) cells.toLabelImage().getStatistics().max);
        assertTrue(image.getOverlay().size() >= 1);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkAndPathLeadsSomewhere(Path page) throws IOException {
        String text = Files.readString(page);
        Path folder = page.toAbsolutePath().getParent();
        Matcher link = Pattern.compile("\\]\\(([^)#:\\s]+)(#[^)]*)?\\)").matcher(text);
        while (link.find()) {
            assertTrue(Files.exists(folder.resolve(link.group(1))), page + ": " + link.group(1));
        }
        Matcher path = Pattern.compile("src/(test|main)/[\\w./]+\\w").matcher(text);
        while (path.find()) {
            assertTrue(Files.exists(Path.of(path.group())), page + ": " + path.group());
        }
    }
}
