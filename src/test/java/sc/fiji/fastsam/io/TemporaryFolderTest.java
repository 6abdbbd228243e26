package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {

    @TempDir private Path parent;

    @Test
    void thatOfAKilledProcessGoesAndThoseInUseStay() throws IOException {
        Path first = TemporaryFolder.createIn(parent, "natives-");
        Path dead = Files.createDirectory(parent.resolve("natives-dead"));
        Files.createFile(dead.resolve("in-use"));
        Files.writeString(dead.resolve("library"), "x");
        Path foreign = Files.createDirectory(parent.resolve("natives-foreign"));
        Path second = TemporaryFolder.createIn(parent, "natives-");
        assertTrue(Files.exists(first.resolve("in-use")));
        assertTrue(Files.exists(second.resolve("in-use")));
        assertTrue(Files.exists(foreign));
        assertFalse(Files.exists(dead));
    }
}
