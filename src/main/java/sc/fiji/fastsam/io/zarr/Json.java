package sc.fiji.fastsam.io.zarr;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import sc.fiji.fastsam.io.StagedFiles;

/** JSON documents as they are written. */
final class Json {

    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().serializeNulls().create();

    private Json() {}

    /** The text of a document. */
    static String text(JsonObject document) {
        return JSON.toJson(document);
    }

    /** Writes a document. */
    static StagedFiles.Content content(JsonObject document) {
        return out -> out.write(text(document).getBytes(StandardCharsets.UTF_8));
    }
}
