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
                " (java.lang.UnsatisfiedLinkError: no such symbol). If another ONNX Runtime is"
                        + " loaded, of another plugin or version: keep one onnxruntime jar, and"
                        + " restart Fiji (or this program).",
                Natives.wayOut(new UnsatisfiedLinkError("no such symbol")));
    }
}
