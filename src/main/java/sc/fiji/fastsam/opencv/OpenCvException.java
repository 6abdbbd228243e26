package sc.fiji.fastsam.opencv;

/** Says that OpenCV cannot be used on this machine. */
public final class OpenCvException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    OpenCvException(Throwable cause) {
        super(
                "Smoothing of masks needs OpenCV, whose native library could not be loaded on "
                        + System.getProperty("os.name")
                        + " ("
                        + System.getProperty("os.arch")
                        + "): "
                        + cause
                        + ". Switch smoothing off (smooth = false), or check that the opencv jar"
                        + " is complete and that the temporary folder "
                        + System.getProperty("java.io.tmpdir")
                        + " can be written to and allows libraries to be loaded.",
                cause);
    }
}
