package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.io.MemoryNeed;
import sc.fiji.fastsam.io.UnreadImageException;

class FileOutcomeTest {

    private static final InputFile FILE = new InputFile(Path.of("a.tif"), "a");

    @Test
    void messagesForUsersAreToldInOneLineAlsoThatOfDamageMetWhileAnImageIsSegmented() {
        IOException damage = new IOException("is damaged: page 1's tile 3.");
        FileOutcome outcome = FileOutcome.failed(FILE, new UnreadImageException(damage));
        assertEquals("is damaged: page 1's tile 3.", outcome.error());
        assertEquals(damage, outcome.failure().orElseThrow());
        for (Throwable failure :
                List.of(
                        new IOException("is damaged.\n  Copy it again. "),
                        new IllegalArgumentException("is damaged.\nCopy it again."),
                        new IllegalStateException("is damaged.\r\nCopy it again."))) {
            assertEquals("is damaged. Copy it again.", FileOutcome.failed(FILE, failure).error());
        }
        String memory = FileOutcome.failed(FILE, new OutOfMemoryError("Java heap space")).error();
        assertEquals(MemoryNeed.shortage(), memory);
    }

    @Test
    void otherFailuresAskForAReport() {
        String error =
                FileOutcome.failed(FILE, new UncheckedIOException(new IOException("no"))).error();
        assertTrue(error.startsWith("unexpected failure: "), error);
        for (Throwable failure :
                List.of(
                        new NumberFormatException("For input string: 7"),
                        new ArrayIndexOutOfBoundsException(3),
                        new IOException(),
                        new IOException(" "))) {
            error = FileOutcome.failed(FILE, failure).error();
            assertTrue(error.startsWith("unexpected failure: " + failure.getClass().getName()));
            assertTrue(error.endsWith(". Run it again with --debug and report it."), error);
        }
    }
}
