package sc.fiji.fastsam.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sc.fiji.fastsam.io.IoReasons;

/**
 * Libraries of a jar, unpacked where they can be loaded from: the user's cache folder, else a
 * temporary one.
 */
final class UnpackedNatives {

    private static final String WAY_OUT =
            ". Set FASTSAM_CACHE to a folder that belongs to you, that others cannot write to, and"
                    + " from which programs may run (not mounted noexec).";

    /** Makes a cache. */
    interface Place {
        NativeCache create() throws IOException;
    }

    private UnpackedNatives() {}

    /**
     * Unpacks a jar.
     *
     * @param load loads the libraries of a folder, or throws an UnsatisfiedLinkError
     * @throws IOException if no place will do; says why, and the way out
     */
    static Path of(Path jar, Consumer<Path> load) throws IOException {
        return of(jar, load, List.of(NativeCache::ofUser, NativeCache::temporary));
    }

    /** Likewise, in the first of some places that will do. */
    static Path of(Path jar, Consumer<Path> load, List<Place> places) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (Place place : places) {
            try {
                Path folder = place.create().unpack(jar);
                load.accept(folder);
                return folder;
            } catch (IOException e) {
                reasons.add(reason(e));
            } catch (UnsatisfiedLinkError e) {
                reasons.add(e.getMessage());
            }
        }
        throw new IOException(
                "its libraries cannot be unpacked or not be loaded, neither in the user's cache"
                        + " folder ("
                        + String.join(") nor in the temporary folder (", reasons)
                        + ")"
                        + WAY_OUT);
    }

    private static String reason(IOException e) {
        String reason = IoReasons.of(e);
        boolean named = e.getMessage() != null && e.getMessage().equals(reason);
        return named || e.getMessage() == null ? reason : e.getMessage() + ": " + reason;
    }
}
