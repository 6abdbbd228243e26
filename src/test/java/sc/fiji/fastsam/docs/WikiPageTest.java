package sc.fiji.fastsam.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * docs/imagej-net/fastsam.md in the form of imagej.net: keys of its front matter after
 * _includes/layout/statbox and _pages/editing/index.md of github.com/imagej/imagej.github.io,
 * commits 0e04ee7b and 03060bf0, and the pages there that this one links to.
 */
class WikiPageTest {

    private static final Path PAGE = Path.of("docs", "imagej-net", "fastsam.md");

    private static final Set<String> KEYS =
            Set.of(
                    "title",
                    "description",
                    "categories",
                    "name",
                    "source-url",
                    "source-label",
                    "license-url",
                    "license-label",
                    "dev-status",
                    "support-status",
                    "forum-tag",
                    "update-site");

    private static final Set<String> PAGES =
            Set.of("/licensing/bsd", "/update-sites/following", "/scripting/script-editor");

    @Test
    void theFrontMatterHasFieldsThatTheWikiKnows() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        assertEquals("---", lines.get(0));
        int end = lines.subList(1, lines.size()).indexOf("---") + 1;
        Set<String> keys = new TreeSet<>();
        for (String line : lines.subList(1, end)) {
            keys.add(line.substring(0, line.indexOf(": ")));
        }
        assertEquals(new TreeSet<>(KEYS), keys);
    }

    @Test
    void linksLeadToPagesOfTheWikiOrElsewhere() throws IOException {
        String text = Files.readString(PAGE);
        Matcher link = Pattern.compile("(?:\\]\\(|-url: )([^)\\s]+)").matcher(text);
        int count = 0;
        for (; link.find(); count++) {
            String target = link.group(1);
            assertTrue(target.startsWith("https://") || PAGES.contains(target), target);
        }
        assertTrue(count >= 5, "links: " + count);
    }

    @Test
    void menusAreTheWikisBreadcrumbsOfEntriesThatAreThere() throws IOException {
        String menu = Files.readString(Path.of("src", "main", "resources", "plugins.config"));
        Matcher path =
                Pattern.compile("\\{% include bc path=\"([^\"]+)\" %\\}")
                        .matcher(Files.readString(PAGE));
        int count = 0;
        while (path.find()) {
            String[] parts = path.group(1).split(" \\| ");
            if (parts[0].equals("Plugins")) {
                String entry = "Plugins>FastSAM, \"" + parts[2] + "\"";
                assertTrue(menu.contains(entry), entry);
                count++;
            }
        }
        assertEquals(4, count);
    }
}
