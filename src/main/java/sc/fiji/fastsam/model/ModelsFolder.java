package sc.fiji.fastsam.model;

import java.nio.file.Path;

/** Where downloaded and imported networks are kept. */
public final class ModelsFolder {

    private ModelsFolder() {}

    /** The folder that FASTSAM_MODELS names, or else .fastsam/models in the user's home. */
    public static Path path() {
        String named = System.getenv("FASTSAM_MODELS");
        return named == null || named.isBlank()
                ? Path.of(System.getProperty("user.home"), ".fastsam", "models")
                : Path.of(named);
    }
}
