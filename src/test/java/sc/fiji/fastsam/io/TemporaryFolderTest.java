package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
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

    /** NB: by then the first is looked at a second time, and what nothing refers to is gone. */
    @Test
    void anotherProcessLeavesThoseOfThisOne() throws Exception {
        Path first = TemporaryFolder.createIn(parent, "natives-");
        Path second = TemporaryFolder.createIn(parent, "natives-");
        WeakReference<Object> unused = new WeakReference<>(new Object());
        while (unused.get() != null) {
            System.gc();
        }
        createInAnotherProcess(parent);
        assertTrue(Files.exists(first));
        assertTrue(Files.exists(second));
    }

    private static void createInAnotherProcess(Path parent) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                TemporaryFolderTest.class.getName(),
                                parent.toString())
                        .inheritIO()
                        .start();
        assertEquals(0, process.waitFor());
    }

    /** The other process. */
    public static void main(String[] arguments) throws IOException {
        TemporaryFolder.createIn(Path.of(arguments[0]), "natives-");
    }
}
