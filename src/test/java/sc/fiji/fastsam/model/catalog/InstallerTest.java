package sc.fiji.fastsam.model.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.catalog.CatalogEntry.Kind;
import sc.fiji.fastsam.model.convert.CheckpointImport;
import sc.fiji.fastsam.model.download.Digest;
import sc.fiji.fastsam.model.download.Downloader;
import sc.fiji.fastsam.model.download.FileServer;
import sc.fiji.fastsam.model.download.Mirror;
import sc.fiji.fastsam.model.download.RemoteFile;

class InstallerTest {

    private static final byte[] WORDS = {8, 7, 18, 1};
    private static final String WORDS_DIGEST =
            "8d8f6a2f6a7f1b0b8d8f6a2f6a7f1b0b8d8f6a2f6a7f1b0b8d8f6a2f6a7f1b0b";

    @TempDir private Path folder;
    private InstalledModels models;
    private Path own;

    @BeforeEach
    void createFolders() throws IOException {
        models = new InstalledModels(folder.resolve("models"));
        own = Files.createDirectories(folder.resolve("own"));
    }

    private static byte[] checkpoint() throws IOException {
        try (var in = CheckpointImport.class.getResourceAsStream("tiny-v11.pt")) {
            return in.readAllBytes();
        }
    }

    private static CatalogEntry entry(String id, Kind kind, RemoteFile... files) {
        return new CatalogEntry(id, "A test", kind, License.OWN, List.of(files));
    }

    private static RemoteFile file(URI address, byte[] content) {
        return new RemoteFile(address, content.length, Optional.empty());
    }

    private static RemoteFile file(String name) {
        return new RemoteFile(URI.create("https://example.org/" + name), 100, Optional.empty());
    }

    private Installer.Result install(CatalogEntry entry, Source source) throws IOException {
        return new Installer(models, source).install(entry, License.OWN, Progress.NONE);
    }

    private static Source network() {
        return Source.of(Downloader.create(Mirror.NONE, Map.of()));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(models.folder())) {
            return files.filter(Files::isRegularFile)
                    .map(path -> models.folder().relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aCheckpointIsConvertedOnArrival() throws IOException {
        try (FileServer server = new FileServer(checkpoint())) {
            CatalogEntry entry =
                    entry("tiny", Kind.CHECKPOINT, file(server.address("/t.pt"), checkpoint()));
            Installer.Result result = install(entry, network());
            assertEquals(
                    List.of(
                            "known-digests.properties",
                            "tiny/receipt.properties",
                            "tiny/tiny.onnx"),
                    files());
            assertTrue(result.notes().get(0).startsWith("nobody publishes a digest of t.pt"));
            assertEquals(result.model(), models.find("tiny").orElseThrow());
            assertEquals("BSD-2-Clause", result.model().license());
            models.resolve("tiny").check();
            assertTrue(models.check(result.model(), Progress.NONE).isEmpty());
            assertEquals(List.of("tiny was installed already"), install(entry, network()).notes());
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void anotherFileThanTheFirstTimeIsRefused() throws IOException {
        RemoteFile file = file("words.onnx");
        CatalogEntry entry = entry("words", Kind.WORDS, file);
        Files.write(own.resolve("words.onnx"), WORDS);
        install(entry, Source.ofFolder(own));
        models.remove("words");
        Installer.Result again = install(entry, Source.ofFolder(own));
        assertEquals(List.of("words.onnx is the file that came the first time"), again.notes());
        models.remove("words");
        Files.write(own.resolve("words.onnx"), new byte[] {1, 2, 3});
        String message =
                assertThrows(ModelException.class, () -> install(entry, Source.ofFolder(own)))
                        .getMessage();
        assertTrue(message.startsWith("words.onnx differs from the first download: "), message);
        assertTrue(message.contains("known-digests.properties"), message);
        assertEquals(List.of("known-digests.properties"), files());
    }

    @Test
    void aFirstDownloadThatIsNoNetworkDoesNotKeepTheRightOneOut() throws IOException {
        CatalogEntry entry = entry("tiny", Kind.CHECKPOINT, file("t.pt"));
        Files.writeString(own.resolve("t.pt"), "<html>Sign in to the hotel's network</html>");
        assertThrows(ModelException.class, () -> install(entry, Source.ofFolder(own)));
        assertEquals(List.of(), files());
        Files.write(own.resolve("t.pt"), checkpoint());
        install(entry, Source.ofFolder(own));
        assertTrue(models.find("tiny").isPresent());
    }

    @Test
    void nothingIsFetchedWithoutTheLicense() throws IOException {
        CatalogEntry entry = entry("words", Kind.WORDS, file("words.onnx"));
        Installer installer =
                new Installer(
                        models,
                        (file, target, listener) -> {
                            throw new AssertionError("fetched " + file);
                        });
        assertThrows(
                IllegalArgumentException.class,
                () -> installer.install(entry, License.AGPL, Progress.NONE));
        assertFalse(Files.exists(models.folder()));
    }

    @Test
    void filesOfAFolderMustHaveTheirDigest() throws IOException {
        RemoteFile file =
                new RemoteFile(
                        URI.create("https://example.org/words.onnx"),
                        4,
                        Optional.of(Digest.sha256(WORDS_DIGEST)));
        CatalogEntry entry = entry("words", Kind.WORDS, file);
        assertTrue(
                assertThrows(ModelException.class, () -> install(entry, Source.ofFolder(own)))
                        .getMessage()
                        .contains("Get it from https://example.org/words.onnx first"));
        Files.write(own.resolve("words.onnx"), WORDS);
        assertTrue(
                assertThrows(ModelException.class, () -> install(entry, Source.ofFolder(own)))
                        .getMessage()
                        .contains("should be " + WORDS_DIGEST));
    }

    @Test
    void aFileOfAPackageIsFetchedByHandAndThatIsSaid() throws IOException {
        RemoteFile file =
                RemoteFile.ofPackage(
                        "Java package some:thing", "thing.jar", 4, Digest.sha256(WORDS_DIGEST));
        CatalogEntry entry = entry("thing", Kind.WORDS, file);
        Source web = Source.of(Downloader.create(Mirror.of(Map.of()), Map.of()));
        String message = assertThrows(ModelException.class, () -> install(entry, web)).getMessage();
        assertTrue(message.contains("get it from the Java package some:thing"), message);
        assertTrue(message.contains("--from"), message);
    }

    @Test
    void aCheckpointThatIsNoneLeavesNothing() throws IOException {
        Files.write(own.resolve("bad.pt"), Arrays.copyOf(checkpoint(), 1000));
        CatalogEntry entry = entry("bad", Kind.CHECKPOINT, file("bad.pt"));
        assertThrows(ModelException.class, () -> install(entry, Source.ofFolder(own)));
        assertTrue(models.find("bad").isEmpty());
        assertTrue(models.list().isEmpty());
        assertTrue(files().stream().noneMatch(name -> name.endsWith(".onnx")), files().toString());
    }

    @Test
    void aCanceledInstallationIsNone() throws IOException {
        Files.write(own.resolve("t.pt"), checkpoint());
        Progress cancel =
                new Progress() {
                    private boolean converting;

                    @Override
                    public void update(long done, long total, String task) {
                        converting |= task.equals("converting");
                    }

                    @Override
                    public boolean isCanceled() {
                        return converting;
                    }
                };
        CatalogEntry entry = entry("t", Kind.CHECKPOINT, file("t.pt"));
        Installer installer = new Installer(models, Source.ofFolder(own));
        assertThrows(
                CancellationException.class, () -> installer.install(entry, License.OWN, cancel));
        assertTrue(models.find("t").isEmpty());
        installer.install(entry, License.OWN, Progress.NONE);
        assertTrue(models.find("t").isPresent());
    }

    @Test
    void librariesForCuda13AreUnpackedFromBothArchives() throws IOException {
        zip(
                "ort.whl",
                "onnxruntime/capi/libonnxruntime.so.1.28.0",
                "onnxruntime/capi/libonnxruntime_providers_shared.so",
                "onnxruntime/capi/libonnxruntime_providers_cuda.so",
                "onnxruntime/capi/other.so");
        zip(
                "ort.jar",
                "ai/onnxruntime/native/linux-x64/libonnxruntime4j_jni.so",
                "ai/onnxruntime/native/linux-x64/libonnxruntime.so");
        install(
                entry("gpu", Kind.GPU_LIBRARIES, file("ort.whl"), file("ort.jar")),
                Source.ofFolder(own));
        Path gpu = models.folder().resolve("gpu");
        assertEquals(
                List.of(
                        "gpu/libonnxruntime.so",
                        "gpu/libonnxruntime4j_jni.so",
                        "gpu/libonnxruntime_providers_cuda.so",
                        "gpu/libonnxruntime_providers_shared.so",
                        "gpu/receipt.properties",
                        "known-digests.properties"),
                files());
        assertEquals(
                "onnxruntime/capi/libonnxruntime.so.1.28.0",
                Files.readString(gpu.resolve("libonnxruntime.so")));
        install(entry("jar", Kind.GPU_LIBRARIES, file("ort.jar")), Source.ofFolder(own));
        assertArrayEquals(
                Files.readAllBytes(own.resolve("ort.jar")),
                Files.readAllBytes(models.folder().resolve("jar/ort.jar")));
    }

    private void zip(String name, String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.write(own.resolve(name), bytes.toByteArray());
    }
}
