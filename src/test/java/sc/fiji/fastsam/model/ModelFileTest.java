package sc.fiji.fastsam.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFileTest {

    @TempDir Path folder;

    private String problem(Path path) {
        ModelException e = assertThrows(ModelException.class, () -> ModelFile.of(path).check());
        assertTrue(e.getMessage().startsWith("Model file " + path + " "), e.getMessage());
        return e.getMessage();
    }

    @Test
    void theFingerprintThatTheBuildTookIsThatOfTheBundledNetwork() throws IOException {
        ModelFile bundled = ModelFile.bundled();
        assertEquals(bundled.computedSha256(), bundled.sha256());
        assertEquals(64, bundled.sha256().length());
    }

    @Test
    void saysThatAMissingFileMayHaveBeenMoved() {
        String message = problem(folder.resolve("gone.onnx"));
        assertTrue(message.contains("does not exist, or was moved"), message);
        assertTrue(message.contains("bundled"), message);
    }

    @Test
    void saysThatAFolderIsNoFile() {
        assertTrue(problem(folder).contains("is a folder"));
    }

    @Test
    void saysThatAnEmptyFileIsEmpty() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.onnx"));
        assertTrue(problem(empty).contains("is empty"));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("PK\3\4rest", "PyTorch"),
                Arguments.of("\n <!DOCTYPE html><html>", "web page"),
                Arguments.of("<html><body>Not found", "web page"),
                Arguments.of("version https://git-lfs.github.com/spec/v1", "Git LFS pointer"),
                Arguments.of("\u0089PNG\r\n", "is an image"),
                Arguments.of("II*\0", "is an image"),
                Arguments.of("\u00ff\u00d8\u00ff\u00e0", "is an image"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void saysWhatAFileIsThatIsNoNetwork(String content, String what) throws IOException {
        Path file = folder.resolve("model.onnx");
        Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(problem(file).contains(what), problem(file));
    }

    @Test
    void leavesOtherFilesToOnnxRuntime() throws IOException {
        Path file = folder.resolve("model.onnx");
        Files.write(file, new byte[] {8, 7, 18});
        ModelFile.of(file).check();
        assertArrayEquals(new byte[] {8, 7, 18}, ModelFile.of(file).read());
    }

    @Test
    void isEqualWhenThePlaceIs() {
        Path file = folder.resolve("model.onnx");
        assertEquals(ModelFile.of(file), ModelFile.of(folder.resolve("x/../model.onnx")));
        assertEquals(
                ModelFile.of(file).hashCode(),
                ModelFile.of(folder.resolve("./model.onnx")).hashCode());
        assertNotEquals(ModelFile.of(file), ModelFile.bundled());
        assertEquals("model.onnx", ModelFile.of(file).title());
        assertEquals(Optional.of(file), ModelFile.of(file).path());
    }

    @Test
    void theBundledOneIsThereOrSaysThatItIsNot() throws ModelException {
        if (!ModelFile.isBundledPresent()) {
            assertThrows(ModelException.class, () -> ModelFile.bundled().read());
        }
        assumeTrue(ModelFile.isBundledPresent(), "this build has no bundled network");
        assertTrue(ModelFile.bundled().read().length > 1000);
        assertEquals(Optional.empty(), ModelFile.bundled().path());
        assertEquals("bundled", ModelFile.bundled().title());
    }
}
