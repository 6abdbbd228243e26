package sc.fiji.fastsam.batch.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStateTest {

    @TempDir Path folder;

    private Path store;

    @BeforeEach
    void makeStore() throws IOException {
        store = folder.resolve("a.zarr");
        file("0/0/0", 7, 2000);
        file(".zattrs", 5, 3000);
        file("labels/fastsam/0/0", 100, 9000);
    }

    @Test
    void aFolderHasTheSizeAndTheLatestTimeOfItsFilesButForLabels() throws IOException {
        assertEquals(new FileState(12, 3000), FileState.of(store));
    }

    @Test
    void likewiseWhereTheStoreHoldsOneImageBelow() throws IOException {
        file("0/labels/fastsam/0/0", 100, 9000);
        Files.delete(store.resolve("labels/fastsam/0/0"));
        Files.writeString(store.resolve(".zattrs"), "{\"bioformats2raw.layout\": 3}");
        Files.writeString(store.resolve("0/.zattrs"), "{\"multiscales\": []}");
        assertEquals(7 + 28 + 19, FileState.of(store).bytes());
    }

    /** NB: a walk that begins at a link sees the link, whose size and time never change. */
    @Test
    void aLinkToAFolderHasTheStateOfTheFolder() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.zarr"), store);
        assertEquals(new FileState(12, 3000), FileState.of(link));
        file("0/0/0", 8, 4000);
        assertEquals(new FileState(13, 4000), FileState.of(link));
    }

    private void file(String name, int bytes, long modified) throws IOException {
        Path file = store.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
        Files.setLastModifiedTime(file, FileTime.fromMillis(modified));
    }
}
