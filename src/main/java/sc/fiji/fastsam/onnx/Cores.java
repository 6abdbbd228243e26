package sc.fiji.fastsam.onnx;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Counts processor cores: two threads on one core do not make a network faster. */
final class Cores {

    private static final Path LINUX = Path.of("/sys/devices/system/cpu");

    private Cores() {}

    /**
     * Threads for a network: physical cores, but no more than this JVM may use; 0 = let ONNX
     * Runtime count.
     */
    static int threads(Platform platform, int available) {
        if (!platform.system().equals("linux")) {
            return 0;
        }
        int physical = physical(LINUX);
        return physical == 0 ? available : Math.min(physical, available);
    }

    /** Physical cores of a Linux machine, from its system folder; 0 if it does not say. */
    static int physical(Path folder) {
        Set<String> cores = new HashSet<>();
        try (DirectoryStream<Path> processors = Files.newDirectoryStream(folder, "cpu[0-9]*")) {
            for (Path processor : processors) {
                Path siblings = processor.resolve("topology").resolve("thread_siblings_list");
                if (Files.isReadable(siblings)) {
                    cores.add(Files.readString(siblings).strip());
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return cores.size();
    }
}
