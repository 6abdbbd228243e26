package sc.fiji.fastsam.prompt;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.testing.Drawn;

/**
 * The objects of the reference's first run, in its order, and the prompts with what it selects.
 * Skips the test where the reference is not at hand.
 */
record ReferenceObjects(Segmentation segmentation, JsonArray prompts) {

    static ReferenceObjects of(String name) throws IOException {
        JsonObject json = read(name);
        JsonObject image = json.getAsJsonObject("image");
        Size size = new Size(image.get("width").getAsInt(), image.get("height").getAsInt());
        List<SegmentedObject> objects = new ArrayList<>();
        JsonObject run = json.getAsJsonArray("runs").get(0).getAsJsonObject();
        for (JsonElement object : run.getAsJsonArray("objects")) {
            objects.add(object(object.getAsJsonObject()));
        }
        RunSummary summary = Drawn.summary(objects.size());
        JsonArray prompts = json.getAsJsonArray("prompts");
        return new ReferenceObjects(
                new Segmentation(size, objects, summary),
                prompts == null ? new JsonArray() : prompts);
    }

    private static JsonObject read(String name) throws IOException {
        String file = "reference/" + name + "/expected.json.gz";
        Path shared = Path.of("../shared", file);
        InputStream resource = ReferenceObjects.class.getResourceAsStream("/" + file);
        assumeTrue(resource != null || Files.exists(shared), "needs ../shared/reference");
        try (InputStream in = resource != null ? resource : Files.newInputStream(shared);
                Reader reader =
                        new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        }
    }

    private static SegmentedObject object(JsonObject json) {
        JsonArray box = json.getAsJsonArray("box");
        return new SegmentedObject(
                mask(json.getAsJsonObject("mask")),
                new Box(
                        box.get(0).getAsFloat(),
                        box.get(1).getAsFloat(),
                        box.get(2).getAsFloat(),
                        box.get(3).getAsFloat()),
                json.get("score").getAsFloat());
    }

    private static Mask mask(JsonObject json) {
        int x = json.get("x").getAsInt();
        int y = json.get("y").getAsInt();
        int width = json.get("width").getAsInt();
        MaskBuilder builder =
                new MaskBuilder(new Region(x, y, width, json.get("height").getAsInt()));
        int place = 0;
        boolean set = false;
        for (JsonElement run : json.getAsJsonArray("runs")) {
            for (int end = place + run.getAsInt(); place < end; place++) {
                if (set) {
                    builder.add(x + place % width, y + place / width);
                }
            }
            set = !set;
        }
        return builder.toMask();
    }
}
