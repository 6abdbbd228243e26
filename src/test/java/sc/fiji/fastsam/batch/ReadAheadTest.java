package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadAheadTest {

    @TempDir private Path folder;

    @Test
    void theFirstImageIsTakenOnceAndReadAgainLater() throws IOException {
        Path file = SampleFiles.tiff(folder.resolve("a.tif"));
        ReadAhead ahead = ReadAhead.of(List.of(new InputFile(file, "a")), 2);
        ImagePlus first = ahead.open(file, 2);
        ImagePlus second = ahead.open(file, 2);
        assertEquals(SampleFiles.WIDTH, first.getWidth());
        assertNotSame(first, second);
    }

    @Test
    void anotherImageIsReadAsEver() throws IOException {
        Path file = SampleFiles.tiff(folder.resolve("a.tif"));
        Path other = SampleFiles.flat(folder.resolve("b.tif"), 3, 2);
        ReadAhead ahead = ReadAhead.of(List.of(new InputFile(file, "a")), 2);
        assertEquals(3, ahead.open(other, 2).getWidth());
        assertEquals(SampleFiles.WIDTH, ahead.open(file, 2).getWidth());
    }

    @Test
    void aFileThatWasReplacedMeanwhileIsReadAgain() throws IOException {
        Path file = SampleFiles.flat(folder.resolve("a.tif"), 3, 2);
        ReadAhead ahead = ReadAhead.of(List.of(new InputFile(file, "a")), 2);
        Path other = SampleFiles.flat(folder.resolve("b.tif"), 30, 20);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(30, ahead.open(file, 2).getWidth());
    }

    @Test
    void whatCannotBeReadFailsWhenItIsAskedFor() throws IOException {
        Path file = Files.writeString(folder.resolve("a.tif"), "no image");
        ReadAhead ahead = ReadAhead.of(List.of(new InputFile(file, "a")), 2);
        assertThrows(IOException.class, () -> ahead.open(file, 2));
    }

    @Test
    void aRunWithoutFilesReadsNothing() throws IOException {
        Path file = SampleFiles.tiff(folder.resolve("a.tif"));
        assertEquals(SampleFiles.WIDTH, ReadAhead.of(List.of(), 2).open(file, 2).getWidth(), 2);
    }
}
