package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Optional;
import sc.fiji.fastsam.io.IoReasons;
import sc.fiji.fastsam.settings.Device;

/**
 * ONNX Runtime in this JVM.
 *
 * @param environment of the JVM; never closed
 * @param gpuFolder from which GPU libraries were loaded; empty if the CPU ones are in use
 * @param gpuProblem why the GPU libraries that were asked for are not in use; empty if they are, or
 *     none were asked for
 */
record Natives(OrtEnvironment environment, Optional<Path> gpuFolder, String gpuProblem) {

    private static final String PROPERTY = "onnxruntime.native.path";

    // NB: a JVM loads one set of native libraries, once; so this is the JVM's state, not ours.
    private static Natives loaded;

    /**
     * Loads ONNX Runtime, unless that is done already.
     *
     * @throws DeviceException if it cannot be loaded, or its GPU libraries cannot and the device
     *     asked for needs them
     */
    static synchronized Natives load(DeviceRequest request) throws DeviceException {
        if (loaded == null) {
            Platform.current().checkSupported();
        }
        Optional<Path> gpuFolder = Optional.empty();
        String problem = "";
        try {
            if (request.gpuNatives().isPresent()) {
                gpuFolder = Optional.of(gpuNatives().find(request.gpuNatives().get()));
                checkNotTooLate(gpuFolder.get());
            }
        } catch (DeviceException e) {
            if (request.device() == Device.CUDA || request.device() == Device.TENSORRT) {
                throw e;
            }
            problem = e.getMessage();
        }
        if (loaded == null) {
            loaded = start(gpuFolder);
        }
        return new Natives(loaded.environment, loaded.gpuFolder, problem);
    }

    /** ONNX Runtime's version as its jar names it; empty if it does not. */
    static String version() {
        String version = OrtEnvironment.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }

    private static GpuNatives gpuNatives() {
        return new GpuNatives(
                Platform.current(), jar -> UnpackedNatives.of(jar, folder -> {}), version());
    }

    private static void checkNotTooLate(Path gpuFolder) throws DeviceException {
        if (loaded != null && !loaded.gpuFolder.equals(Optional.of(gpuFolder))) {
            throw new DeviceException(
                    "The GPU libraries in "
                            + gpuFolder
                            + " cannot be loaded any more, because ONNX Runtime already runs with"
                            + " other libraries. Restart Fiji (or this program).");
        }
    }

    private static Natives start(Optional<Path> gpuFolder) throws DeviceException {
        String before = System.getProperty(PROPERTY);
        try {
            Optional<Path> folder = before == null && gpuFolder.isEmpty() ? unpacked() : gpuFolder;
            folder.ifPresent(f -> System.setProperty(PROPERTY, f.toString()));
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            return new Natives(environment, gpuFolder, "");
        } catch (IOException e) {
            throw new DeviceException(
                    "ONNX Runtime " + version() + " could not be loaded: " + e.getMessage(), e);
        } catch (LinkageError | IllegalStateException | IllegalCallerException | OrtException e) {
            throw new DeviceException(
                    "ONNX Runtime " + version() + " could not be loaded" + wayOut(rootCause(e)), e);
        } finally {
            restore(before);
        }
    }

    /** NB: ONNX Runtime makes a temporary folder when it is loaded, even if it needs none. */
    static String wayOut(Throwable cause) {
        if (cause instanceof FileSystemException full) {
            return ", because the temporary folder cannot be written to ("
                    + full.getFile()
                    + ": "
                    + IoReasons.of(full)
                    + "). Make it writable, or start Java with -Djava.io.tmpdir=FOLDER.";
        }
        if (cause instanceof IllegalCallerException) {
            return ", because this Java lets no program load libraries of its own ("
                    + cause.getMessage()
                    + "). Start it with --enable-native-access=ALL-UNNAMED.";
        }
        return " ("
                + cause
                + "). Another plugin may have loaded an ONNX Runtime of another version, which then"
                + " keeps others out: restart Fiji (or this program) and run FastSAM first. If there"
                + " are two onnxruntime jars, keep the newer one alone.";
    }

    /** NB: other copies of ONNX Runtime in this JVM must not find our folder. */
    private static void restore(String before) {
        if (before == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, before);
        }
    }

    /**
     * The unpacked libraries; empty (ONNX Runtime then finds its own) if it is not in a jar.
     *
     * @throws IOException if they cannot be unpacked and loaded anywhere
     */
    private static Optional<Path> unpacked() throws IOException {
        CodeSource source = OrtEnvironment.class.getProtectionDomain().getCodeSource();
        if (source == null || !source.getLocation().getProtocol().equals("file")) {
            return Optional.empty();
        }
        Path jar;
        try {
            jar = Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return Files.isRegularFile(jar)
                ? Optional.of(UnpackedNatives.of(jar, Natives::load))
                : Optional.empty();
    }

    /**
     * NB: a home folder may be mounted without the right to execute. Libraries can only be loaded
     * into the class loader whose classes need them.
     */
    private static void load(Path folder) {
        if (Natives.class.getClassLoader() == OrtEnvironment.class.getClassLoader()) {
            String library = Platform.current().library("onnxruntime");
            System.load(folder.resolve(library).toString());
        }
    }

    private static Throwable rootCause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Objects.requireNonNull(cause);
    }
}
