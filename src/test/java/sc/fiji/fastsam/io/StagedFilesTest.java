package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StagedFilesTest {

    @TempDir private Path folder;

    @Test
    void committedFilesStandInTheirPlaceOverOlderOnes() throws IOException {
        Files.writeString(folder.resolve("a"), "old and longer");
        try (StagedFiles files = new StagedFiles()) {
            files.write(folder.resolve("a"), out -> out.write('A'));
            files.write(folder.resolve("sub/b"), out -> out.write('B'));
            assertEquals("old and longer", Files.readString(folder.resolve("a")));
            files.commit();
        }
        assertEquals("A", Files.readString(folder.resolve("a")));
        assertEquals("B", Files.readString(folder.resolve("sub/b")));
        assertEquals(List.of("a", "sub", "sub/b"), all());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeOrDeviceIsNotReplaced() throws Exception {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        for (Path target : List.of(pipe, Path.of("/dev/stdout"))) {
            try (StagedFiles files = new StagedFiles()) {
                IOException e =
                        assertThrows(
                                IOException.class, () -> files.write(target, out -> out.write(1)));
                assertEquals(
                        "could not write "
                                + target
                                + ": a device or pipe has that name. Free space there, or choose"
                                + " another output folder.",
                        e.getMessage());
            }
        }
        assertFalse(Files.isRegularFile(pipe));
    }

    @Test
    void whenOneFileFailsNoneAppearsAndNothingIsLeft() throws IOException {
        IOException e =
                assertThrows(
                        IOException.class,
                        () -> {
                            try (StagedFiles files = new StagedFiles()) {
                                files.write(folder.resolve("a"), out -> out.write('A'));
                                files.write(folder.resolve("b"), StagedFilesTest::fillDisk);
                                files.commit();
                            }
                        });
        assertTrue(e.getMessage().contains(folder.resolve("b").toString()), e.getMessage());
        assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
        assertEquals(List.of(), all());
    }

    @Test
    void aFailureThatIsNoIoExceptionLeavesNothingEither() throws IOException {
        assertThrows(
                IllegalStateException.class,
                () -> {
                    try (StagedFiles files = new StagedFiles()) {
                        files.write(
                                folder.resolve("a"),
                                out -> {
                                    out.write('A');
                                    throw new IllegalStateException("broken");
                                });
                    }
                });
        assertEquals(List.of(), all());
    }

    @Test
    void aFolderInTheFilesPlaceIsNamed() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("a"));
        try (StagedFiles files = new StagedFiles()) {
            IOException e =
                    assertThrows(IOException.class, () -> files.write(taken, out -> out.write(1)));
            assertTrue(e.getMessage().contains("a folder has that name"), e.getMessage());
        }
    }

    @Test
    void aNameOf255BytesCanBeWritten() throws IOException {
        Path target = folder.resolve("n".repeat(255));
        try (StagedFiles files = new StagedFiles()) {
            files.write(target, out -> out.write('A'));
            files.commit();
        }
        assertEquals("A", Files.readString(target));
    }

    @Test
    void aRemovedFileGoesWithTheCommitAndNotBefore() throws IOException {
        Path old = Files.writeString(folder.resolve("old"), "old");
        try (StagedFiles files = new StagedFiles()) {
            files.remove(old);
            assertTrue(Files.exists(old));
            files.commit();
        }
        assertEquals(List.of(), all());
    }

    @Test
    void leftoversOfDeadRunsAreRemovedAndNothingElse() throws IOException {
        Path target = folder.resolve("a-labels.tif");
        Files.createFile(folder.resolve(".fastsam-0123abcd-4567cdef.part"));
        Files.createFile(folder.resolve(".a-labels.tif.1.part"));
        Files.createFile(folder.resolve(".b-labels.tif.1.part"));
        Files.createFile(folder.resolve("download.part"));
        Leftovers.remove(List.of(target));
        assertEquals(List.of(".b-labels.tif.1.part", "download.part"), all());
    }

    @Test
    void filesThatThisProcessIsWritingAreNoLeftovers() throws IOException {
        Path target = folder.resolve("a");
        try (StagedFiles files = new StagedFiles()) {
            files.write(target, out -> out.write('A'));
            Leftovers.remove(List.of(target));
            files.commit();
        }
        assertEquals("A", Files.readString(target));
    }

    @Test
    void filesThatAnotherLiveProcessIsWritingAreNoLeftovers() throws Exception {
        Path part = folder.resolve(".fastsam-other-1.part");
        Process other = holder(part);
        try {
            assertEquals('x', other.getInputStream().read());
            Leftovers.remove(List.of(folder.resolve("a")));
            assertTrue(Files.exists(part));
        } finally {
            other.destroyForcibly().waitFor();
        }
        Leftovers.remove(List.of(folder.resolve("a")));
        assertEquals(List.of(), all());
    }

    /** A process that writes "x" once it holds a file, and then waits. */
    private static Process holder(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file.toString())
                .start();
    }

    /** Holds a file as a run does that writes it. */
    static final class Holder {
        public static void main(String[] args) throws IOException {
            try (FileChannel channel =
                    FileChannel.open(
                            Path.of(args[0]),
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.WRITE)) {
                channel.lock();
                System.out.print('x');
                System.out.flush();
                System.in.read();
            }
        }
    }

    private static void fillDisk(java.io.OutputStream out) throws IOException {
        out.write(new byte[10_000]);
        throw new IOException("No space left on device");
    }

    private List<String> all() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.skip(1)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
