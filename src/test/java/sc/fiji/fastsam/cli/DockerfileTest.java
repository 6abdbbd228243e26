package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** The Dockerfile, as far as that can be checked without building an image. */
class DockerfileTest {

    private static final Pattern MODULE = Pattern.compile("-> (java\\.[a-z.]+|jdk\\.[a-z.]+)");

    @Test
    void itsJavaHasEveryModuleThatTheClassesNeed() throws IOException {
        Set<String> needed = new TreeSet<>();
        Matcher module = MODULE.matcher(summary(Path.of("target", "classes")));
        while (module.find()) {
            needed.add(module.group(1));
        }
        assertTrue(needed.contains("java.desktop"), needed::toString);
        needed.removeAll(modules());
        assertEquals(Set.of(), needed);
    }

    @Test
    void whatTheBuildReadsIsLetIn() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(".dockerignore"));
        Matcher folder =
                Pattern.compile("<directory>((?:src|models)[^<]*)</directory>")
                        .matcher(Files.readString(Path.of("pom.xml")));
        int folders = 0;
        while (folder.find()) {
            String name = folder.group(1);
            if (!name.startsWith("src/release") && !name.startsWith("src/test/java")) {
                folders++;
                assertTrue(lines.stream().anyMatch(line -> letsIn(line, name)), name);
            }
        }
        assertTrue(folders >= 3, "resources were found");
    }

    private static boolean letsIn(String line, String folder) {
        return line.startsWith("!")
                && (folder.equals(line.substring(1))
                        || folder.startsWith(line.substring(1) + "/")
                        || line.startsWith("!" + folder + "/"));
    }

    private static List<String> modules() throws IOException {
        Matcher list =
                Pattern.compile("--add-modules (\\S+)")
                        .matcher(Files.readString(Path.of("Dockerfile")));
        assertTrue(list.find());
        return List.of(list.group(1).split(","));
    }

    private static String summary(Path classes) {
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        jdeps.run(printer, printer, "-s", classes.toString());
        printer.flush();
        return out.toString();
    }
}
