package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class NativesTest {

    @Test
    void aTemporaryFolderThatCannotBeWrittenToIsToldFromAnotherOnnxRuntime() {
        assertEquals(
                ", because the temporary folder cannot be written to (/tmp/onnxruntime-java1:"
                        + " Read-only file system). Make it writable, or start Java with"
                        + " -Djava.io.tmpdir=FOLDER.",
                Natives.wayOut(
                        new FileSystemException(
                                "/tmp/onnxruntime-java1", null, "Read-only file system")));
        assertEquals(
                " (java.lang.UnsatisfiedLinkError: no such symbol). Another plugin may have loaded"
                        + " an ONNX Runtime of another version, which then keeps others out: restart"
                        + " Fiji (or this program) and run FastSAM first. If there are two"
                        + " onnxruntime jars, keep the newer one alone.",
                Natives.wayOut(new UnsatisfiedLinkError("no such symbol")));
        assertEquals(
                ", because this Java lets no program load libraries of its own (Illegal native"
                        + " access). Start it with --enable-native-access=ALL-UNNAMED.",
                Natives.wayOut(new IllegalCallerException("Illegal native access")));
    }
}
