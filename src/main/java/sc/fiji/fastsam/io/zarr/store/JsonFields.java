package sc.fiji.fastsam.io.zarr.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * An object in a JSON document, whose fields are read as what they must be. A field that is null
 * counts as missing. Every method that reads throws an {@link IOException} that names the document
 * and the field where it is missing or something else.
 */
public final class JsonFields {

    private static final int LONGEST_QUOTE = 60;
    private static final int LONGEST_TEXT = 4096;

    private final String document;
    private final JsonObject object;

    private JsonFields(String document, JsonObject object) {
        this.document = document;
        this.object = object;
    }

    /**
     * @param document its path in the store, for messages
     * @param whole false leaves out a copy of all metadata below
     */
    static JsonFields read(String document, Reader in, boolean whole) throws IOException {
        JsonElement root;
        try {
            root = JsonTree.read(in, whole);
        } catch (IOException e) {
            throw new IOException(
                    "has a damaged " + document + ", which is no JSON: " + e.getMessage() + ".", e);
        }
        if (!root.isJsonObject()) {
            throw new IOException("has a damaged " + document + ", which is no JSON object.");
        }
        return new JsonFields(document, root.getAsJsonObject());
    }

    /** A copy of the object. */
    public JsonObject toJson() {
        return object.deepCopy();
    }

    /** True when the field is there and not null. */
    public boolean has(String name) {
        return object.has(name) && !object.get(name).isJsonNull();
    }

    /**
     * Whatever is there.
     *
     * @throws IOException if the field is missing
     */
    public JsonElement element(String name) throws IOException {
        if (!has(name)) {
            throw new IOException(
                    "has a damaged " + document + ": \"" + name + "\" is missing there.");
        }
        return object.get(name);
    }

    /**
     * The text of a field.
     *
     * @throws IOException if the field is missing, or is none
     */
    public String text(String name) throws IOException {
        return text(name, element(name));
    }

    /**
     * The text, or the fallback where the field is missing.
     *
     * @throws IOException if it is no text
     */
    public String text(String name, String fallback) throws IOException {
        return has(name) ? text(name) : fallback;
    }

    /**
     * The whole number of a field.
     *
     * @throws IOException if the field is missing, or is none
     */
    public long integer(String name) throws IOException {
        return integer(name, element(name));
    }

    /**
     * The object in a field.
     *
     * @throws IOException if the field is missing, or is none
     */
    public JsonFields object(String name) throws IOException {
        return object(name, element(name));
    }

    /**
     * The object, or one without fields where the field is missing.
     *
     * @throws IOException if it is no object
     */
    public JsonFields objectOrEmpty(String name) throws IOException {
        return has(name) ? object(name) : new JsonFields(document, new JsonObject());
    }

    /**
     * The whole numbers of a list.
     *
     * @throws IOException if the field is missing, or is no list of them
     */
    public long[] integers(String name) throws IOException {
        JsonArray array = array(name);
        long[] values = new long[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = integer(name, array.get(i));
        }
        return values;
    }

    /**
     * The numbers of a list.
     *
     * @throws IOException if the field is missing, or is no list of them
     */
    public double[] numbers(String name) throws IOException {
        JsonArray array = array(name);
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(name, array.get(i));
        }
        return values;
    }

    /**
     * The texts of a list.
     *
     * @throws IOException if the field is missing, or is no list of them
     */
    public List<String> texts(String name) throws IOException {
        List<String> values = new ArrayList<>();
        for (JsonElement element : array(name)) {
            values.add(text(name, element));
        }
        return values;
    }

    /**
     * The objects of a list; none where the field is missing.
     *
     * @throws IOException if it is no list of objects
     */
    public List<JsonFields> objects(String name) throws IOException {
        List<JsonFields> values = new ArrayList<>();
        if (has(name)) {
            for (JsonElement element : array(name)) {
                values.add(object(name, element));
            }
        }
        return values;
    }

    /** The same, where a text stands for an object with that "name" alone. */
    public List<JsonFields> namedObjects(String name) throws IOException {
        List<JsonFields> values = new ArrayList<>();
        for (JsonElement element : array(name)) {
            values.add(object(name, isText(element) ? named(element) : element));
        }
        return values;
    }

    private static JsonObject named(JsonElement name) {
        JsonObject object = new JsonObject();
        object.add("name", name);
        return object;
    }

    /** True where the field is a text. */
    public boolean isText(String name) {
        return has(name) && isText(object.get(name));
    }

    /** True where the field is a list of texts. */
    public boolean isTexts(String name) {
        if (!has(name) || !object.get(name).isJsonArray()) {
            return false;
        }
        for (JsonElement element : object.get(name).getAsJsonArray()) {
            if (!isText(element)) {
                return false;
            }
        }
        return true;
    }

    /** An error about a field of this document. */
    public IOException wrong(String name, String must, Object found) {
        return new IOException(
                "has a wrong "
                        + document
                        + ": \""
                        + name
                        + "\" must be "
                        + must
                        + ", but is "
                        + shortened(String.valueOf(found))
                        + ".");
    }

    private JsonArray array(String name) throws IOException {
        JsonElement element = element(name);
        if (!element.isJsonArray()) {
            throw wrong(name, "a list", kind(element));
        }
        return element.getAsJsonArray();
    }

    private JsonFields object(String name, JsonElement element) throws IOException {
        if (!element.isJsonObject()) {
            throw wrong(name, "an object", kind(element));
        }
        return new JsonFields(document, element.getAsJsonObject());
    }

    private String text(String name, JsonElement element) throws IOException {
        if (!isText(element)) {
            throw wrong(name, "a text", kind(element));
        }
        String text = element.getAsString();
        if (text.length() > LONGEST_TEXT) {
            throw wrong(name, "at most " + LONGEST_TEXT + " characters long", text);
        }
        return text;
    }

    private double number(String name, JsonElement element) throws IOException {
        if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isNumber()) {
            throw wrong(name, "a number", kind(element));
        }
        return element.getAsDouble();
    }

    private long integer(String name, JsonElement element) throws IOException {
        double value = number(name, element);
        if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
            throw wrong(name, "a whole number", element.getAsString());
        }
        return (long) value;
    }

    private static boolean isText(JsonElement element) {
        return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
    }

    private static String kind(JsonElement element) {
        // NB: printing a list or an object would recurse as deep as the file wants.
        if (element.isJsonPrimitive()) {
            return "\"" + element.getAsString() + "\"";
        }
        return element.isJsonArray() ? "a list" : element.isJsonObject() ? "an object" : "null";
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }
}
