package sc.fiji.fastsam.host.gui;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Plain ImageJ in a folder of its own: our jar in {@code plugins}, what it needs in {@code
 * plugins/jars}. Started as a process, as a user does.
 */
final class BareImageJ {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path TEST_CLASSES = Path.of("target", "test-classes");
    private static final String DRIVER = "sc/fiji/fastsam/host/gui";
    private static final List<String> NOT_SHIPPED =
            List.of("junit", "jmh", "archunit", "opentest4j", "apiguardian", "jopt", "math3");

    private final Path folder;

    private BareImageJ(Path folder) {
        this.folder = folder;
    }

    /** Installs into {@code target/bare-imagej/NAME}. */
    static BareImageJ install(String name) throws IOException {
        Path folder = Path.of("target", "bare-imagej", name).toAbsolutePath();
        delete(folder);
        Path jars = Files.createDirectories(folder.resolve("plugins").resolve("jars"));
        Files.createDirectories(folder.resolve("home"));
        writeJar(folder.resolve("plugins").resolve("FastSAM_IJ-test.jar"));
        for (Path jar : dependencies()) {
            if (!isHostOrTool(jar)) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
        copyDriver(folder.resolve("driver"));
        return new BareImageJ(folder);
    }

    Path folder() {
        return folder;
    }

    /** Runs a macro headless; the process's output, or what it printed until it ended. */
    String runHeadless(Path macro, String argument) throws IOException, InterruptedException {
        String patcher = dependency("ij1-patcher").toString();
        List<String> command = new ArrayList<>(java());
        command.addAll(
                List.of(
                        "-Djava.awt.headless=true",
                        "-javaagent:" + patcher + "=init",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-cp",
                        everything(),
                        "ij.ImageJ",
                        "-batch",
                        macro.toString(),
                        argument));
        return output(new ProcessBuilder(command));
    }

    /** Runs a driver with windows on a display. */
    String runWithWindows(Class<?> driver, String display, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(java());
        String path = dependency("ij-1") + File.pathSeparator + folder.resolve("driver");
        command.addAll(List.of("-cp", path, driver.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", display);
        // NB: on an idle machine AWT now and then misses an event and finds it at its next poll,
        // half a
        // second later by default: a session took ten minutes.
        builder.environment().put("_AWT_MAX_POLL_TIMEOUT", "20");
        return output(builder);
    }

    private List<String> java() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-Dplugins.dir=" + folder,
                "-Duser.home=" + folder.resolve("home"),
                "-Dfastsam.cache=" + Path.of("target", "natives").toAbsolutePath());
    }

    /** NB: the patched, headless ImageJ loads plugins from the class path. */
    private String everything() {
        List<String> path = new ArrayList<>();
        path.add(folder.resolve("plugins").resolve("FastSAM_IJ-test.jar").toString());
        dependencies().forEach(jar -> path.add(jar.toString()));
        return String.join(File.pathSeparator, path);
    }

    private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static List<Path> dependencies() {
        String path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .toList();
    }

    private static Path dependency(String name) {
        return dependencies().stream()
                .filter(jar -> jar.getFileName().toString().startsWith(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not on the class path"));
    }

    private static boolean isHostOrTool(Path jar) {
        String name = jar.getFileName().toString();
        return name.startsWith("ij-1")
                || name.startsWith("ij1-patcher")
                || name.startsWith("javassist")
                || NOT_SHIPPED.stream().anyMatch(name::contains);
    }

    private static void writeJar(Path target) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(target));
                Stream<Path> files = Files.walk(CLASSES)) {
            jar.setLevel(0);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = CLASSES.relativize(file).toString().replace(File.separatorChar, '/');
                jar.putNextEntry(new JarEntry(name));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
    }

    private static void copyDriver(Path target) throws IOException {
        Path to = Files.createDirectories(target.resolve(DRIVER));
        try (Stream<Path> files = Files.list(TEST_CLASSES.resolve(DRIVER))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
