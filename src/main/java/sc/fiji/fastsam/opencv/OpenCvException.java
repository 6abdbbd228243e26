package sc.fiji.fastsam.opencv;

/** Says that OpenCV cannot be used on this machine. */
public final class OpenCvException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    OpenCvException(Throwable cause) {
        super(isMissing(cause) ? missing() : unusable(cause), cause);
    }

    /**
     * NB: the natives are in a jar for each platform in a release; where there is none for this
     * one, the loader of OpenCV fails with a null pointer.
     */
    private static boolean isMissing(Throwable cause) {
        boolean noClasses = cause instanceof NoClassDefFoundError;
        boolean noNatives = cause.getCause() instanceof NullPointerException;
        return noClasses || noNatives;
    }

    private static String missing() {
        return "Smoothing of masks needs OpenCV, which is not installed for "
                + machine()
                + ". Switch smoothing off (smooth = false), or install the download of FastSAM for"
                + " this machine again: it brings a jar opencv and a jar opencv-natives.";
    }

    private static String unusable(Throwable cause) {
        return "Smoothing of masks needs OpenCV, whose native library could not be loaded on "
                + machine()
                + ": "
                + cause
                + ". Switch smoothing off (smooth = false), or check that the opencv jar"
                + " is complete and that the temporary folder "
                + System.getProperty("java.io.tmpdir")
                + " can be written to and allows libraries to be loaded.";
    }

    private static String machine() {
        return System.getProperty("os.name") + " (" + System.getProperty("os.arch") + ")";
    }
}
