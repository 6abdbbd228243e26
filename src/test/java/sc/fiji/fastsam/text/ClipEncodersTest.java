package sc.fiji.fastsam.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.onnx.TinyModels;
import sc.fiji.fastsam.settings.Device;

/**
 * NB: tolerance 2e-6 against PyTorch. Numbers of an embedding are below 1, so that 2e-6 is some 16
 * steps of a float: both add up products in orders of their own.
 */
class ClipEncodersTest {

    private static final float TOLERANCE = 2e-6f;
    private static final BooleanSupplier NEVER = () -> false;
    private static final DeviceRequest CPU = DeviceRequest.of(Device.CPU);

    @TempDir Path folder;

    private static ClipTokenizer.Tokens tokens(String text) {
        return ClipTokenizer.shared().encode(text);
    }

    private static float[] floats(com.google.gson.JsonElement array) {
        return new Gson().fromJson(array, float[].class);
    }

    @Test
    void embedsTextsAsPyTorchDoes() throws IOException {
        JsonArray texts = TinyClip.expected().getAsJsonArray("texts");
        JsonArray expected = TinyClip.expected().getAsJsonArray("text_embeds");
        List<ClipTokenizer.Tokens> tokens = new ArrayList<>();
        texts.forEach(text -> tokens.add(tokens(text.getAsString())));
        try (ClipEncoders clip = TinyClip.open("tiny-clip")) {
            List<float[]> together = clip.embedTexts(tokens, NEVER);
            for (int i = 0; i < tokens.size(); i++) {
                float[] alone = clip.embedTexts(List.of(tokens.get(i)), NEVER).get(0);
                assertArrayEquals(floats(expected.get(i)), together.get(i), TOLERANCE);
                assertArrayEquals(floats(expected.get(i)), alone, TOLERANCE);
            }
        }
    }

    @Test
    void embedsImagesAsPyTorchDoes() throws IOException {
        JsonArray expected = TinyClip.expected().getAsJsonArray("image_embeds");
        List<Picture> images = new ArrayList<>();
        for (var size : TinyClip.expected().getAsJsonArray("sizes")) {
            JsonArray sides = size.getAsJsonArray();
            images.add(TinyClip.image(sides.get(0).getAsInt(), sides.get(1).getAsInt()));
        }
        try (ClipEncoders clip = TinyClip.open("tiny-clip")) {
            List<float[]> together = clip.embedImages(images, NEVER);
            assertEquals(4, together.size());
            for (int i = 0; i < 4; i++) {
                assertArrayEquals(floats(expected.get(i)), together.get(i), TOLERANCE);
            }
        }
    }

    /** The network gives tokens 1 to 3 of 16. */
    @Test
    void takesNetworksOfFixedBatchesAndLengthsAndOtherNumbers() throws ModelException {
        try (ClipEncoders clip = TinyClip.open("fixed-clip")) {
            List<ClipTokenizer.Tokens> texts =
                    List.of(tokens("a cell"), tokens("cell"), tokens("a ".repeat(40)));
            List<float[]> found = clip.embedTexts(texts, NEVER);
            assertEquals(3, found.size());
            assertEquals(tokens("a cell").ids()[2] / norm(tokens("a cell")), found.get(0)[1], 1e-6);
            assertEquals(49407 / norm(tokens("cell")), found.get(1)[1], 1e-6);
            assertEquals(1 / Math.sqrt(3), found.get(2)[0], 1e-6);
            assertEquals(1, clip.embedImages(List.of(TinyClip.image(9, 9)), NEVER).size());
        }
    }

    private static double norm(ClipTokenizer.Tokens tokens) {
        double sum = 0;
        for (int i = 1; i < Math.min(4, tokens.ids().length); i++) {
            sum += (double) tokens.ids()[i] * tokens.ids()[i];
        }
        return Math.sqrt(sum);
    }

    @Test
    void refusesEncodersThatDoNotBelongTogether() {
        ClipFiles files =
                new ClipFiles(
                        TinyClip.path("tiny-clip/text_model.onnx"),
                        TinyClip.path("fixed-clip/vision_model.onnx"));
        ModelException e = assertThrows(ModelException.class, () -> ClipEncoders.open(files, CPU));
        assertTrue(e.getMessage().startsWith("The encoders do not belong together"));
        assertTrue(e.getMessage().contains(" gives 8 numbers a text, "), e.getMessage());
        assertTrue(e.getMessage().contains(" gives 3 an image"), e.getMessage());
    }

    @Test
    void refusesFilesThatAreSwappedAndSaysSo() {
        Path text = TinyClip.path("tiny-clip/text_model.onnx");
        Path image = TinyClip.path("tiny-clip/vision_model.onnx");
        ModelException e =
                assertThrows(
                        ModelException.class,
                        () -> ClipEncoders.open(new ClipFiles(image, text), CPU));
        assertTrue(e.getMessage().contains("is no CLIP text encoder"), e.getMessage());
        assertTrue(e.getMessage().contains("swap the two files"), e.getMessage());
    }

    @Test
    void refusesNetworksOfAnotherKind() {
        Path text = TinyClip.path("tiny-clip/text_model.onnx");
        for (String name : List.of("l1-static", "l4-raw")) {
            ClipFiles files = new ClipFiles(text, TinyModels.path(name));
            String message =
                    assertThrows(ModelException.class, () -> ClipEncoders.open(files, CPU))
                            .getMessage();
            assertTrue(message.contains("is no CLIP image encoder"), message);
            assertTrue(message.contains(name), message);
        }
    }

    @Test
    void saysInOneSentenceHowToInstallClipWhenItIsMissing() throws IOException {
        Files.createFile(folder.resolve("text_model.onnx"));
        String message =
                assertThrows(ModelException.class, () -> ClipFiles.in(folder)).getMessage();
        assertTrue(message.startsWith(ClipFiles.MISSING), message);
        assertTrue(message.contains("fastsam models install clip"), message);
        assertTrue(message.contains(folder.toString()), message);
    }

    @Test
    void refusesAFileThatIsGone() {
        ClipFiles files = new ClipFiles(folder.resolve("a.onnx"), folder.resolve("b.onnx"));
        assertThrows(ModelException.class, () -> ClipEncoders.open(files, CPU));
    }

    @Test
    void endsWhenCanceled() throws ModelException {
        try (ClipEncoders clip = TinyClip.open("tiny-clip")) {
            assertThrows(
                    CancellationException.class,
                    () -> clip.embedTexts(List.of(tokens("a")), () -> true));
        }
    }

    @Test
    void refusesToRunAfterItsEnd() throws ModelException {
        ClipEncoders clip = TinyClip.open("tiny-clip");
        clip.close();
        clip.close();
        assertThrows(
                IllegalStateException.class, () -> clip.embedTexts(List.of(tokens("a")), NEVER));
    }
}
