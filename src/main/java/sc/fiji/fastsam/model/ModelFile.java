package sc.fiji.fastsam.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sc.fiji.fastsam.io.Fingerprint;

/**
 * Where a network comes from: the one in the jar, or an ONNX file. Nothing is read before {@link
 * #check()} or {@link #read()}. Equal when the place is the same. Thread-safe.
 */
public final class ModelFile {

    private static final String RESOURCE = "fastsam-microscopy.onnx";

    /** The bundled network's SHA-256 as the build took it; a build may be without. */
    private static final String FINGERPRINT = RESOURCE + ".sha256";

    private static final ModelFile BUNDLED = new ModelFile(null);

    private final Path path;

    private ModelFile(Path path) {
        this.path = path;
    }

    /** The network for microscopy that comes with this software. */
    public static ModelFile bundled() {
        return BUNDLED;
    }

    /** An ONNX file; it need not exist yet. */
    public static ModelFile of(Path path) {
        return new ModelFile(path.toAbsolutePath().normalize());
    }

    /** Whether this build holds a network (one made without {@code models/*.onnx} does not). */
    public static boolean isBundledPresent() {
        return ModelFile.class.getResource(RESOURCE) != null;
    }

    /** The file; empty for the bundled network. */
    public Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    /** "bundled" or the file's name: for people, never to decide anything. */
    public String title() {
        return path == null ? "bundled" : String.valueOf(path.getFileName());
    }

    /**
     * Looks whether there is something that may be a network.
     *
     * @throws ModelException if there is no file, or one that cannot be an ONNX file
     */
    public void check() throws ModelException {
        if (path != null) {
            ModelFileCheck.check(this, path);
        } else if (!isBundledPresent()) {
            throw new ModelException(
                    "This build of FastSAM holds no network of its own. Name an ONNX file as the"
                            + " model, or install a complete build.");
        }
    }

    /**
     * Looks whether there is a file at all.
     *
     * @throws ModelException if there is none, or a folder
     */
    public void checkExists() throws ModelException {
        if (path != null) {
            ModelFileCheck.checkExists(this, path);
        }
    }

    /**
     * What tells a file from one put in its place.
     *
     * @param bytes its size
     * @param modified when it was last written
     * @param weights states of the files that hold its weights
     */
    public record State(long bytes, FileTime modified, List<State> weights) {

        private static State of(Path file, List<State> weights) throws IOException {
            return new State(Files.size(file), Files.getLastModifiedTime(file), weights);
        }
    }

    /**
     * The state of the file and of those that hold its weights; empty for the bundled network,
     * which does not change.
     *
     * @throws ModelException if it cannot be looked at
     */
    public Optional<State> state() throws ModelException {
        try {
            if (path == null) {
                return Optional.empty();
            }
            List<State> weights = new ArrayList<>();
            for (Path file : ExternalWeights.filesOf(path)) {
                weights.add(State.of(file, List.of()));
            }
            return Optional.of(State.of(path, List.copyOf(weights)));
        } catch (IOException e) {
            throw problem("cannot be read (" + e + "). Check its permissions.", e);
        }
    }

    /**
     * All bytes.
     *
     * @throws ModelException if they cannot be read
     */
    public byte[] read() throws ModelException {
        check();
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw problem("cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /**
     * SHA-256 of the content, followed by that of the files that hold its weights, in hexadecimal.
     * Of the bundled network the build has taken it.
     *
     * @throws ModelException if it cannot be read
     */
    public String sha256() throws ModelException {
        check();
        try (InputStream known = ModelFile.class.getResourceAsStream(FINGERPRINT)) {
            return path == null && known != null
                    ? new String(known.readAllBytes(), StandardCharsets.US_ASCII).strip()
                    : computedSha256();
        } catch (IOException e) {
            throw problem("cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /**
     * Likewise, always of the content itself.
     *
     * @throws ModelException if it cannot be read
     */
    String computedSha256() throws ModelException {
        try (InputStream in = openWithWeights()) {
            return Fingerprint.of(in);
        } catch (IOException e) {
            throw problem("cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /**
     * An exception that names this file.
     *
     * @param rest of the sentence that begins with "Model file X"; a sentence of its own follows a
     *     colon
     */
    public ModelException problem(String rest) {
        return new ModelException(sentence(rest));
    }

    /** Likewise, with what went wrong below. */
    public ModelException problem(String rest, Throwable cause) {
        return new ModelException(sentence(rest), cause);
    }

    private String sentence(String rest) {
        boolean own = !rest.isEmpty() && Character.isUpperCase(rest.charAt(0));
        return this + (own ? ": " : " ") + rest;
    }

    private InputStream open() throws IOException {
        return path == null
                ? ModelFile.class.getResourceAsStream(RESOURCE)
                : Files.newInputStream(path);
    }

    private InputStream openWithWeights() throws IOException {
        List<Path> weights = path == null ? List.of() : ExternalWeights.filesOf(path);
        InputStream all = open();
        for (Path file : weights) {
            all = new SequenceInputStream(all, Files.newInputStream(file));
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelFile file && Objects.equals(path, file.path);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(path);
    }

    /** "Model file PATH" or "The bundled network". */
    @Override
    public String toString() {
        return path == null ? "The bundled network" : "Model file " + path;
    }
}
