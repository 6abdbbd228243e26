package sc.fiji.fastsam.io.zarr.store;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import sc.fiji.fastsam.io.zarr.codec.ByteCodec;

/**
 * The codecs of a Zarr v3 array: at most axes in another order, elements to bytes, and
 * compressions; or a shard of chunks that are stored so. Read once; holds its arrays without a
 * copy.
 */
final class CodecChain {

    private static final String TRANSPOSE = "transpose";
    private static final String SHARDING = "sharding_indexed";
    private static final String CRC32C = "crc32c";

    private final String key;
    private final List<ByteCodec> codecs = new ArrayList<>();
    private int[] axes;
    private ByteOrder byteOrder = ByteOrder.LITTLE_ENDIAN;
    private Optional<long[]> chunk = Optional.empty();
    private Optional<ShardFormat> shards = Optional.empty();

    private CodecChain(String key, int rank) {
        this.key = key;
        axes = IntStream.range(0, rank).toArray();
    }

    /**
     * Reads the field "codecs".
     *
     * @param key of the document, for messages
     * @param rank number of axes
     * @throws IOException if a codec is unknown or at a place where it cannot be
     */
    static CodecChain parse(String key, JsonFields array, int rank) throws IOException {
        CodecChain chain = new CodecChain(key, rank);
        List<JsonFields> codecs = array.namedObjects("codecs");
        boolean sharded = !codecs.isEmpty() && codecs.get(0).text("name").equals(SHARDING);
        if (sharded && codecs.size() == 1) {
            chain.parseShards(codecs.get(0).object("configuration"));
        } else {
            chain.parseChunks(codecs);
        }
        return chain;
    }

    private void parseShards(JsonFields sharding) throws IOException {
        chunk = Optional.of(sharding.integers("chunk_shape"));
        String place = sharding.text("index_location", "end");
        if (!place.equals("end") && !place.equals("start")) {
            throw sharding.wrong("index_location", "\"start\" or \"end\"", place);
        }
        List<JsonFields> index = sharding.namedObjects("index_codecs");
        boolean checked = index.size() == 2 && index.get(1).text("name").equals(CRC32C);
        boolean plain = index.size() == 1 || checked;
        if (!plain || !index.get(0).text("name").equals("bytes") || isBig(index.get(0))) {
            throw sharding.wrong(
                    "index_codecs", "little endian bytes, perhaps with crc32c", "others");
        }
        shards = Optional.of(new ShardFormat(place.equals("start"), checked));
        parseChunks(sharding.namedObjects("codecs"));
    }

    private void parseChunks(List<JsonFields> list) throws IOException {
        int next = 0;
        while (next < list.size() && list.get(next).text("name").equals(TRANSPOSE)) {
            transpose(list.get(next++).object("configuration"));
        }
        String name = next < list.size() ? list.get(next).text("name") : "nothing";
        if (!name.equals("bytes")) {
            throw Unsupported.codec(name, key);
        }
        byteOrder = isBig(list.get(next++)) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        for (JsonFields codec : list.subList(next, list.size())) {
            codecs.add(Unsupported.orElse(codec.text("name"), key));
        }
    }

    private void transpose(JsonFields configuration) throws IOException {
        long[] order = order(configuration);
        int[] before = axes;
        boolean[] seen = new boolean[before.length];
        int[] after = new int[before.length];
        for (int i = 0; i < after.length; i++) {
            long axis = order.length == after.length ? order[i] : -1;
            if (axis < 0 || axis >= after.length || seen[(int) axis]) {
                throw configuration.wrong("order", "each axis once", "something else");
            }
            seen[(int) axis] = true;
            after[i] = before[(int) axis];
        }
        axes = after;
    }

    private long[] order(JsonFields configuration) throws IOException {
        int rank = axes.length;
        if (!configuration.isText("order")) {
            return configuration.integers("order");
        }
        String order = configuration.text("order");
        return switch (order) {
            case "C" -> IntStream.range(0, rank).asLongStream().toArray();
            case "F" -> IntStream.range(0, rank).mapToLong(i -> rank - 1 - i).toArray();
            default -> throw configuration.wrong("order", "\"C\", \"F\" or a list", order);
        };
    }

    private static boolean isBig(JsonFields bytes) throws IOException {
        JsonFields configuration = bytes.objectOrEmpty("configuration");
        String endian = configuration.text("endian", "little");
        if (!endian.equals("little") && !endian.equals("big")) {
            throw configuration.wrong("endian", "\"little\" or \"big\"", endian);
        }
        return endian.equals("big");
    }

    /** Compressions in the order in which they were applied. */
    List<ByteCodec> codecs() {
        return List.copyOf(codecs);
    }

    /** The array's axes in the order in which they lie in a decoded chunk, the last fastest. */
    int[] axes() {
        return axes;
    }

    /** Order of the bytes of an element. */
    ByteOrder byteOrder() {
        return byteOrder;
    }

    /** Size of a chunk in a shard; empty without shards. */
    Optional<long[]> chunk() {
        return chunk;
    }

    /** How shards are stored; empty without shards. */
    Optional<ShardFormat> shards() {
        return shards;
    }
}
