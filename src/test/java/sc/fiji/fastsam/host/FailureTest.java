package sc.fiji.fastsam.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.scijava.module.MethodCallException;

class FailureTest {

    @Test
    void theMessageIsThatOfTheInnermostCause() {
        Throwable failure =
                new ExecutionException(
                        new RuntimeException(
                                new UncheckedIOException("outer", new IOException("inner"))));
        assertEquals("inner", Failure.message(failure));
    }

    @Test
    void theFailureOfAButtonIsThatOfWhatItDoes() {
        Throwable failure =
                new MethodCallException(
                        "Error executing method",
                        new InvocationTargetException(
                                new UncheckedIOException(new IOException("no CLIP"))));
        assertEquals("no CLIP", Failure.message(failure));
    }

    @Test
    void anUnexpectedFailureIsNamedAndAskedFor() {
        String message = Failure.message(new ArrayIndexOutOfBoundsException("Index 7"));
        assertTrue(message.startsWith("Unexpected error: java.lang.ArrayIndex"), message);
        assertTrue(message.contains("About and Diagnostics..."), message);
    }

    @Test
    void aLibraryThatIsMissingIsToBeInstalledAgain() {
        String message = Failure.message(new NoClassDefFoundError("ai/onnxruntime/OrtException"));
        assertTrue(message.startsWith("A library that FastSAM needs is missing"), message);
        assertTrue(message.contains("ai/onnxruntime/OrtException\nInstall all files"), message);
    }

    @Test
    void lackOfMemorySaysWhereToGiveMore() {
        assertTrue(Failure.message(new OutOfMemoryError()).contains("Memory & Threads..."));
    }

    @Test
    void longLinesBreakBetweenWordsAndOldBreaksStay() {
        String words = "abcdefghi ".repeat(9).strip();
        assertEquals(words.substring(0, 79) + "\nabcdefghi", Failure.wrapped(words));
        assertEquals("a\nb c", Failure.wrapped("a\nb c"));
    }
}
