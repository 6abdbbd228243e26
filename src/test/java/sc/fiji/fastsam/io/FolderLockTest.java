package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    private static final int THREADS = 4;
    private static final int TIMES = 50;

    @TempDir private Path folder;

    @Test
    void noneOfManyChangesAtTheSameTimeIsLost() throws Exception {
        addInThreads(folder);
        assertEquals(THREADS * TIMES, number(folder));
        assertFalse(Files.exists(folder.resolve(".fastsam.lock")));
    }

    @Test
    void processesAreKeptApartToo() throws Exception {
        List<Process> others = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            others.add(
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    FolderLockTest.class.getName(),
                                    folder.toString())
                            .inheritIO()
                            .start());
        }
        for (Process other : others) {
            assertEquals(0, other.waitFor());
        }
        assertEquals(2 * THREADS * TIMES, number(folder));
    }

    @Test
    void aLockThatAKilledProcessLeftIsFree() throws IOException {
        Files.createFile(folder.resolve(".fastsam.lock"));
        FolderLock.of(folder).close();
        assertFalse(Files.exists(folder.resolve(".fastsam.lock")));
    }

    @Test
    void afterAFailureOthersCanHaveIt() throws IOException {
        assertThrows(IOException.class, () -> FolderLock.of(folder.resolve("missing")));
        FolderLock.of(folder).close();
    }

    /** Adds as one process of several does. */
    public static void main(String[] args) throws Exception {
        addInThreads(Path.of(args[0]));
    }

    private static void addInThreads(Path folder) throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> add(folder));
            thread.setUncaughtExceptionHandler((where, why) -> failures.add(why));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), failures);
    }

    private static void add(Path folder) {
        for (int i = 0; i < TIMES; i++) {
            try (FolderLock held = FolderLock.of(folder)) {
                Files.writeString(folder.resolve("number"), "" + (number(folder) + 1));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static int number(Path folder) throws IOException {
        Path file = folder.resolve("number");
        return Files.exists(file) ? Integer.parseInt(Files.readString(file)) : 0;
    }
}
