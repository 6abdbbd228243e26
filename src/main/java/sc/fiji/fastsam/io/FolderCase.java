package sc.fiji.fastsam.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Whether a folder tells upper from lower case in the names of its files. */
public final class FolderCase {

    private FolderCase() {}

    /**
     * Tries it with a file that is gone afterwards.
     *
     * @throws IOException if the folder may not be written to
     */
    public static boolean isSensitive(Path folder) throws IOException {
        try (TemporaryFile file = TemporaryFile.create(folder)) {
            Path lower = file.sibling(TemporaryFile.SUFFIX);
            String name = lower.getFileName().toString();
            return !Files.exists(lower.resolveSibling(name.toUpperCase(Locale.ROOT)));
        }
    }
}
