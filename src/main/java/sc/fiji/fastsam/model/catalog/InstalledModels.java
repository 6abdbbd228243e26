package sc.fiji.fastsam.model.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.io.Folders;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.model.download.Digest;

/** The folder of models. A subfolder is a model when it holds a receipt. */
public final class InstalledModels {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final String STAGING = ".staging";

    private final Path folder;

    /**
     * @param folder need not exist yet
     */
    public InstalledModels(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** In the folder of this computer. */
    public static InstalledModels usual() {
        return new InstalledModels(ModelsFolder.usual());
    }

    /** Where they are. */
    public Path folder() {
        return folder;
    }

    /**
     * In the order of their names.
     *
     * @throws IOException if the folder or a receipt cannot be read
     */
    public List<InstalledModel> list() throws IOException {
        List<InstalledModel> models = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> folders = Files.list(folder)) {
                for (Path path : folders.sorted().toList()) {
                    if (Files.exists(path.resolve(Receipt.NAME))) {
                        models.add(Receipt.read(path));
                    }
                }
            }
        }
        return models;
    }

    /**
     * One, if it is installed.
     *
     * @throws IOException if its receipt cannot be read
     */
    public Optional<InstalledModel> find(String id) throws IOException {
        boolean there =
                ID.matcher(id).matches() && Files.exists(folder.resolve(id).resolve(Receipt.NAME));
        return there ? Optional.of(Receipt.read(folder.resolve(id))) : Optional.empty();
    }

    /**
     * The network that a user means.
     *
     * @param idOrPath "bundled" or empty, the id of an installed model, or a file; a file wins over
     *     an id of the same name
     * @throws ModelException if it is the id of something not installed, or of no network
     * @throws IOException if the folder cannot be read
     */
    public ModelFile resolve(String idOrPath) throws IOException {
        String name = idOrPath.strip();
        if (name.isEmpty() || name.equals(Catalog.BUNDLED)) {
            return ModelFile.bundled();
        }
        Optional<InstalledModel> installed =
                Files.isRegularFile(Path.of(name)) ? Optional.empty() : find(name);
        if (installed.isPresent()) {
            return installed
                    .get()
                    .network()
                    .orElseThrow(() -> new ModelException(name + " is no network for objects."));
        }
        if (Catalog.find(name).isPresent() && Files.notExists(Path.of(name))) {
            throw new ModelException(
                    name
                            + " is not installed. Install it with: fastsam models install "
                            + name
                            + " (or Plugins > FastSAM > Models...).");
        }
        return ModelFile.of(Path.of(name));
    }

    /**
     * Removes one, with its files.
     *
     * @throws ModelException if it is not installed, or is the bundled one
     */
    public void remove(String id) throws IOException {
        if (id.equals(Catalog.BUNDLED)) {
            throw new ModelException(id + " is part of FastSAM and cannot be removed.");
        }
        if (find(id).isEmpty()) {
            throw new ModelException(id + " is not installed. See: fastsam models list");
        }
        // NB: the receipt first, so that half a model is none.
        Files.delete(folder.resolve(id).resolve(Receipt.NAME));
        Folders.delete(folder.resolve(id));
    }

    /**
     * Compares a model's files with what was noted when they were installed.
     *
     * @return what is wrong, a sentence each; none if all is as it was
     * @throws IOException if a file cannot be read
     */
    public List<String> check(InstalledModel model, Progress listener) throws IOException {
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, String> entry : model.digests().entrySet()) {
            Path file = model.folder().resolve(entry.getKey());
            if (Files.notExists(file)) {
                problems.add(file + " is missing. Remove and install " + model.id() + " again.");
            } else if (!Digest.of(file, "SHA-256", listener).hex().equals(entry.getValue())) {
                problems.add(file + " has changed. Remove and install " + model.id() + " again.");
            }
        }
        return problems;
    }

    /**
     * An id for a file of the user's.
     *
     * @throws ModelException if it is none, or taken
     */
    String newId(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            throw new ModelException(
                    "'"
                            + id
                            + "' is no name for a model: it must be 1 to 64 of a-z, 0-9, . _ and -,"
                            + " and begin with a letter or digit. Give another with --name.");
        }
        if (Catalog.find(id).isPresent() || Files.exists(folder.resolve(id))) {
            throw new ModelException(
                    "There is a model "
                            + id
                            + " already. Remove it first, or give another name"
                            + " with --name.");
        }
        return id;
    }

    /** An empty folder for a model to be made in. */
    Path stage(String id) throws IOException {
        Path stage = folder.resolve(STAGING).resolve(id);
        Folders.delete(stage);
        return Files.createDirectories(stage);
    }

    /** Where downloads wait until they are complete. */
    Path downloads(String id) throws IOException {
        return Files.createDirectories(folder.resolve(STAGING).resolve(id + ".downloads"));
    }

    /** Gives a complete model its place, and removes what was needed to make it. */
    InstalledModel commit(String id) throws IOException {
        Path place = folder.resolve(id);
        Folders.delete(place);
        Files.move(folder.resolve(STAGING).resolve(id), place);
        Folders.delete(folder.resolve(STAGING).resolve(id + ".downloads"));
        return Receipt.read(place);
    }
}
