package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {

    private static final Path HOME = Path.of(System.getProperty("user.home")).toAbsolutePath();

    @TempDir Path folder;

    @Test
    void isWhereEachSystemWantsIt() throws IOException {
        assertEquals(HOME.resolve(".cache/fastsam"), CacheFolder.of("linux", Map.of()));
        assertEquals(HOME.resolve("Library/Caches/fastsam"), CacheFolder.of("osx", Map.of()));
        assertEquals(HOME.resolve("AppData/Local/fastsam"), CacheFolder.of("win", Map.of()));
    }

    @Test
    void followsTheUsersVariables() throws IOException {
        String named = folder.toString();
        assertEquals(
                folder.resolve("fastsam"),
                CacheFolder.of("linux", Map.of("XDG_CACHE_HOME", named)));
        assertEquals(
                folder.resolve("fastsam"), CacheFolder.of("win", Map.of("LOCALAPPDATA", named)));
        assertEquals(
                folder,
                CacheFolder.of("linux", Map.of("FASTSAM_CACHE", named, "XDG_CACHE_HOME", "/x")));
    }

    @Test
    void ignoresAVariableThatIsNotAbsolute() throws IOException {
        assertEquals(
                HOME.resolve(".cache/fastsam"),
                CacheFolder.of("linux", Map.of("XDG_CACHE_HOME", "caches", "FASTSAM_CACHE", " ")));
    }

    @Test
    void aUserWithoutHomeHasNone() {
        IOException e =
                assertThrows(
                        IOException.class, () -> CacheFolder.of("linux", Map.of(), Path.of("?")));
        assertTrue(e.getMessage().contains("no home folder"), e.getMessage());
    }
}
