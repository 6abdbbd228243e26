package sc.fiji.fastsam.io.zarr.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.math.BigInteger;

/** Reads a JSON document whole, unless it is deeper or larger than metadata ever is. */
final class JsonTree {

    private static final int DEEPEST = 64;
    private static final int MOST_VALUES = 500_000;

    /** NB: the copy of a plate of 384 wells, nine fields each, has more values than metadata. */
    private static final int MOST_OF_COPIES = 1 << 22;

    private static final int MOST_DIGITS = 40;

    /** A copy of all metadata below, which may be long and is not read from. */
    private static final String CONSOLIDATED = "consolidated_metadata";

    private final JsonReader reader;
    private final boolean whole;
    private int values;

    private JsonTree(Reader in, boolean whole) {
        this.whole = whole;
        reader = new JsonReader(in);
        // NB: Python writes NaN and Infinity, which strict JSON does not know.
        reader.setLenient(true);
    }

    /**
     * @param whole false leaves out {@link #CONSOLIDATED}
     * @throws IOException if it is not one JSON value or too large; the message is a clause
     */
    static JsonElement read(Reader in, boolean whole) throws IOException {
        JsonTree tree = new JsonTree(in, whole);
        JsonElement root = tree.value(0);
        if (tree.reader.peek() != JsonToken.END_DOCUMENT) {
            throw new IOException("something follows its end");
        }
        return root;
    }

    private JsonElement value(int depth) throws IOException {
        int most = whole ? MOST_OF_COPIES : MOST_VALUES;
        if (depth > DEEPEST || ++values > most) {
            throw new IOException("it has more than " + most + " values or 64 levels");
        }
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(depth);
            case BEGIN_ARRAY -> array(depth);
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NUMBER -> number(reader.nextString());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            default -> new JsonPrimitive(reader.nextString());
        };
    }

    private JsonObject object(int depth) throws IOException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (!whole && name.equals(CONSOLIDATED)) {
                reader.skipValue();
            } else {
                object.add(name, value(depth + 1));
            }
        }
        reader.endObject();
        return object;
    }

    private JsonArray array(int depth) throws IOException {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value(depth + 1));
        }
        reader.endArray();
        return array;
    }

    /** Whole numbers exactly, others as doubles. */
    private static JsonPrimitive number(String text) {
        boolean whole = text.length() <= MOST_DIGITS && text.matches("-?[0-9]+");
        return whole
                ? new JsonPrimitive(new BigInteger(text))
                : new JsonPrimitive(Double.valueOf(text));
    }
}
