package sc.fiji.fastsam.io.zarr.store;

import java.io.IOException;
import java.util.List;

/** Metadata of arrays as Zarr v3 writes it. */
final class ArrayV3 {

    private ArrayV3() {}

    /**
     * @param key of the document
     * @throws IOException if a field is missing or wrong, or the array of a kind that cannot be
     *     read
     */
    static ArrayInfo parse(String key, JsonFields fields) throws IOException {
        if (fields.integer("zarr_format") != 3 || !fields.text("node_type").equals("array")) {
            throw fields.wrong("node_type", "\"array\" of zarr_format 3", fields.text("node_type"));
        }
        JsonFields regular = fields.object("chunk_grid");
        if (!regular.text("name").equals("regular")) {
            throw fields.wrong("chunk_grid", "\"regular\"", regular.text("name"));
        }
        if (!fields.objects("storage_transformers").isEmpty()) {
            throw fields.wrong("storage_transformers", "empty", "a list");
        }
        long[] shape = fields.integers("shape");
        long[] shard = regular.object("configuration").integers("chunk_shape");
        CodecChain chain = CodecChain.parse(key, fields, shape.length);
        ChunkGrid grid = ChunkGrid.of(key, shape, shard, chain.chunk().orElse(shard));
        return new ArrayInfo(
                grid, format(fields, chain, grid), keys(fields), chain.shards(), names(fields));
    }

    private static ChunkFormat format(JsonFields fields, CodecChain chain, ChunkGrid grid)
            throws IOException {
        String name = fields.isText("data_type") ? fields.text("data_type") : "an object";
        ElementType type =
                ElementType.ofV3(name, chain.byteOrder())
                        .orElseThrow(() -> fields.wrong("data_type", Unsupported.TYPES, name));
        return new ChunkFormat(
                type, FillValue.of(fields, type), grid.strides(chain.axes()), chain.codecs());
    }

    private static ChunkKeys keys(JsonFields fields) throws IOException {
        JsonFields encoding = fields.object("chunk_key_encoding");
        String name = encoding.text("name");
        boolean plain = name.equals("v2");
        if (!plain && !name.equals("default")) {
            throw fields.wrong("chunk_key_encoding", "\"default\" or \"v2\"", name);
        }
        JsonFields configuration = encoding.objectOrEmpty("configuration");
        String separator = configuration.text("separator", plain ? "." : "/");
        if (!separator.equals("/") && !separator.equals(".")) {
            throw fields.wrong("separator", "\"/\" or \".\"", separator);
        }
        return new ChunkKeys(plain ? "" : "c" + separator, separator);
    }

    private static List<String> names(JsonFields fields) throws IOException {
        return fields.isTexts("dimension_names") ? fields.texts("dimension_names") : List.of();
    }
}
