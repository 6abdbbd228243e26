package sc.fiji.fastsam.model.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.concurrent.Progress;

class DownloaderTest {

    private static final byte[] CONTENT = content();
    private static final Patience SHORT = new Patience(5000, 500, 1, 2);

    @TempDir private Path folder;
    private final FileServer server = new FileServer(CONTENT);
    private Path target;

    private static byte[] content() {
        byte[] bytes = new byte[300_000];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void nameTarget() {
        target = folder.resolve("model.pt");
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    private static Downloader downloader(Mirror mirror, Downloader.Sink sink) {
        return new Downloader(
                mirror, new EnvironmentProxies(Optional.empty(), Map.of()), SHORT, sink);
    }

    private void download(RemoteFile file, Progress listener) throws IOException {
        downloader(Mirror.NONE, PartialFile::append).download(file, target, listener);
    }

    private void download() throws IOException {
        download(file(), Progress.NONE);
    }

    private RemoteFile file() {
        return new RemoteFile(server.address("/a/model.pt"), CONTENT.length, Optional.empty());
    }

    private String refused() {
        return assertThrows(DownloadException.class, this::download).getMessage();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private void assertComplete() throws IOException {
        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        assertEquals(List.of("model.pt"), names());
    }

    @Test
    void aFileComesWhole() throws IOException {
        download();
        assertComplete();
        assertEquals(List.of("/a/model.pt null"), server.requests());
    }

    @Test
    void aBrokenDownloadGoesOnByItself() throws IOException {
        server.next(server.broken(100_000));
        download();
        assertComplete();
        assertEquals(2, server.requests().size());
        assertTrue(server.requests().get(1).matches("/a/model.pt bytes=[1-9]\\d*-"));
    }

    @Test
    void aDownloadGoesOnInAnotherCall() throws IOException {
        server.next(server.broken(100_000)).next(FileServer.status(503));
        assertTrue(refused().contains("answered 503"));
        assertEquals(List.of("model.pt.part", "model.pt.part.txt"), names());
        download();
        assertComplete();
        assertTrue(server.requests().get(2).contains("bytes="));
    }

    @Test
    void aFileThatChangedBeginsAnew() throws IOException {
        server.next(server.broken(100_000)).next(FileServer.status(503));
        refused();
        server.change();
        download();
        assertComplete();
        assertTrue(server.requests().get(2).contains("bytes="));
    }

    @Test
    void aRangeBeyondTheEndBeginsAnew() throws IOException {
        Files.write(folder.resolve("model.pt.part"), new byte[CONTENT.length + 5]);
        Files.write(
                folder.resolve("model.pt.part.txt"),
                List.of(server.address("/a/model.pt").toString(), "\"one\""));
        download();
        assertComplete();
        assertEquals("/a/model.pt null", server.requests().get(1));
    }

    @Test
    void aPartThatIsTheWholeIsTaken() throws IOException {
        Files.write(folder.resolve("model.pt.part"), CONTENT);
        Files.write(
                folder.resolve("model.pt.part.txt"),
                List.of(server.address("/a/model.pt").toString(), "\"one\""));
        download();
        assertComplete();
        assertEquals(1, server.requests().size());
    }

    @Test
    void aPartOfAnotherAddressIsNotGoneOnWith() throws IOException {
        Files.write(folder.resolve("model.pt.part"), new byte[1000]);
        Files.write(
                folder.resolve("model.pt.part.txt"), List.of("http://other/model.pt", "\"one\""));
        download();
        assertComplete();
        assertEquals(List.of("/a/model.pt null"), server.requests());
    }

    @Test
    void aFileThatStaysBrokenIsNoFile() throws IOException {
        server.next(server.broken(1000)).next(server.broken(1000));
        String message = refused();
        assertTrue(message.contains("broke off") && message.contains("goes on"), message);
        assertFalse(Files.exists(target));
    }

    @Test
    void anotherDigestIsAnError() throws IOException {
        Digest wrong = Digest.sha256("00".repeat(32));
        RemoteFile file = new RemoteFile(file().address(), CONTENT.length, Optional.of(wrong));
        String message =
                assertThrows(DownloadException.class, () -> download(file, Progress.NONE))
                        .getMessage();
        assertTrue(message.contains("is not the file that was published"), message);
        assertEquals(List.of(), names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-256", "SHA-1"})
    void theRightDigestIsNone(String algorithm) throws IOException {
        Path same = Files.write(folder.resolve("same"), CONTENT);
        Digest right = Digest.of(same, algorithm, Progress.NONE);
        Files.delete(same);
        download(
                new RemoteFile(file().address(), CONTENT.length, Optional.of(right)),
                Progress.NONE);
        assertComplete();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 401, 403, 410})
    void whatIsNotThereIsSaidAtOnce(int status) throws IOException {
        server.next(FileServer.status(status));
        String message = refused();
        assertTrue(message.contains("answered " + status), message);
        assertTrue(message.contains("install it from its folder"), message);
        assertEquals(1, server.requests().size());
        assertEquals(List.of(), names());
    }

    @Test
    void aSilentServerIsLeft() throws IOException {
        server.next(server.silent(50_000));
        download();
        assertComplete();
        server.next(server.silent(0)).next(server.silent(0));
        Files.delete(target);
        assertTrue(refused().contains("fell silent"));
    }

    @Test
    void redirectsAreFollowedAlsoToOtherServers() throws IOException {
        try (FileServer other = new FileServer(CONTENT)) {
            server.next(FileServer.redirect(server.address("/b/model.pt")))
                    .next(FileServer.redirect(other.address("/c/model.pt")));
            other.next(other.broken(1000));
            server.next(FileServer.redirect(other.address("/c/model.pt")));
            download();
            assertComplete();
            assertEquals(2, other.requests().size());
            assertTrue(other.requests().get(1).startsWith("/c/model.pt bytes="));
        }
    }

    @Test
    void endlessRedirectsEnd() {
        for (int i = 0; i < 20; i++) {
            server.next(FileServer.redirect(server.address("/again")));
        }
        assertTrue(refused().contains("302"));
    }

    @Test
    void aFileThatIsFarTooLargeIsNotTaken() throws IOException {
        RemoteFile small = new RemoteFile(file().address(), 1000, Optional.empty());
        server.next(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(CONTENT);
                });
        String message =
                assertThrows(DownloadException.class, () -> download(small, Progress.NONE))
                        .getMessage();
        assertTrue(message.contains("much larger than the 1000 bytes"), message);
    }

    @Test
    void aFullDiskIsSaidAndLeavesNoFile() throws IOException {
        Downloader.Sink full =
                partial ->
                        new OutputStream() {
                            @Override
                            public void write(int value) throws IOException {
                                throw new IOException("No space left on device");
                            }
                        };
        IOException e =
                assertThrows(
                        IOException.class,
                        () ->
                                downloader(Mirror.NONE, full)
                                        .download(file(), target, Progress.NONE));
        assertEquals("No space left on device", e.getMessage());
        assertFalse(Files.exists(target));
    }

    @Test
    void tooLittleSpaceIsSaidBefore() {
        RemoteFile huge = new RemoteFile(file().address(), Long.MAX_VALUE / 4, Optional.empty());
        String message =
                assertThrows(DownloadException.class, () -> download(huge, Progress.NONE))
                        .getMessage();
        assertTrue(message.contains("Make room"), message);
        assertEquals(List.of(), server.requests());
    }

    @Test
    void aCanceledDownloadGoesOnLater() throws IOException {
        server.next(server.silent(200_000));
        Progress cancel =
                new Progress() {
                    private boolean some;

                    @Override
                    public void update(long done, long total, String task) {
                        assertEquals(CONTENT.length, total);
                        assertEquals("downloading model.pt", task);
                        some = true;
                    }

                    @Override
                    public boolean isCanceled() {
                        return some;
                    }
                };
        assertThrows(CancellationException.class, () -> download(file(), cancel));
        assertFalse(Files.exists(target));
        download();
        assertComplete();
        assertTrue(server.requests().get(1).contains("bytes="));
    }

    @Test
    void aMirrorServesAllAddresses() throws IOException {
        Mirror mirror = new Mirror(server.address("/mirror").toString());
        RemoteFile file =
                new RemoteFile(
                        URI.create("https://example.org/x/model.pt"),
                        CONTENT.length,
                        Optional.empty());
        downloader(mirror, PartialFile::append).download(file, target, Progress.NONE);
        assertComplete();
        assertEquals(List.of("/mirror/example.org/x/model.pt null"), server.requests());
        assertThrows(IllegalArgumentException.class, () -> new Mirror("ftp://x"));
    }

    @Test
    void aProxyIsAskedInsteadOfTheServer() throws IOException {
        String proxy = server.address("").toString().replace("http://", "");
        ProxySelector proxies =
                new EnvironmentProxies(Optional.empty(), Map.of("HTTP_PROXY", proxy));
        RemoteFile file =
                new RemoteFile(
                        URI.create("http://nowhere.invalid/model.pt"),
                        CONTENT.length,
                        Optional.empty());
        new Downloader(Mirror.NONE, proxies, SHORT, PartialFile::append)
                .download(file, target, Progress.NONE);
        assertComplete();
        assertEquals(List.of("/model.pt null"), server.requests());
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        server.close();
        String message = refused();
        assertTrue(message.contains("cannot be reached"), message);
    }
}
