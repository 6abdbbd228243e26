package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {

    @TempDir private Path folder;

    @Test
    void resultsAreNamedAfterTheFileWithoutItsEnding() throws IOException {
        assertEquals(List.of("cells.day1"), names(false, touch("cells.day1.tif")));
    }

    @Test
    void filesThatDifferInTheirEndingKeepIt() throws IOException {
        touch("a.png");
        touch("A.tif");
        touch("b.tif");
        assertEquals(List.of("A.tif", "a.png", "b"), names(false, folder));
    }

    @Test
    void aKeptEndingThatMeetsAnotherNameMovesThatOnToo() throws IOException {
        Path first = touch("a.png");
        Path second = touch("a.tif");
        Path third = touch("a.png.tif");
        assertEquals(
                List.of(parent() + "-a.png", "a.tif", "a.png.tif"),
                names(false, first, second, third));
    }

    @Test
    void filesOfOneNameInTwoFoldersGetTheirFolder() throws IOException {
        Path first = touch("day1/a.tif");
        Path second = touch("day2/a.tif");
        assertEquals(List.of("day1-a.tif", "day2-a.tif"), names(false, first, second));
    }

    @Test
    void filesThatShareAllTheirNamesAreRefused() throws IOException {
        Path first = touch("x/day1/a.tif");
        Path second = touch("y/day1/a.tif");
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> names(false, first, second));
        assertTrue(e.getMessage().contains(first + " and " + second), e.getMessage());
    }

    @Test
    void ofAFolderImagesAreTakenButNotHiddenFilesResultsOrTexts() throws IOException {
        for (String name :
                List.of("b.TIFF", "a.jpg", ".c.tif", "a-labels.tif", "a-overlay.png", "n.txt")) {
            touch(name);
        }
        assertEquals(List.of("a", "b"), names(false, folder));
    }

    @Test
    void subfoldersAreTakenOnRequestAndKeepTheirStructure() throws IOException {
        touch("top.tif");
        touch("sub/deep/a.tif");
        assertEquals(List.of("top"), names(false, folder));
        assertEquals(List.of("sub/deep/a", "top"), names(true, folder));
    }

    @Test
    void aLinkToAFolderIsAFolder() throws IOException {
        touch("real/a.tif");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        assertEquals(List.of("a"), names(false, link));
    }

    @Test
    void foldersThatHoldThemselvesAreNamed() throws IOException {
        touch("real/a.tif");
        Files.createSymbolicLink(folder.resolve("real/loop"), folder.resolve("real"));
        IOException e = assertThrows(IOException.class, () -> names(true, folder));
        assertTrue(e.getMessage().startsWith("cannot list the folder " + folder), e.getMessage());
    }

    @Test
    void aFileNamedTwiceIsTakenOnce() throws IOException {
        Path file = touch("a.tif");
        assertEquals(List.of("a"), names(false, file, folder, folder.resolve("./a.tif")));
    }

    @Test
    void missingFilesAndEmptyFoldersAreListedToBeReported() throws IOException {
        Path missing = folder.resolve("missing.tif");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(List.of("missing", "empty"), names(false, missing, empty));
    }

    private List<String> names(boolean recursive, Path... paths) throws IOException {
        return InputFiles.of(List.of(paths), recursive).stream().map(InputFile::name).toList();
    }

    private String parent() {
        return folder.getFileName().toString();
    }

    private Path touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
