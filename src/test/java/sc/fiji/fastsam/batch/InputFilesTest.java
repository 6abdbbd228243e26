package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.io.FolderCase;
import sc.fiji.fastsam.io.tiff.OmeSample;
import sc.fiji.fastsam.io.zarr.OmeZarr;

class InputFilesTest {

    @TempDir private Path folder;

    @Test
    void resultsAreNamedAfterTheFileWithoutItsEnding() throws IOException {
        assertEquals(List.of("cells.day1"), names(false, touch("cells.day1.tif")));
    }

    /** NB: results would lie outside of their folder too, and a path that is none ended the run. */
    @ParameterizedTest
    @ValueSource(strings = {"../../a", "/tmp", "0/../../a", "a\\u0000b"})
    void aStoreThatNamesImagesOutsideIsOneFile(String image) throws IOException {
        Path store = Files.createDirectory(folder.resolve("cells.zarr"));
        Files.writeString(store.resolve(".zgroup"), "{\"zarr_format\": 2}");
        String series = "{\"series\": [\"0\", \"" + image + "\"]}";
        Files.writeString(store.resolve(".zattrs"), series);
        touch("b.png");
        assertEquals(List.of("b", "cells"), names(false, folder));
        assertThrows(IOException.class, () -> OmeZarr.open(store));
    }

    @Test
    void filesThatDifferInTheirEndingKeepIt() throws IOException {
        touch("a.png");
        touch("A.tif");
        touch("b.tif");
        assertEquals(List.of("A.tif", "a.png", "b"), names(false, folder));
    }

    @Test
    void filesThatAreNotReadTakeNoNameFromAnImage() throws IOException {
        touch("a.czi");
        touch("a.png");
        touch("b.lif");
        touch("b.nd2");
        touch("c.nd2");
        touch("c.nd2.tif");
        touch("c.tif");
        assertEquals(
                List.of("a.czi", "a", "b.lif", "b.nd2", parent() + "-c.nd2", "c.nd2", "c"),
                names(false, folder));
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
    void filesOfOnePathInTwoFoldersGetTheFolderThatWasNamedInWhateverOrder() throws IOException {
        touch("plate1/A/01.tif");
        touch("plate2/A/01.tif");
        touch("plate2/A/02.tif");
        Path first = folder.resolve("plate1");
        Path second = folder.resolve("plate2");
        assertEquals(
                List.of("A/plate1-01.tif", "A/plate2-01.tif", "A/02"), names(true, first, second));
        assertEquals(
                List.of("A/plate2-01.tif", "A/02", "A/plate1-01.tif"), names(true, second, first));
    }

    @Test
    void ofFilesThatShareAllTheirNamesAllButTheFirstGetANumber() throws IOException {
        Path first = touch("x/day1/a.tif");
        Path second = touch("y/day1/a.tif");
        Path third = touch("z/day1/a.tif");
        assertEquals(
                List.of("day1-a.tif", "day1-a.tif-2", "day1-a.tif-3"),
                names(false, first, second, third));
    }

    @Test
    void namesThatDifferByCaseAloneStayWhereTheOutputFolderTellsThemApart() throws IOException {
        assumeTrue(FolderCase.isSensitive(folder));
        touch("a.tif");
        touch("A.tif");
        touch("b.tif");
        assertEquals(List.of("A.tif", "a.tif", "b"), names(false, folder));
        assertEquals(
                List.of(parent() + "-A.tif", parent() + "-a.tif-2", "b"),
                InputFiles.of(List.of(folder), false, NamePatterns.ALL, false).stream()
                        .map(InputFile::name)
                        .toList());
    }

    @Test
    void patternsChooseAmongTheFilesOfFolders() throws IOException {
        touch("a_dapi.TIF");
        touch("a_gfp.tif");
        touch("day1/b_dapi.xyz");
        touch("day1/thumb_dapi.tif");
        touch("notes.txt");
        assertEquals(
                List.of("a_dapi", "day1/b_dapi"),
                names(new NamePatterns(List.of("*_dapi.*"), List.of("**/thumb*"))));
        assertEquals(
                List.of("day1/thumb_dapi"),
                names(new NamePatterns(List.of("DAY1/*.{tif,png}"), List.of())));
        assertEquals(
                List.of("a_dapi", "day1/thumb_dapi"),
                names(new NamePatterns(List.of(), List.of("*_gfp*"))));
        assertEquals(
                List.of("a_gfp", "day1/thumb_dapi"),
                names(new NamePatterns(List.of("**/{a_g,th}*"), List.of())),
                "folders may be none");
    }

    @Test
    void noPatternTakesTheFilesOfAnEarlierRun() throws IOException {
        touch("a.lsm");
        touch("report.csv");
        touch("report.json");
        touch("report.html");
        touch("objects.csv");
        touch("journal.jsonl");
        touch("report-2-of-5.csv");
        touch("objects-2-of-5.csv");
        touch("journal-2-of-5.jsonl");
        touch("reports.csv");
        assertEquals(List.of("a", "reports"), names(new NamePatterns(List.of("*"), List.of())));
    }

    @Test
    void anImageThatLiesInSeveralFilesIsTakenOnce() throws IOException {
        Path day1 = Files.createDirectory(folder.resolve("day1"));
        Path day2 = Files.createDirectory(folder.resolve("day2"));
        OmeSample.write(day1, "z1.ome.tif", "z0.ome.tif");
        OmeSample.write(day1, "alone.ome.tiff");
        List<Path> files = OmeSample.write(day2, "z0.ome.tif", "z1.ome.tif", "z2.ome.tif");
        touch("day2/cut.ome.tif");
        assertEquals(
                List.of("day1/alone.ome", "day1/z1.ome", "day2/cut.ome", "day2/z0.ome"),
                names(true, folder));
        assertEquals(
                List.of("z1.ome"), names(false, files.get(1), files.get(2)), "without the first");
    }

    @Test
    void filesOfOneImageAreKnownByTheirContentWhateverTheirNames() throws IOException {
        OmeSample.write(folder, "c1.tif", "c2.TIF", "c3.tiff");
        touch("empty.tif");
        touch("c2.png");
        Path named = folder.resolve("c2.TIF");
        assertEquals(List.of("c1", "c2", "empty"), names(false, folder));
        assertEquals(List.of("c2", "empty"), names(false, named, folder.resolve("empty.tif")));
    }

    @Test
    void namedFilesOfWhichPatternsLeaveNoneAreFailedInputs() throws IOException {
        Path file = touch("a.tif");
        NamePatterns patterns = new NamePatterns(List.of(), List.of("a*"));
        assertEquals(
                List.of(Optional.of("is left out by exclude a*")),
                InputFiles.of(List.of(file), false, patterns, true).stream()
                        .map(InputFile::problem)
                        .toList());
        assertEquals(
                List.of("b"),
                InputFiles.of(List.of(file, touch("b.tif")), false, patterns, true).stream()
                        .map(InputFile::name)
                        .toList());
    }

    /** As a disk's, or a container's where images are mounted. */
    @Test
    void theRootOfAFileSystemHasANameToo() {
        Path root = folder.getRoot();
        NamePatterns none = new NamePatterns(List.of("no such file"), List.of());
        InputFile input = InputFiles.of(List.of(root), false, none, true).get(0);
        String why = input.problem().orElseThrow();
        assertTrue(
                why.startsWith("is a folder in which no file is left by include no such file"),
                why);
        assertEquals(root.toString(), input.title());
        assertEquals("a.tif", new InputFile(root.resolve("a.tif"), "a").title());
    }

    @Test
    void anEmptyPatternIsRefused() {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new NamePatterns(List.of(), List.of("")));
        assertEquals(
                "include and exclude must be patterns as *.tif or day1/*_dapi.*, but one was"
                        + " \"\": it is empty.",
                e.getMessage());
    }

    @Test
    void aFolderOfWhichPatternsLeaveNothingIsAFailedInputThatNamesThem() throws IOException {
        touch("a.tif");
        touch("README.txt");
        InputFile input =
                InputFiles.of(
                                List.of(folder),
                                true,
                                new NamePatterns(List.of("*.lsm"), List.of("b*")),
                                true)
                        .get(0);
        assertEquals(
                Optional.of(
                        "is a folder in which no file is left by include *.lsm, exclude b*; one of"
                                + " those left out is a.tif"),
                input.problem());
    }

    @Test
    void aPatternThatMakesNoSenseIsNamed() {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new NamePatterns(List.of("a[.tif"), List.of()));
        assertTrue(e.getMessage().contains("\"a[.tif\""), e.getMessage());
    }

    /** NB: as .ipynb_checkpoints and .Trashes. */
    @Test
    void ofHiddenFoldersNothingIsTakenUnlessTheyAreNamed() throws IOException {
        touch("a.tif");
        touch("day1/.checkpoints/b.tif");
        touch(".trash/old/c.tif");
        assertEquals(List.of("a"), names(true, folder));
        assertEquals(List.of("old/c"), names(true, folder.resolve(".trash")));
        assertEquals(List.of("a"), names(new NamePatterns(List.of("*.tif"), List.of())));
        Files.createSymbolicLink(folder.resolve("day1/.loop"), folder);
        assertEquals(List.of("a"), names(true, folder));
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
    void endingsOfAllFormatsThatAreReadCountAndThoseOfOthersToo() throws IOException {
        List<String> files =
                List.of(
                        "a.lsm", "b.btf", "c.tf8", "d.stk", "e.JFIF", "f.pnm", "g.dicom", "h.fit",
                        "i.czi", "j.ND2", "k.lif");
        for (String name : files) {
            touch(name);
        }
        for (String name : List.of("model.h5", "notes.md", "table.csv", "czi")) {
            touch(name);
        }
        assertEquals(
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"),
                names(false, folder));
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
    void aFolderThatHoldsItselfIsAFailedInputAndTheRestIsTaken() throws IOException {
        touch("real/a.tif");
        touch("b.tif");
        Path loop = Files.createSymbolicLink(folder.resolve("real/loop"), folder.resolve("real"));
        List<InputFile> files = InputFiles.of(List.of(folder), true, NamePatterns.ALL, true);
        assertEquals(
                List.of(
                        new InputFile(folder.resolve("b.tif"), "b"),
                        new InputFile(folder.resolve("real/a.tif"), "real/a"),
                        new InputFile(
                                loop,
                                loop.toString(),
                                Optional.of(
                                        "is a link to a folder that holds it, which never ends"))),
                files);
    }

    @Test
    void aSubfolderThatMayNotBeListedIsAFailedInputAndTheRestIsTaken() throws IOException {
        touch("shut/a.tif");
        touch("b.tif");
        Path shut = folder.resolve("shut");
        assumeTrue(Files.getFileStore(shut).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(shut, Set.of());
        try {
            assumeFalse(Files.isReadable(shut), "root may read everything");
            List<InputFile> files = InputFiles.of(List.of(folder), true, NamePatterns.ALL, true);
            assertEquals("b", files.get(0).name());
            assertEquals(
                    Optional.of("cannot be listed: permission denied"), files.get(1).problem());
        } finally {
            Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aNameInNoKnownEncodingIsAFailedInputAndTheRestIsTaken() throws IOException {
        Path strange = folder.resolve("caf\ufffd.tif");
        List<InputFile> files =
                InputFiles.of(List.of(strange, touch("b.tif")), false, NamePatterns.ALL, true);
        assertEquals("b", files.get(0).name());
        assertEquals(strange, files.get(1).path());
        assertTrue(files.get(1).problem().orElse("").startsWith("has a name that is no text in "));
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
        return InputFiles.of(List.of(paths), recursive, NamePatterns.ALL, true).stream()
                .map(InputFile::name)
                .toList();
    }

    private List<String> names(NamePatterns patterns) throws IOException {
        return InputFiles.of(List.of(folder), true, patterns, true).stream()
                .map(InputFile::name)
                .toList();
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
