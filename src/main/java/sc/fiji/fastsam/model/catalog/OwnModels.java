package sc.fiji.fastsam.model.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.io.Folders;
import sc.fiji.fastsam.model.ExternalWeights;
import sc.fiji.fastsam.model.FileKind;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.model.convert.CheckpointImport;

/** Takes networks of the user's into the folder of models. */
public final class OwnModels {

    private final InstalledModels models;

    /**
     * @param models where to
     */
    public OwnModels(InstalledModels models) {
        this.models = models;
    }

    /**
     * Copies an ONNX file with the files of its weights, if there are such, or imports a checkpoint
     * of PyTorch.
     *
     * @param name of the model; empty for that of the file, in lower case
     * @throws ModelException if the file is no network, or the name is taken
     * @throws java.util.concurrent.CancellationException when the listener says so
     * @throws IOException if it cannot be read or written
     */
    public InstalledModel add(Path file, Optional<String> name, Progress listener)
            throws IOException {
        ModelFile source = ModelFile.of(file);
        source.checkExists();
        String id = models.newId(name.orElseGet(() -> id(file)));
        Path onnx = models.stage(id).resolve(id + ".onnx");
        try {
            bring(file, source, onnx, listener);
            String title = "Added from " + file.getFileName();
            String from = file.toAbsolutePath().toString();
            Receipt.write(onnx.getParent(), Map.of("title", title, "source", from), listener);
            return models.commit(id);
        } finally {
            Folders.delete(onnx.getParent());
        }
    }

    private static void bring(Path file, ModelFile source, Path onnx, Progress listener)
            throws IOException {
        boolean network =
                FileKind.of(file) == FileKind.OTHER && !hasEnding(file, ".pt", ".pth", ".ckpt");
        if (network) {
            source.check();
            Files.copy(file, onnx);
            copyWeights(file, source, onnx.getParent());
        } else {
            CheckpointImport.convert(file, onnx, listener);
        }
    }

    /** NB: under the names that the network knows them by. */
    private static void copyWeights(Path file, ModelFile source, Path folder) throws IOException {
        Set<Path> names = new TreeSet<>();
        for (String name : ExternalWeights.of(file)) {
            names.add(nameOfWeights(name, source, file));
        }
        for (Path name : names) {
            Path copy = folder.resolve(name);
            if (Files.exists(copy) || name.toString().equalsIgnoreCase(Receipt.NAME)) {
                throw source.problem(
                        "keeps weights in the file "
                                + name
                                + ", a name that is taken beside its copy. Give another with"
                                + " --name, or export the network again into one file.");
            }
            Files.copy(file.resolveSibling(name), copy);
        }
    }

    private static Path nameOfWeights(String name, ModelFile source, Path file)
            throws ModelException {
        Optional<Path> simple = ExternalWeights.path(name).filter(OwnModels::isSimple);
        if (simple.isEmpty()) {
            throw source.problem(
                    "keeps weights in "
                            + name
                            + ", which is not beside it. Export it again into one file.");
        }
        if (!Files.isRegularFile(file.resolveSibling(simple.get()))) {
            throw source.problem(
                    "keeps weights in the file "
                            + name
                            + ", which is not beside it. Put it there, or export the network again"
                            + " into one file.");
        }
        return simple.get();
    }

    private static boolean isSimple(Path name) {
        return !name.isAbsolute() && name.getNameCount() == 1 && !name.startsWith("..");
    }

    private static boolean hasEnding(Path file, String... endings) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(endings).anyMatch(name::endsWith);
    }

    private static String id(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.replaceFirst("\\.(pt|pth|ckpt|onnx)$", "").replaceAll("[^a-z0-9._-]+", "-");
    }
}
