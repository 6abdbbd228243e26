package sc.fiji.fastsam.io.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.fastsam.io.zarr.store.ArrayInfo;
import sc.fiji.fastsam.io.zarr.store.ZarrStore;

/** Versions of OME-Zarr that label images are written in: which files hold what. */
enum LabelVersion {
    /** In Zarr v2. */
    V04("0.4", ArrayInfo.V2, "", ".zmetadata") {
        @Override
        Map<String, JsonObject> group() {
            Map<String, JsonObject> files = new LinkedHashMap<>();
            files.put(Group.V2, zarr(2));
            files.put(Group.ATTRIBUTES, new JsonObject());
            return files;
        }

        @Override
        JsonObject ome(Map<String, JsonObject> group) {
            return group.get(Group.ATTRIBUTES);
        }

        @Override
        void stamp(JsonObject part) {
            part.addProperty("version", version());
        }

        @Override
        JsonObject array(JsonArray shape, JsonArray chunks, List<String> axes) {
            JsonObject array = zarr(2);
            array.add("shape", shape);
            array.add("chunks", chunks);
            array.addProperty("dtype", "<u4");
            array.add("compressor", LabelCompression.compressor());
            array.addProperty("fill_value", 0);
            array.addProperty("order", "C");
            array.add("filters", JsonNull.INSTANCE);
            array.addProperty("dimension_separator", "/");
            return array;
        }

        @Override
        String consolidatedKey(String file) {
            return file;
        }

        @Override
        JsonObject consolidated(JsonObject document) {
            return document;
        }
    },
    /** In Zarr v3. */
    V05("0.5", ArrayInfo.V3, "c/", ArrayInfo.V3) {
        @Override
        Map<String, JsonObject> group() {
            JsonObject group = zarr(3);
            group.addProperty("node_type", "group");
            Map<String, JsonObject> files = new LinkedHashMap<>();
            files.put(ArrayInfo.V3, group);
            return files;
        }

        @Override
        JsonObject ome(Map<String, JsonObject> group) {
            JsonObject ome = inner(inner(group.get(ArrayInfo.V3), "attributes"), "ome");
            ome.addProperty("version", version());
            return ome;
        }

        @Override
        void stamp(JsonObject part) {
            // NB: the version stands beside the parts.
        }

        @Override
        JsonObject array(JsonArray shape, JsonArray chunks, List<String> axes) {
            JsonObject array = zarr(3);
            array.addProperty("node_type", "array");
            array.add("shape", shape);
            array.addProperty("data_type", "uint32");
            array.add("chunk_grid", named("regular", field("chunk_shape", chunks)));
            array.add("chunk_key_encoding", named("default", field("separator", "/")));
            array.addProperty("fill_value", 0);
            JsonArray codecs = new JsonArray();
            codecs.add(named("bytes", field("endian", "little")));
            codecs.add(LabelCompression.codec());
            array.add("codecs", codecs);
            array.add("attributes", new JsonObject());
            JsonArray names = new JsonArray();
            axes.forEach(names::add);
            array.add("dimension_names", names);
            return array;
        }

        @Override
        String consolidatedKey(String file) {
            return file.substring(0, file.lastIndexOf('/'));
        }

        @Override
        JsonObject consolidated(JsonObject document) {
            return inner(document, "consolidated_metadata");
        }
    };

    private final String version;
    private final String arrayFile;
    private final String chunkPrefix;
    private final String consolidatedFile;

    LabelVersion(String version, String arrayFile, String chunkPrefix, String consolidatedFile) {
        this.version = version;
        this.arrayFile = arrayFile;
        this.chunkPrefix = chunkPrefix;
        this.consolidatedFile = consolidatedFile;
    }

    /** The version of an image's label images. */
    static LabelVersion of(ZarrStore image) throws IOException {
        return image.document(ArrayInfo.V3).isPresent() ? V05 : V04;
    }

    /** As "0.5". */
    String version() {
        return version;
    }

    /** File of an array's metadata. */
    String arrayFile() {
        return arrayFile;
    }

    /** What chunks' names begin with, below their array. */
    String chunkPrefix() {
        return chunkPrefix;
    }

    /** File of an image that may hold a copy of all metadata below it. */
    String consolidatedFile() {
        return consolidatedFile;
    }

    /** A group's documents by their file names. */
    abstract Map<String, JsonObject> group();

    /** Where the fields "multiscales", "labels" and so on of a group go; made if missing. */
    abstract JsonObject ome(Map<String, JsonObject> group);

    /** Writes the version into "multiscales" or "image-label", where it stands there. */
    abstract void stamp(JsonObject part);

    /** The document of an array of 32-bit unsigned integers whose fill value is 0. */
    abstract JsonObject array(JsonArray shape, JsonArray chunks, List<String> axes);

    /** The name of a document in the copy of all metadata, by its path below the image. */
    abstract String consolidatedKey(String file);

    /** The part of {@link #consolidatedFile} that has the copy as its "metadata". */
    abstract JsonObject consolidated(JsonObject document);

    private static JsonObject zarr(int format) {
        return field("zarr_format", format);
    }

    /** An object with a "name" and a "configuration". */
    static JsonObject named(String name, JsonObject configuration) {
        JsonObject object = field("name", name);
        object.add("configuration", configuration);
        return object;
    }

    private static JsonObject field(String name, Object value) {
        JsonObject object = new JsonObject();
        if (value instanceof Number number) {
            object.addProperty(name, number);
        } else if (value instanceof JsonArray array) {
            object.add(name, array);
        } else {
            object.addProperty(name, (String) value);
        }
        return object;
    }

    /** The object in a field, made if it is no object. */
    private static JsonObject inner(JsonObject object, String name) {
        if (!object.has(name) || !object.get(name).isJsonObject()) {
            object.add(name, new JsonObject());
        }
        return object.getAsJsonObject(name);
    }
}
