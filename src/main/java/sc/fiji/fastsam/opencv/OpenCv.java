package sc.fiji.fastsam.opencv;

/** Loads OpenCV's native library, once, at the first use. */
final class OpenCv {

    private OpenCv() {}

    /**
     * Makes {@code org.opencv} usable.
     *
     * @throws OpenCvException if the library cannot be loaded on this machine
     */
    static void load() {
        if (Natives.FAILURE != null) {
            throw new OpenCvException(Natives.FAILURE);
        }
    }

    /** NB: a holder class, as the library is not to be loaded before it is needed. */
    private static final class Natives {

        static final Throwable FAILURE = load();

        private static Throwable load() {
            try {
                nu.pattern.OpenCV.loadLocally();
                return null;
            } catch (LinkageError | RuntimeException e) {
                return e;
            }
        }
    }
}
