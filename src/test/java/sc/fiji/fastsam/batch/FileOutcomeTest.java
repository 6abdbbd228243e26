package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.io.UnreadImageException;

class FileOutcomeTest {

    private static final InputFile FILE = new InputFile(Path.of("a.tif"), "a");

    @Test
    void damageThatIsMetWhileAnImageIsSegmentedIsToldAsWhenItIsOpened() {
        IOException damage = new IOException("is damaged: page 1's tile 3.");
        FileOutcome outcome = FileOutcome.failed(FILE, new UnreadImageException(damage));
        assertEquals("is damaged: page 1's tile 3.", outcome.error());
        assertEquals(damage, outcome.failure().orElseThrow());
    }

    @Test
    void otherFailuresAskForAReport() {
        String error =
                FileOutcome.failed(FILE, new UncheckedIOException(new IOException("no"))).error();
        assertTrue(error.startsWith("unexpected failure: "), error);
    }
}
