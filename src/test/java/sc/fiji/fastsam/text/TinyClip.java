package sc.fiji.fastsam.text;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.settings.Device;

/** The committed networks in CLIP's layout; README.md beside them says what each is. */
final class TinyClip {

    private TinyClip() {}

    /** A file beside the test classes. */
    static Path path(String name) {
        try {
            return Path.of(TinyClip.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both networks of a folder: tiny-clip, fixed-clip or words. */
    static ClipEncoders open(String folder) throws ModelException {
        return ClipEncoders.open(ClipFiles.in(path(folder)), DeviceRequest.of(Device.CPU));
    }

    /** What PyTorch and Pillow gave. */
    static JsonObject expected() throws IOException {
        String json = Files.readString(path("tiny-clip/expected.json"));
        return new Gson().fromJson(json, JsonObject.class);
    }

    /** The picture of make_tiny_clip.py. */
    static Picture image(int width, int height) {
        byte[][] channels = new byte[3][width * height];
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int value = x * 7 + y * 3 * c + x * y % (11 + c) * 9 + width;
                    channels[c][y * width + x] = (byte) value;
                }
            }
        }
        return new Picture(new Size(width, height), channels);
    }
}
