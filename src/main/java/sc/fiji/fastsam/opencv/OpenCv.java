package sc.fiji.fastsam.opencv;

import java.util.Optional;

/** Loads OpenCV's native library, once, at the first use. */
final class OpenCv {

    private OpenCv() {}

    /**
     * Makes {@code org.opencv} usable.
     *
     * @throws OpenCvException if the library cannot be loaded on this machine
     */
    static void load() {
        if (Natives.FAILURE.isPresent()) {
            throw new OpenCvException(Natives.FAILURE.get());
        }
    }

    /** NB: a holder class, as the library is not to be loaded before it is needed. */
    private static final class Natives {

        static final Optional<Throwable> FAILURE = load();

        private static Optional<Throwable> load() {
            try {
                nu.pattern.OpenCV.loadLocally();
                return Optional.empty();
            } catch (LinkageError | RuntimeException e) {
                return Optional.of(e);
            }
        }
    }
}
