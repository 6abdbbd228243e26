package sc.fiji.fastsam.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Where each operating system wants a program's own files that may be deleted at any time. */
final class CacheFolder {

    private CacheFolder() {}

    /**
     * @param system "linux", "osx" or "win"
     * @param environment variables; {@code FASTSAM_CACHE} wins over the system's custom
     * @throws IOException if nothing names one: in containers users may have no home
     */
    static Path of(String system, Map<String, String> environment) throws IOException {
        return of(system, environment, Path.of(System.getProperty("user.home", "")));
    }

    /** Likewise, of a user with that home. */
    static Path of(String system, Map<String, String> environment, Path home) throws IOException {
        String own = environment.getOrDefault("FASTSAM_CACHE", "");
        if (!own.isBlank()) {
            return Path.of(own).toAbsolutePath();
        }
        Path caches =
                switch (system) {
                    case "osx" -> home.resolve("Library").resolve("Caches");
                    case "win" ->
                            folder(
                                    environment.get("LOCALAPPDATA"),
                                    home.resolve("AppData").resolve("Local"));
                    default -> folder(environment.get("XDG_CACHE_HOME"), home.resolve(".cache"));
                };
        // NB: Java says "?" of a user without home.
        if (!caches.isAbsolute()) {
            throw new IOException(
                    "this user has no home folder, and no FASTSAM_CACHE names another place");
        }
        return caches.resolve("fastsam");
    }

    /** NB: XDG says that a path which is not absolute is to be ignored. */
    private static Path folder(String named, Path otherwise) {
        return named != null && Path.of(named).isAbsolute() ? Path.of(named) : otherwise;
    }
}
