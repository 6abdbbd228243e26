package sc.fiji.fastsam.host;

import ij.IJ;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is installed of FastSAM, and of the library that other plugins may bring too. */
final class Installation {

    /** NB: a class that every version has. */
    private static final String RESOURCE = "sc/fiji/fastsam/start/MenuEntry.class";

    private static final String ONNX_RUNTIME = "ai/onnxruntime/OrtEnvironment.class";

    private static final AtomicBoolean LOOKED = new AtomicBoolean();

    private Installation() {}

    /** Says in ImageJ's log, once, that FastSAM is installed twice. */
    static void warnOnce() {
        if (!LOOKED.getAndSet(true)) {
            List<String> copies = copies(Installation.class.getClassLoader());
            if (copies.size() > 1) {
                IJ.log(warning(copies));
            }
        }
    }

    static String warning(List<String> copies) {
        return "FastSAM is installed "
                + copies.size()
                + " times, and which one runs is a matter of luck: "
                + String.join(", ", copies)
                + ". Delete all but the newest and start ImageJ again.";
    }

    /** A line that names the copies of ONNX Runtime; empty where there is one, or none. */
    static String rivals(ClassLoader loader) {
        List<String> copies = copies(loader, ONNX_RUNTIME);
        return copies.size() < 2
                ? ""
                : "\nONNX Runtime is there "
                        + copies.size()
                        + " times, and the first is in use: "
                        + String.join(", ", copies)
                        + ". Keep the newest alone.";
    }

    /** Where the loader finds these classes: jars or folders, the one that runs first. */
    static List<String> copies(ClassLoader loader) {
        return copies(loader, RESOURCE);
    }

    private static List<String> copies(ClassLoader loader, String resource) {
        try {
            return Collections.list(loader.getResources(resource)).stream()
                    .map(url -> place(url, resource))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code /a/b.jar} of {@code jar:file:/a/b.jar!/c/D.class}. */
    private static String place(URL url, String resource) {
        String path = url.getPath();
        String place = path.substring(0, path.length() - resource.length() - 1);
        return place.replaceFirst("^file:", "").replaceFirst("!$", "");
    }
}
