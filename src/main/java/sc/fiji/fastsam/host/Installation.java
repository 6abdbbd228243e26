package sc.fiji.fastsam.host;

import ij.IJ;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What of FastSAM is installed. */
final class Installation {

    /** NB: a class that every version has. */
    private static final String RESOURCE = "sc/fiji/fastsam/start/MenuEntry.class";

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

    /** Where the loader finds these classes: jars or folders, the one that runs first. */
    static List<String> copies(ClassLoader loader) {
        try {
            return Collections.list(loader.getResources(RESOURCE)).stream()
                    .map(Installation::place)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code /a/b.jar} of {@code jar:file:/a/b.jar!/c/D.class}. */
    private static String place(URL resource) {
        String path = resource.getPath();
        String place = path.substring(0, path.length() - RESOURCE.length() - 1);
        return place.replaceFirst("^file:", "").replaceFirst("!$", "");
    }
}
