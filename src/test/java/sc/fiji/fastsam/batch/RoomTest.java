package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.imagej.file.ImageFiles;

class RoomTest {

    private static final Path NUCLEI = Path.of("src/test/resources/images/nuclei.tif");

    @TempDir private Path folder;

    private final List<String> done = new ArrayList<>();

    @Test
    void aFileThatIsLargeOnTheDiskIsDoneAlone() throws IOException {
        new Room(9).run(file(10), doing("beside"), doing("alone"));
        assertEquals(List.of("alone"), done);
    }

    @Test
    void whatFailsForOtherReasonsIsNotDoneAgain() throws IOException {
        Supplier<FileOutcome> fails = failing("beside", new IOException("is damaged."));
        FileOutcome outcome = new Room(9).run(file(3), fails, doing("alone"));
        assertEquals(List.of("beside"), done);
        assertEquals(FileStatus.FAILED, outcome.status());
    }

    @Test
    void afterTooLittleMemoryAFileIsDoneAgainAlone() throws IOException {
        new Room(9).run(file(3), failing("beside", new OutOfMemoryError()), doing("alone"));
        assertEquals(List.of("beside", "alone"), done);
    }

    @Test
    void anImageThatWouldTakeMoreThanItsShareIsDoneAlone() throws IOException {
        int many = Integer.MAX_VALUE;
        Throwable tooLarge = null;
        try {
            ImageFiles.openBesideOthers(NUCLEI, many);
        } catch (IOException e) {
            tooLarge = e;
        }
        new Room(9).run(file(3), failing("beside", tooLarge), doing("alone"));
        assertEquals(List.of("beside", "alone"), done);
    }

    private File file(int bytes) throws IOException {
        return Files.write(folder.resolve("a.tif"), new byte[bytes]).toFile();
    }

    private Supplier<FileOutcome> doing(String what) {
        return () -> {
            done.add(what);
            return FileOutcome.canceled(new InputFile(folder, "a"));
        };
    }

    private Supplier<FileOutcome> failing(String what, Throwable why) {
        return () -> {
            done.add(what);
            return FileOutcome.failed(new InputFile(folder, "a"), why);
        };
    }
}
