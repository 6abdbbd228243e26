package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the lists kept beside the site: columns divided by white space, {@code #} a comment. */
final class Lines {

    private Lines() {}

    /**
     * The columns of each line that is not empty.
     *
     * @throws BuildException if a line has fewer columns
     */
    static List<String[]> read(Path file, int columns) throws IOException, BuildException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String text = line.replaceFirst("#.*", "").strip();
            if (!text.isEmpty()) {
                rows.add(split(file, text, columns));
            }
        }
        return rows;
    }

    private static String[] split(Path file, String text, int columns) throws BuildException {
        String[] row = text.split("\\s+");
        if (row.length != columns) {
            throw new BuildException(
                    "The line '%s' of %s must have %d columns, but has %d."
                            .formatted(text, file, columns, row.length));
        }
        return row;
    }
}
