package sc.fiji.fastsam.updatesite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A distribution of four libraries: one for Fiji, one with natives, one of Fiji's, one for none.
 */
class PlanTest {

    private static final String JARS =
            "net jars # a comment\nvision natives\njson fiji\noptions command-line\n";

    @TempDir private Path folder;
    private Path jars;
    private Path lists;
    private Path net;
    private Path vision;
    private Path json;
    private Path options;

    @BeforeEach
    void writeDistribution() throws IOException {
        jars = Files.createDirectories(folder.resolve("dist/plugins/jars"));
        lists = Files.createDirectories(folder.resolve("lists"));
        net = library("net-1.28.0.jar", "net.Net");
        json = library("json-2.10.1.jar", "json.Json");
        options = library("options-4.7.7.jar", "options.Options");
        vision =
                TestJars.write(
                        jars.resolve("vision-4.9.0-0.jar"),
                        Map.of(
                                "META-INF/MANIFEST.MF", "",
                                "so/linux/a.so", "linux",
                                "so/windows/a.dll", "windows",
                                "so/old/a.so", "old"));
        plugin("sc.fiji.fastsam.FastSam", "net.Net n; json.Json j;");
        lists(JARS, "json-2.10.1.jar\nfiji-2.18.0.jar\n");
        Files.writeString(
                lists.resolve("natives.txt"),
                "vision linux64 so/linux/\nvision win64 so/windows/\nvision - so/\n");
    }

    @Test
    void aFijiGetsWhatItLacks() throws Exception {
        assertEquals(
                List.of(
                        "plugins/FastSAM_IJ-0.1.0.jar",
                        "jars/net-1.28.0.jar",
                        "jars/vision-4.9.0-0.jar",
                        "jars/vision-natives-linux64-4.9.0-0.jar",
                        "jars/vision-natives-win64-4.9.0-0.jar"),
                files().stream().map(SiteFile::path).toList());
    }

    @Test
    void nativesAreDividedByPlatform() throws Exception {
        List<SiteFile> files = files();

        assertEquals(Set.of("META-INF/MANIFEST.MF"), entries(files.get(2)));
        assertEquals(List.of(), files.get(2).platforms());
        assertEquals(Set.of("so/linux/a.so"), entries(files.get(3)));
        assertEquals(List.of("linux64"), files.get(3).platforms());
        assertEquals(Set.of("so/windows/a.dll"), entries(files.get(4)));
        assertEquals(List.of("win64"), files.get(4).platforms());
    }

    @Test
    void thePluginDependsOnWhatItsClassesUse() throws Exception {
        assertEquals(List.of("jars/net.jar"), files().get(0).dependencies());
    }

    @Test
    void nativesAreNoDependencies() throws Exception {
        vision = library("vision-4.9.0-0.jar", "vision.Vision");
        try (FileSystem jar = FileSystems.newFileSystem(vision)) {
            Files.createDirectories(jar.getPath("so/linux"));
            Files.createDirectories(jar.getPath("so/windows"));
            Files.writeString(jar.getPath("so/linux/a.so"), "linux");
            Files.writeString(jar.getPath("so/windows/a.dll"), "windows");
        }
        plugin("sc.fiji.fastsam.command.Close", "vision.Vision v;");

        assertEquals(List.of("jars/vision.jar"), files().get(0).dependencies());
    }

    @Test
    void whatTheCommandLineUsesStaysOut() throws Exception {
        plugin("sc.fiji.fastsam.batch.Report", "options.Options o;");

        assertEquals(List.of(), files().get(0).dependencies());
    }

    @Test
    void aLibraryThatThePluginUsesIsNotForTheCommandLineAlone() throws Exception {
        plugin("sc.fiji.fastsam.command.Report", "options.Options o;");

        assertRefused(
                "options-4.7.7.jar is marked 'command-line', but sc.fiji.fastsam.command.Report of"
                        + " FastSAM_IJ-0.1.0.jar uses it.");
    }

    @Test
    void aLibraryThatNoListNamesIsRefused() throws Exception {
        library("extra-1.0.jar", "extra.Extra");

        assertRefused("extra-1.0.jar is in the distribution, but");
    }

    @Test
    void aLineWithoutItsJarIsRefused() throws Exception {
        lists(JARS + "gone jars\n", "json-2.10.1.jar\n");

        assertRefused("names gone, which is not in the distribution any more.");
    }

    @Test
    void aSecondCopyOfFijisJarIsRefused() throws Exception {
        lists(JARS, "json-2.10.1.jar\nnet-1.20.0.jar\n");

        assertRefused(
                "net-1.28.0.jar would go into Fiji's folder jars, but Fiji ships version 1.20.0");
    }

    @Test
    void aJarThatFijiDoesNotHaveIsRefused() throws Exception {
        lists(JARS, "fiji-2.18.0.jar\n");

        assertRefused("json-2.10.1.jar is marked 'fiji', but");
    }

    @Test
    void anOlderJarInFijiIsRefused() throws Exception {
        lists(JARS, "json-2.9.1.jar\n");

        assertRefused(
                "FastSAM is built with json-2.10.1.jar, but Fiji ships the older version 2.9.1");
    }

    @Test
    void aNewerJarInFijiIsTaken() throws Exception {
        lists(JARS, "jars/json-2.11.0.jar\n");

        assertEquals(5, files().size());
    }

    @Test
    void anUnknownFateIsRefused() throws Exception {
        lists(JARS.replace("fiji", "maybe"), "json-2.10.1.jar\n");

        assertRefused(
                "'maybe' says nothing of where a jar goes: jars, natives, fiji, command-line.");
    }

    @Test
    void aFolderThatIsNoDistributionIsRefused() {
        assertTrue(
                assertThrows(BuildException.class, () -> Distribution.in(folder))
                        .getMessage()
                        .contains("is not the unpacked distribution"));
    }

    private void assertRefused(String reason) {
        String message = assertThrows(BuildException.class, this::files).getMessage();
        assertTrue(message.contains(reason), message);
    }

    private List<SiteFile> files() throws Exception {
        Distribution distribution = Distribution.in(folder.resolve("dist"));
        return Plan.files(distribution, lists, folder.resolve("work"));
    }

    private void lists(String fates, String fiji) throws IOException {
        Files.writeString(lists.resolve("jars.txt"), fates);
        Files.writeString(lists.resolve("fiji-jars.txt"), fiji);
    }

    private Path library(String jar, String type) throws IOException {
        return compile(jars.resolve(jar), type, "");
    }

    private void plugin(String type, String fields) throws IOException {
        compile(folder.resolve("dist/plugins/FastSAM_IJ-0.1.0.jar"), type, fields);
    }

    /** NB: a field is named in a descriptor alone; setting it names its class. */
    private Path compile(Path jar, String type, String fields) throws IOException {
        int dot = type.lastIndexOf('.');
        String body = fields.replaceAll("(\\S+) (\\w);", "Object $2 = new $1();");
        String source =
                "package %s; public class %s { %s }"
                        .formatted(type.substring(0, dot), type.substring(dot + 1), body);
        return fields.isEmpty()
                ? TestJars.compile(jar, type, source)
                : TestJars.compile(jar, type, source, net, json, options, vision);
    }

    private static Set<String> entries(SiteFile file) throws IOException {
        try (JarFile jar = new JarFile(file.source().toFile())) {
            Set<String> names = new TreeSet<>();
            jar.stream().forEach(e -> names.add(e.getName()));
            return names;
        }
    }
}
