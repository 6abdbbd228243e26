package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** Copies some entries of a jar to a jar of their own. */
final class JarPart {

    private JarPart() {}

    /**
     * Writes the entries whose names are wanted, in their order and with their times.
     *
     * @throws BuildException if there is none
     */
    static void copy(Path from, Path to, Predicate<String> wanted)
            throws IOException, BuildException {
        int count = 0;
        Files.createDirectories(to.getParent());
        try (JarFile source = new JarFile(from.toFile());
                OutputStream file = Files.newOutputStream(to);
                JarOutputStream target = new JarOutputStream(file)) {
            for (JarEntry entry : Collections.list(source.entries())) {
                if (wanted.test(entry.getName())) {
                    copy(source, entry, target);
                    count++;
                }
            }
        }
        if (count == 0) {
            throw new BuildException("Nothing in " + from + " belongs into " + to + ".");
        }
    }

    private static void copy(JarFile source, JarEntry entry, JarOutputStream target)
            throws IOException {
        JarEntry copy = new JarEntry(entry.getName());
        copy.setTime(entry.getTime());
        target.putNextEntry(copy);
        try (InputStream in = source.getInputStream(entry)) {
            in.transferTo(target);
        }
        target.closeEntry();
    }
}
