package sc.fiji.fastsam.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.tensor.Tensor;

class ClipImageInputTest {

    static Stream<Map.Entry<String, JsonElement>> resized() throws IOException {
        return TinyClip.expected().getAsJsonObject("resized").entrySet().stream();
    }

    /** The checksum is of the bytes that Pillow and torchvision give, pixel by pixel. */
    @ParameterizedTest
    @MethodSource("resized")
    void resizesAndCutsAsPillowAndTorchvisionBitForBit(Map.Entry<String, JsonElement> picture) {
        String[] sides = picture.getKey().split("x");
        Picture image = TinyClip.image(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        Picture square = ClipImageInput.square(image, 224);
        CRC32 crc = new CRC32();
        for (int i = 0; i < 224 * 224; i++) {
            for (byte[] channel : square.channels()) {
                crc.update(channel[i]);
            }
        }
        assertEquals(picture.getValue().getAsLong(), crc.getValue());
    }

    @Test
    void subtractsTheMeanOfEachChannelAndDividesByItsDeviation() {
        byte[][] channels = {{0}, {(byte) 128}, {(byte) 255}};
        Tensor input = ClipImageInput.of(List.of(new Picture(new Size(1, 1), channels)), 2);
        assertArrayEquals(new int[] {1, 3, 2, 2}, input.shape());
        float[] expected = {
            (0 - 0.48145466f) / 0.26862954f,
            (128 / 255f - 0.4578275f) / 0.26130258f,
            (1 - 0.40821073f) / 0.27577711f
        };
        for (int i = 0; i < 12; i++) {
            assertEquals(expected[i / 4], input.values()[i]);
        }
    }

    @Test
    void refusesAThreadOfPixels() {
        Picture thread = new Picture(new Size(201, 1), new byte[3][201]);
        Exception e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ClipImageInput.of(List.of(thread), 224));
        assertTrue(e.getMessage().contains("201 x 1"), e.getMessage());
    }

    @Test
    void refusesChannelsThatDoNotFitTheSize() {
        assertThrows(
                IllegalArgumentException.class, () -> new Picture(new Size(2, 2), new byte[3][3]));
        assertThrows(
                IllegalArgumentException.class, () -> new Picture(new Size(2, 2), new byte[1][4]));
    }
}
