package sc.fiji.fastsam.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import groovy.lang.Binding;
import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        Matcher path = Pattern.compile("src/(test|main)/[\\w./-]+\\w").matcher(text);
        while (path.find()) {
            assertTrue(Files.exists(Path.of(path.group())), page + ": " + path.group());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkIntoAPageNamesOneOfItsHeadings(Path page) throws IOException {
        Path folder = page.toAbsolutePath().getParent();
        Matcher link =
                Pattern.compile("\\]\\(([^)#:\\s]*\\.md)?#([^)\\s]+)\\)")
                        .matcher(Files.readString(page));
        while (link.find()) {
            Path target = link.group(1) == null ? page : folder.resolve(link.group(1));
            assertTrue(anchors(target).contains(link.group(2)), page + ": " + link.group());
        }
    }

    /** Of the headings, as web pages of Markdown name them. */
    private static List<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").replaceAll("\\]\\([^)]*\\)", ""))
                .map(line -> line.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", ""))
                .map(line -> line.strip().replace(' ', '-'))
                .toList();
    }
}
