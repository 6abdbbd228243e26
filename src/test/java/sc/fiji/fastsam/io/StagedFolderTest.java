package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFolderTest {

    @TempDir private Path parent;

    private List<String> all() throws IOException {
        try (Stream<Path> files = Files.walk(parent)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> parent.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theFolderReplacesTheOldOneAsAWhole() throws IOException {
        Path target = parent.resolve("deep/labels.zarr");
        Files.createDirectories(target.resolve("0"));
        Files.writeString(target.resolve("0/old"), "old");
        try (StagedFolder folder = StagedFolder.of(target)) {
            Files.writeString(folder.content().resolve("new"), "new");
            folder.commit();
        }
        assertEquals(List.of("deep/labels.zarr/new"), all());
    }

    @Test
    void whatIsNotCommittedLeavesNothing() throws IOException {
        Path target = parent.resolve("labels.zarr");
        Files.createDirectory(target);
        Files.writeString(target.resolve("old"), "old");
        try (StagedFolder folder = StagedFolder.of(target)) {
            Files.createDirectories(folder.content().resolve("0"));
            Files.writeString(folder.content().resolve("0/new"), "new");
        }
        assertEquals(List.of("labels.zarr/old"), all());
    }

    @Test
    void theFolderOfARunningProcessStaysAndThatOfADeadOneGoes() throws IOException {
        Path target = parent.resolve("labels.zarr");
        Path dead = parent.resolve(".fastsam-0123abcd-4567cdef.folder");
        Files.createFile(parent.resolve(".fastsam-0123abcd-4567cdef.part"));
        Files.createDirectories(dead.resolve("0"));
        Files.createFile(dead.resolve("0/0"));
        try (StagedFolder folder = StagedFolder.of(target)) {
            Files.writeString(folder.content().resolve("new"), "new");
            Leftovers.remove(List.of(target));
            folder.commit();
        }
        assertEquals(List.of("labels.zarr/new"), all());
    }

    private void killedRun() throws IOException {
        Files.createFile(parent.resolve(".fastsam-0123abcd-4567cdef.part"));
        Path content = Files.createDirectory(parent.resolve(".fastsam-0123abcd-4567cdef.folder"));
        Files.writeString(content.resolve("new"), "new");
        Path before = parent.resolve(".fastsam-0123abcd-4567cdef.before/labels.zarr");
        Files.createDirectories(before);
        Files.writeString(before.resolve("old"), "old");
    }

    @Test
    void whatAKilledRunWasAboutToReplaceIsPutBack() throws IOException {
        killedRun();
        Leftovers.remove(List.of(parent.resolve("labels.zarr")));
        assertEquals(List.of("labels.zarr/old"), all());
    }

    @Test
    void whatAKilledRunHasReplacedGoes() throws IOException {
        killedRun();
        Path target = Files.createDirectory(parent.resolve("labels.zarr"));
        Files.writeString(target.resolve("new"), "new");
        Leftovers.remove(List.of(target));
        assertEquals(List.of("labels.zarr/new"), all());
    }

    @Test
    void whatAKilledRunOfAnEarlierVersionReplacedGoes() throws IOException {
        Files.createFile(parent.resolve(".fastsam-0123abcd-4567cdef.part"));
        Path old = Files.createDirectory(parent.resolve(".fastsam-0123abcd-4567cdef.old"));
        Files.writeString(old.resolve("0"), "old");
        Leftovers.remove(List.of(parent.resolve("labels.zarr")));
        try (Stream<Path> left = Files.list(parent)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void whatCouldNotBeReplacedIsThereAgain() throws IOException {
        Path target = Files.createDirectory(parent.resolve("labels.zarr"));
        Files.writeString(target.resolve("old"), "old");
        try (StagedFolder folder = StagedFolder.of(target)) {
            Files.delete(folder.content());
            assertThrows(IOException.class, folder::commit);
        }
        assertEquals(List.of("labels.zarr/old"), all());
        try (Stream<Path> left = Files.list(parent)) {
            assertEquals(List.of(target), left.toList());
        }
    }

    @Test
    void aLinkInItIsRemovedAndWhatItPointsToIsNot() throws IOException {
        Path kept = Files.writeString(parent.resolve("kept"), "kept");
        try (StagedFolder folder = StagedFolder.of(parent.resolve("labels.zarr"))) {
            Files.createSymbolicLink(folder.content().resolve("link"), kept);
        }
        assertEquals(List.of("kept"), all());
    }
}
