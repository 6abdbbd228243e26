package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class IoReasonsTest {

    @Test
    void reasonsAreWordsNotPaths() {
        assertEquals("permission denied", IoReasons.of(new AccessDeniedException("/a/b")));
        assertEquals("there is no such folder", IoReasons.of(new NoSuchFileException("/a/b")));
        assertEquals(
                "a file stands where a folder is needed",
                IoReasons.of(new FileAlreadyExistsException("/a/b")));
        assertEquals(
                "Not a directory",
                IoReasons.of(new FileSystemException("/a/b", null, "Not a directory")));
        assertEquals(
                "No space left on device",
                IoReasons.of(new IOException("No space left on device")));
        assertEquals("java.io.IOException", IoReasons.of(new IOException()));
    }
}
