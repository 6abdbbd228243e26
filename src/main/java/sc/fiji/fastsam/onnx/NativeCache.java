package sc.fiji.fastsam.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Native libraries, unpacked once from a jar into a folder that later starts use again: a start is
 * 150 ms shorter and no copy stays in the temporary folder. The folder's name holds the main
 * library's checksum, so another version has another folder. Several processes may unpack at once:
 * each file appears complete, by renaming.
 */
final class NativeCache {

    private static final String IN_JAR = "ai/onnxruntime/native/";

    private final Path root;
    private final Platform platform;

    NativeCache(Path root, Platform platform) {
        this.root = root;
        this.platform = platform;
    }

    /** Parent of all folders. */
    Path root() {
        return root;
    }

    /** In the user's cache folder. */
    static NativeCache ofUser() {
        Platform platform = Platform.current();
        return new NativeCache(CacheFolder.of(platform.system(), System.getenv()), platform);
    }

    /**
     * Unpacks what is not there yet.
     *
     * @return folder with this platform's libraries
     * @throws IOException if the jar has none or the folder cannot be written
     */
    Path unpack(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Map<String, JarEntry> libraries = libraries(file);
            JarEntry main = libraries.get(platform.library("onnxruntime"));
            if (main == null) {
                throw new IOException(jar + " holds no ONNX Runtime for " + platform.key());
            }
            String name = String.format("onnxruntime-%s-%08x", platform.key(), main.getCrc());
            Path folder = Files.createDirectories(root.resolve(name));
            for (Map.Entry<String, JarEntry> library : libraries.entrySet()) {
                unpack(file, library.getValue(), folder.resolve(library.getKey()));
            }
            return folder;
        }
    }

    private Map<String, JarEntry> libraries(JarFile file) {
        String prefix = IN_JAR + platform.key() + "/";
        Map<String, JarEntry> libraries = new LinkedHashMap<>();
        for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
            JarEntry entry = all.nextElement();
            String name = entry.getName();
            String simple = name.substring(name.lastIndexOf('/') + 1);
            if (name.equals(prefix + simple) && !entry.isDirectory() && !simple.isEmpty()) {
                libraries.put(simple, entry);
            }
        }
        return libraries;
    }

    private static void unpack(JarFile jar, JarEntry entry, Path target) throws IOException {
        if (Files.isRegularFile(target) && Files.size(target) == entry.getSize()) {
            return;
        }
        Path part = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".part");
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            rename(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void rename(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
