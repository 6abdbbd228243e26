package sc.fiji.fastsam.model.catalog;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where models are kept: where each operating system wants a program's data. */
public final class ModelsFolder {

    /** Variable of the environment that names another folder. */
    public static final String VARIABLE = "FASTSAM_MODELS";

    private ModelsFolder() {}

    /** On this computer. */
    public static Path usual() {
        return of(System.getProperty("os.name", ""), System.getenv());
    }

    /**
     * @param system as Java names it
     * @param environment variables; {@value #VARIABLE} wins over the system's custom
     */
    static Path of(String system, Map<String, String> environment) {
        String own = environment.getOrDefault(VARIABLE, "");
        if (!own.isBlank()) {
            return Path.of(own).toAbsolutePath();
        }
        Path home = Path.of(System.getProperty("user.home", "."));
        String name = system.toLowerCase(Locale.ROOT);
        Path data;
        if (name.startsWith("mac")) {
            data = home.resolve("Library").resolve("Application Support");
        } else if (name.startsWith("win")) {
            data = folder(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"));
        } else {
            data = folder(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"));
        }
        return data.resolve("fastsam").resolve("models").toAbsolutePath();
    }

    /** NB: XDG says that a path which is not absolute is to be ignored. */
    private static Path folder(String named, Path otherwise) {
        return named != null && Path.of(named).isAbsolute() ? Path.of(named) : otherwise;
    }
}
