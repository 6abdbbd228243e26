package sc.fiji.fastsam.onnx;

import java.nio.file.Path;
import java.util.Map;

/** Where each operating system wants a program's own files that may be deleted at any time. */
final class CacheFolder {

    private CacheFolder() {}

    /**
     * @param system "linux", "osx" or "win"
     * @param environment variables; {@code FASTSAM_CACHE} wins over the system's custom
     */
    static Path of(String system, Map<String, String> environment) {
        String own = environment.getOrDefault("FASTSAM_CACHE", "");
        if (!own.isBlank()) {
            return Path.of(own).toAbsolutePath();
        }
        Path home = Path.of(System.getProperty("user.home", "."));
        Path caches =
                switch (system) {
                    case "osx" -> home.resolve("Library").resolve("Caches");
                    case "win" ->
                            folder(
                                    environment.get("LOCALAPPDATA"),
                                    home.resolve("AppData").resolve("Local"));
                    default -> folder(environment.get("XDG_CACHE_HOME"), home.resolve(".cache"));
                };
        return caches.resolve("fastsam").toAbsolutePath();
    }

    /** NB: XDG says that a path which is not absolute is to be ignored. */
    private static Path folder(String named, Path otherwise) {
        return named != null && Path.of(named).isAbsolute() ? Path.of(named) : otherwise;
    }
}
