package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
