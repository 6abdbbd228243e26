package sc.fiji.fastsam.updatesite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built folder, read back by {@link ReadSite}. */
class UpdateSiteTest {

    private static final Instant FIRST = Instant.parse("2026-12-01T08:09:10Z");
    private static final Instant SECOND = Instant.parse("2027-01-02T03:04:05Z");

    private static final String PLUGIN = "plugins/FastSAM_IJ.jar";
    private static final String LIBRARY = "jars/onnxruntime.jar";
    private static final String NATIVES = "jars/win64/cv-natives-win64.jar";

    @TempDir private Path folder;
    private Path plugin1;
    private Path plugin2;
    private Path library;
    private Path natives;

    @BeforeEach
    void writeJars() throws IOException {
        plugin1 = jar("p1.jar", Map.of("a/", "", "a/A.txt", "one", "z.properties", "#1\nk=v\n"));
        plugin2 = jar("p2.jar", Map.of("a/", "", "a/A.txt", "two", "z.properties", "#2\nk=v\n"));
        library = jar("l.jar", Map.of("META-INF/MANIFEST.MF", "Built-By: me\n", "b.txt", "b"));
        natives = jar("n.jar", Map.of("c.dll", "c"));
    }

    @Test
    void everyFieldOfTheFirstSiteIsRight() throws Exception {
        ReadSite site = ReadSite.of(first());

        assertEquals(List.of(PLUGIN, LIBRARY, NATIVES), List.copyOf(site.files().keySet()));
        ReadSite.Entry plugin = site.files().get(PLUGIN);
        assertEquals("plugins/FastSAM_IJ-0.1.0.jar", plugin.filename());
        assertEquals(List.of(), plugin.platforms());
        assertEquals("20261201080910", plugin.version().get("timestamp"));
        assertEquals(Files.size(plugin1), Long.parseLong(plugin.version().get("filesize")));
        assertEquals(Map.of(LIBRARY, "20261201080910"), plugin.dependencies());
        assertEquals(List.of(), plugin.previous());
        assertEquals(List.of("win64"), site.files().get(NATIVES).platforms());
        assertEquals(Map.of(), site.files().get(LIBRARY).dependencies());
    }

    @Test
    void aPlatformGetsItsFilesAndTheirContent() throws Exception {
        Path folder = first();
        ReadSite site = ReadSite.of(folder);

        Map<String, byte[]> windows = site.download(folder, "win64");

        assertEquals(
                Set.of(
                        "plugins/FastSAM_IJ-0.1.0.jar",
                        "jars/onnxruntime-1.28.0.jar",
                        "jars/win64/cv-natives-win64-4.9.0-0.jar"),
                windows.keySet());
        assertArrayEquals(Files.readAllBytes(plugin1), windows.get("plugins/FastSAM_IJ-0.1.0.jar"));
        assertEquals(2, site.download(folder, "macos-arm64").size());
    }

    @Test
    void aTamperedFileIsFound() throws Exception {
        Path folder = first();
        ReadSite site = ReadSite.of(folder);
        Path offered = folder.resolve("jars/onnxruntime-1.28.0.jar-20261201080910");
        Files.delete(offered);
        TestJars.write(offered, Map.of("META-INF/MANIFEST.MF", "Built-By: me\n", "b.txt", "B"));

        assertEquals(
                "Checksum of " + offered,
                assertThrows(IOException.class, () -> site.download(folder, "win64")).getMessage());
    }

    @Test
    void theSiteHoldsNothingBeside() throws Exception {
        Path folder = first();

        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(
                    Set.of(
                            "db.xml.gz",
                            "plugins/FastSAM_IJ-0.1.0.jar-20261201080910",
                            "jars/onnxruntime-1.28.0.jar-20261201080910",
                            "jars/win64/cv-natives-win64-4.9.0-0.jar-20261201080910"),
                    files.filter(Files::isRegularFile)
                            .map(f -> folder.relativize(f).toString().replace('\\', '/'))
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void aNewVersionReplacesTheOldOne() throws Exception {
        Path before = first();
        Path folder = second(before);
        ReadSite.Entry plugin = ReadSite.of(folder).files().get(PLUGIN);

        assertEquals("plugins/FastSAM_IJ-0.2.0.jar", plugin.filename());
        assertEquals("20270102030405", plugin.version().get("timestamp"));
        assertEquals(
                List.of(
                        Map.of(
                                "filename", "plugins/FastSAM_IJ-0.1.0.jar",
                                "timestamp", "20261201080910",
                                "timestamp-obsolete", "20270102030405",
                                "checksum",
                                        ReadSite.checksum(
                                                "plugins/FastSAM_IJ-0.1.0.jar",
                                                Files.readAllBytes(plugin1)))),
                plugin.previous());
    }

    @Test
    void whatDidNotChangeIsNotDownloadedAgain() throws Exception {
        ReadSite.Entry library = ReadSite.of(second(first())).files().get(LIBRARY);

        assertEquals("20261201080910", library.version().get("timestamp"));
        assertEquals(List.of(), library.previous());
    }

    @Test
    void aFileThatIsNotOfferedAnyMoreIsRemovedFromUsers() throws Exception {
        Path folder = second(first());
        ReadSite.Entry gone = ReadSite.of(folder).files().get(NATIVES);

        assertEquals(Map.of(), gone.version());
        assertEquals("20261201080910", gone.previous().get(0).get("timestamp"));
        assertEquals("20270102030405", gone.previous().get(0).get("timestamp-obsolete"));
        assertFalse(Files.exists(folder.resolve("jars/win64")));
    }

    @Test
    void theHistoryGrowsOverMoreThanOneRelease() throws Exception {
        Path third = folder.resolve("third");
        UpdateSite.build(
                List.of(file("plugins/FastSAM_IJ-0.1.0.jar", plugin1)),
                Optional.of(second(first()).resolve("db.xml.gz")),
                third,
                Instant.parse("2027-02-03T00:00:00Z"));

        List<Map<String, String>> previous = ReadSite.of(third).files().get(PLUGIN).previous();
        assertEquals(
                List.of("plugins/FastSAM_IJ-0.2.0.jar", "plugins/FastSAM_IJ-0.1.0.jar"),
                previous.stream().map(p -> p.get("filename")).toList());
    }

    @Test
    void aBuildThatIsInterruptedLeavesNothing() throws Exception {
        Path missing = folder.resolve("missing.jar");
        List<SiteFile> files =
                List.of(file("plugins/FastSAM_IJ-0.1.0.jar", plugin1), file("jars/x.jar", missing));
        Path site = Files.createDirectories(folder.resolve("sites")).resolve("site");

        assertThrows(
                IOException.class,
                () ->
                        NewFolder.create(
                                site,
                                staging -> {
                                    Files.copy(plugin1, staging.resolve("p.jar"));
                                    assertFalse(Files.exists(site));
                                    Files.copy(missing, staging.resolve("m.jar"));
                                }));
        assertThrows(
                IOException.class, () -> UpdateSite.build(files, Optional.empty(), site, FIRST));
        try (Stream<Path> left = Files.list(site.getParent())) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void withoutAccessTheReasonAndTheWayOutAreSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path site = file.resolve("site");

        String message =
                assertThrows(
                                BuildException.class,
                                () -> UpdateSite.build(List.of(), Optional.empty(), site, FIRST))
                        .getMessage();
        assertTrue(message.startsWith("Cannot write into " + file), message);
        assertTrue(message.endsWith("Name a folder where you may write."), message);
    }

    @Test
    void aFolderWithSomethingInItStaysAsItIs() throws Exception {
        Path site = Files.createDirectory(folder.resolve("site"));
        Files.writeString(site.resolve("mine.txt"), "mine");

        assertThrows(
                BuildException.class,
                () -> UpdateSite.build(List.of(), Optional.empty(), site, FIRST));
        assertEquals("mine", Files.readString(site.resolve("mine.txt")));
    }

    @Test
    void anUnreadablePreviousSiteIsRefused() throws Exception {
        Path index = Files.writeString(folder.resolve("db.xml.gz"), "<html>404</html>");

        String message =
                assertThrows(
                                BuildException.class,
                                () ->
                                        UpdateSite.build(
                                                List.of(),
                                                Optional.of(index),
                                                folder.resolve("site"),
                                                FIRST))
                        .getMessage();
        assertTrue(message.contains("is not the index of an update site"), message);
    }

    private Path first() throws Exception {
        Path site = folder.resolve("first");
        UpdateSite.build(
                List.of(
                        new SiteFile(
                                "plugins/FastSAM_IJ-0.1.0.jar",
                                plugin1,
                                List.of(),
                                List.of(LIBRARY),
                                "d"),
                        file("jars/onnxruntime-1.28.0.jar", library),
                        new SiteFile(
                                "jars/win64/cv-natives-win64-4.9.0-0.jar",
                                natives,
                                List.of("win64"),
                                List.of(),
                                "d")),
                Optional.empty(),
                site,
                FIRST);
        return site;
    }

    private Path second(Path before) throws Exception {
        Path site = folder.resolve("second");
        UpdateSite.build(
                List.of(
                        file("plugins/FastSAM_IJ-0.2.0.jar", plugin2),
                        file("jars/onnxruntime-1.28.0.jar", library)),
                Optional.of(before),
                site,
                SECOND);
        return site;
    }

    private static SiteFile file(String path, Path source) {
        return new SiteFile(path, source, List.of(), List.of(), "d");
    }

    private Path jar(String name, Map<String, String> entries) throws IOException {
        return TestJars.write(folder.resolve("built").resolve(name), entries);
    }
}
