package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Keeps files from being written over inputs, by whatever names and links both are reached. */
public final class InputGuard {

    private final Map<Object, Path> inputsByIdentity = new HashMap<>();

    /**
     * @param inputs files of any kind that are read; those that do not exist are passed over
     * @throws IOException if a file that exists cannot be looked at
     */
    public InputGuard(Collection<Path> inputs) throws IOException {
        for (Path input : inputs) {
            if (Files.exists(input)) {
                inputsByIdentity.put(identity(input), input);
            }
        }
    }

    /**
     * @param what the target is, as "the report"
     * @throws IOException if the target is an input
     */
    public void check(String what, Path target) throws IOException {
        Path input = Files.exists(target) ? inputsByIdentity.get(identity(target)) : null;
        if (input != null) {
            throw new IOException(
                    what
                            + " "
                            + target
                            + " would overwrite the input "
                            + input
                            + ". Choose another output folder.");
        }
    }

    /** True for an input, as far as can be told. */
    boolean isInput(Path file) {
        try {
            return Files.exists(file) && inputsByIdentity.containsKey(identity(file));
        } catch (IOException e) {
            return false;
        }
    }

    private static Object identity(Path file) throws IOException {
        // NB: the key is null on Windows.
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file.toRealPath() : key;
    }
}
