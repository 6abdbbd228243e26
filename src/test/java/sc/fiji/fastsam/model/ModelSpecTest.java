package sc.fiji.fastsam.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;
import sc.fiji.fastsam.tensor.TensorInfo.ElementType;

class ModelSpecTest {

    private static TensorInfo image(Long... shape) {
        return new TensorInfo("images", ElementType.FLOAT32, List.of(shape));
    }

    private static ModelSpec spec(Map<String, String> metadata, Long... shape)
            throws ModelException {
        return ModelSpec.of(List.of(image(shape)), List.of(), metadata);
    }

    @Test
    void readsAFixedSizeHeightBeforeWidth() throws ModelException {
        ModelSpec spec = spec(Map.of("imgsz", "[999, 999]"), 1L, 3L, 320L, 640L);
        assertEquals(Optional.of(new Size(640, 320)), spec.input().fixedSize());
        assertEquals(640, spec.imageSize());
        assertFalse(spec.input().channelLast());
        assertFalse(spec.input().anyBatch());
    }

    @Test
    void readsTheSizeItWasMadeForWhenAnyIsTaken() throws ModelException {
        ModelSpec spec = spec(Map.of("imgsz", "[480, 640]", "stride", "64"), -1L, 3L, -1L, -1L);
        assertEquals(Optional.empty(), spec.input().fixedSize());
        assertEquals(640, spec.imageSize());
        assertEquals(64, spec.stride());
        assertTrue(spec.input().anyBatch());
    }

    @Test
    void takesUsualValuesWhereTheFileSaysNothing() throws ModelException {
        ModelSpec spec = spec(Map.of(), 1L, 3L, -1L, -1L);
        assertEquals(1024, spec.imageSize());
        assertEquals(32, spec.stride());
        assertEquals(OptionalDouble.empty(), spec.favoriteDiameter());
        assertEquals("", spec.card().title());
        assertEquals(List.of(), spec.card().classes());
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "-1", "''", "'[-1, -1]'"})
    void takesUsualValuesWhereTheFileSaysNonsense(String value) throws ModelException {
        ModelSpec spec = spec(Map.of("imgsz", value, "stride", value), 1L, 3L, -1L, -1L);
        assertEquals(1024, spec.imageSize());
        assertEquals(32, spec.stride());
    }

    @ParameterizedTest
    @CsvSource({"imgsz,0", "imgsz,8193", "stride,0", "stride,1e300", "stride,0.25"})
    void refusesSizesThatNoNetworkHas(String key, String value) {
        ModelException e =
                assertThrows(
                        ModelException.class, () -> spec(Map.of(key, value), 1L, 3L, -1L, -1L));
        assertTrue(e.getMessage().contains("states " + key + " = "), e.getMessage());
    }

    @Test
    void refusesAFixedSideThatNoMemoryHolds() {
        ModelException e =
                assertThrows(ModelException.class, () -> spec(Map.of(), 1L, 3L, 64L, 2147483648L));
        assertTrue(e.getMessage().contains("more than 8192 pixels a side"), e.getMessage());
    }

    @Test
    void takesNoFavoriteDiameterThatMakesNoSense() throws ModelException {
        Map<String, String> metadata = Map.of("fastsam.favourite_diameter", "1e9");
        assertEquals(OptionalDouble.empty(), spec(metadata, 1L, 3L, -1L, -1L).favoriteDiameter());
    }

    @Test
    void readsLongNamesAndEndsAtUnclosedOnes() throws ModelException {
        String name = "it\\'s".repeat(2000);
        Map<String, String> metadata = Map.of("names", "{0: '" + name + "', 1: \"a\", 2: 'b\\");
        assertEquals(
                List.of("it's".repeat(2000), "a"),
                spec(metadata, 1L, 3L, -1L, -1L).card().classes());
    }

    @Test
    void fillsAnOpenSideWithTheFixedOne() throws ModelException {
        assertEquals(
                Optional.of(new Size(640, 640)),
                spec(Map.of(), 1L, 3L, 640L, -1L).input().fixedSize());
    }

    @Test
    void knowsChannelsAtTheEnd() throws ModelException {
        ModelSpec spec = spec(Map.of(), 1L, 320L, 640L, 3L);
        assertTrue(spec.input().channelLast());
        assertEquals(Optional.of(new Size(640, 320)), spec.input().fixedSize());
    }

    @Test
    void arrangesAnImageForChannelsAtTheEnd() throws ModelException {
        // two rows, one column; red 1 2, green 3 4, blue 5 6
        Tensor image = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 3, 2, 1);
        Tensor last = spec(Map.of(), 1L, 2L, 1L, 3L).input().arrange(image);
        assertArrayEquals(new int[] {1, 2, 1, 3}, last.shape());
        assertArrayEquals(new float[] {1, 3, 5, 2, 4, 6}, last.values());
        assertSame(image, spec(Map.of(), 1L, 3L, 2L, 1L).input().arrange(image));
    }

    @Test
    void aGrayImageStandsForThreeChannels() throws ModelException {
        Tensor gray = Tensor.of(new float[] {1, 2}, 1, 1, 2, 1);
        Tensor last = spec(Map.of(), 1L, 2L, 1L, 3L).input().arrange(gray);
        assertArrayEquals(new int[] {1, 2, 1, 3}, last.shape());
        assertArrayEquals(new float[] {1, 1, 1, 2, 2, 2}, last.values());
        assertSame(gray, spec(Map.of(), 1L, 3L, 2L, 1L).input().arrange(gray));
        Tensor undeclared = spec(Map.of(), 1L, -1L, 2L, 1L).input().arrange(gray);
        assertArrayEquals(new int[] {1, 3, 2, 1}, undeclared.shape());
        assertArrayEquals(new float[] {1, 2, 1, 2, 1, 2}, undeclared.values());
    }

    /** Pure red, green, blue and white. */
    @Test
    void aNetworkForGrayImagesGetsTheBrightnessOfColors() throws ModelException {
        InputSpec input = spec(Map.of(), 1L, 1L, -1L, -1L).input();
        Tensor colors = Tensor.of(new float[] {1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1}, 1, 3, 2, 2);
        Tensor arranged = input.arrange(colors);
        assertArrayEquals(new int[] {1, 1, 2, 2}, arranged.shape());
        assertArrayEquals(new float[] {0.299f, 0.587f, 0.114f, 1}, arranged.values(), 1e-6f);
        Tensor gray = Tensor.of(new float[] {1, 2}, 1, 1, 2, 1);
        assertSame(gray, input.arrange(gray));
        assertTrue(input.fixedSize().isEmpty());
    }

    @Test
    void readsWhatTheFileSaysOfItself() throws ModelException {
        Map<String, String> metadata =
                Map.of(
                        "description", "Finds cells",
                        "author", "A. Author",
                        "version", "2.1",
                        "license", "BSD-2-Clause",
                        "fastsam.license_text", "Do as you like.",
                        "names", "{1: 'it\\'s', 0: \"a, b\", 10: 'z'}",
                        "fastsam.favourite_diameter", "36.5");
        ModelSpec spec = spec(metadata, 1L, 3L, -1L, -1L);
        assertEquals(
                new ModelCard(
                        "Finds cells",
                        "A. Author",
                        "2.1",
                        "BSD-2-Clause",
                        "Do as you like.",
                        List.of("a, b", "it's", "z")),
                spec.card());
        assertEquals(OptionalDouble.of(36.5), spec.favoriteDiameter());
    }

    /** As Python writes characters that it does not print, the no-break space among them. */
    @Test
    void charactersThatPythonEscapesAreRead() throws ModelException {
        String names =
                "{0: '5\\xa0\u00b5m', 1: 'a\\nb', 2: '\\x1b[2J', 3: '\\u2009', 4: 'c\\\\xa0',"
                        + " 5: '\\Uffffffff'}";
        assertEquals(
                List.of("5\u00a0\u00b5m", "a b", " [2J", "\u2009", "c\\xa0", " "),
                spec(Map.of("names", names), 1L, 3L, -1L, -1L).card().classes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1,2,640,640;takes no RGB or gray image",
                "1,640,640,1;takes no RGB or gray image",
                "4,3,640,640;only takes 4 images at a time",
                "1,3,640;takes no image",
                "1,77;takes no image"
            })
    void refusesInputsThatAreNoImageAndSaysWhich(String shape, String what) {
        Long[] lengths =
                java.util.Arrays.stream(shape.split(",")).map(Long::valueOf).toArray(Long[]::new);
        ModelException e =
                assertThrows(
                        ModelException.class,
                        () ->
                                ModelSpec.of(
                                        ModelFile.of(Path.of("/models/a.onnx")),
                                        List.of(image(lengths)),
                                        List.of(),
                                        Map.of()));
        assertTrue(e.getMessage().startsWith("Model file "), e.getMessage());
        assertTrue(e.getMessage().contains("a.onnx"), e.getMessage());
        assertTrue(e.getMessage().contains(what), e.getMessage());
        assertTrue(e.getMessage().contains("images float32 ["), e.getMessage());
    }

    @Test
    void refusesTwoInputsAndWholeNumbers() {
        TensorInfo tokens = new TensorInfo("ids", ElementType.OTHER, List.of(1L, 3L, 64L, 64L));
        assertThrows(
                ModelException.class, () -> ModelSpec.of(List.of(tokens), List.of(), Map.of()));
        TensorInfo image = image(1L, 3L, 64L, 64L);
        assertThrows(
                ModelException.class,
                () -> ModelSpec.of(List.of(image, image), List.of(), Map.of()));
    }
}
