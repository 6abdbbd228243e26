package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps results from being written over inputs, by whatever names and links both are reached. */
final class InputGuard {

    private final Map<Object, Path> inputsByIdentity = new HashMap<>();

    /**
     * @throws IOException if a file that exists cannot be looked at
     */
    InputGuard(List<InputFile> inputs) throws IOException {
        for (InputFile input : inputs) {
            if (Files.exists(input.path())) {
                inputsByIdentity.put(identity(input.path()), input.path());
            }
        }
    }

    /**
     * @throws IOException if the target is an input
     */
    void check(Path target) throws IOException {
        Path input = Files.exists(target) ? inputsByIdentity.get(identity(target)) : null;
        if (input != null) {
            throw new IOException(
                    "its result "
                            + target
                            + " would overwrite the input "
                            + input
                            + ". Choose another output folder.");
        }
    }

    private static Object identity(Path file) throws IOException {
        // NB: the key is null on Windows.
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file.toRealPath() : key;
    }
}
