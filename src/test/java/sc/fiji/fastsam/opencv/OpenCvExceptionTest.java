package sc.fiji.fastsam.opencv;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OpenCvExceptionTest {

    @Test
    void aMissingJarIsNamed() {
        String message =
                new OpenCvException(new NoClassDefFoundError("nu/pattern/OpenCV")).getMessage();

        assertTrue(message.contains("OpenCV, which is not installed for "), message);
        assertTrue(message.contains("a jar opencv and a jar opencv-natives"), message);
    }

    @Test
    void missingNativesAreNamed() {
        String message =
                new OpenCvException(new ExceptionInInitializerError(new NullPointerException()))
                        .getMessage();

        assertTrue(message.contains("OpenCV, which is not installed for "), message);
        assertTrue(message.contains("Switch smoothing off (smooth = false)"), message);
    }

    @Test
    void nativesThatDoNotLoadComeWithTheReason() {
        String message = new OpenCvException(new UnsatisfiedLinkError("noexec")).getMessage();

        assertTrue(message.contains("could not be loaded on "), message);
        assertTrue(message.contains("noexec"), message);
        assertTrue(message.contains(System.getProperty("java.io.tmpdir")), message);
    }
}
