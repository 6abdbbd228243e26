package sc.fiji.fastsam.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import sc.fiji.fastsam.io.Leftovers;
import sc.fiji.fastsam.io.StagedFiles;
import sc.fiji.fastsam.io.TemporaryFolder;

/**
 * Native libraries, unpacked once from a jar into a folder that later starts use again: a start is
 * 150 ms shorter and no copy stays in the temporary folder. The folder's name holds the main
 * library's checksum, so another version has another folder. Each start compares every library with
 * the jar's checksum, so one that was damaged is unpacked again. Several processes may unpack at
 * once: each file appears complete, by renaming.
 */
final class NativeCache {

    private static final String IN_JAR = "ai/onnxruntime/native/";

    private final Path root;
    private final Platform platform;

    NativeCache(Path root, Platform platform) {
        this.root = root;
        this.platform = platform;
    }

    /**
     * In the user's cache folder.
     *
     * @throws IOException if the user has none
     */
    static NativeCache ofUser() throws IOException {
        Platform platform = Platform.current();
        return new NativeCache(CacheFolder.of(platform.system(), System.getenv()), platform);
    }

    /**
     * In a folder of this process alone, which goes with it.
     *
     * @throws IOException if there is no room for temporary files
     */
    static NativeCache temporary() throws IOException {
        return new NativeCache(TemporaryFolder.create("fastsam-natives-"), Platform.current());
    }

    /**
     * Makes a folder for other files of this kind.
     *
     * @throws IOException if it cannot be made, or others can put files into it
     */
    Path folder(String name) throws IOException {
        TrustedFolder.create(root);
        return TrustedFolder.create(root.resolve(name));
    }

    /**
     * Unpacks what is not there yet, or not as it should be.
     *
     * @return folder with this platform's libraries
     * @throws IOException if the jar has none, the folder cannot be written to, or others can put
     *     files into it
     */
    Path unpack(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Map<String, JarEntry> libraries = libraries(file);
            JarEntry main = libraries.get(platform.library("onnxruntime"));
            if (main == null) {
                throw new IOException(jar + " holds no ONNX Runtime for " + platform.key());
            }
            Path folder =
                    folder(
                            String.format(
                                    Locale.ROOT,
                                    "onnxruntime-%s-%08x",
                                    platform.key(),
                                    main.getCrc()));
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
        if (isWhole(target, entry)) {
            return;
        }
        Leftovers.remove(List.of(target));
        try (StagedFiles files = new StagedFiles();
                InputStream in = jar.getInputStream(entry)) {
            files.write(target, in::transferTo);
            files.force();
            files.commit();
        }
    }

    private static boolean isWhole(Path library, JarEntry entry) throws IOException {
        return TrustedFolder.holds(library)
                && Files.size(library) == entry.getSize()
                && checksum(library) == entry.getCrc();
    }

    private static long checksum(Path file) throws IOException {
        CRC32 checksum = new CRC32();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
            }
        }
        return checksum.getValue();
    }
}
