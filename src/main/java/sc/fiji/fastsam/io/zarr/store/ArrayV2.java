package sc.fiji.fastsam.io.zarr.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import sc.fiji.fastsam.io.zarr.codec.ByteCodec;

/** Metadata of arrays as Zarr v2 writes it. */
final class ArrayV2 {

    private static final String SEPARATOR = "dimension_separator";

    private ArrayV2() {}

    /**
     * @throws IOException if a field is missing or wrong, or the array of a kind that cannot be
     *     read
     */
    static ArrayInfo parse(ZarrStore store, String path, JsonFields fields) throws IOException {
        String key = ZarrStore.join(path, ArrayInfo.V2);
        if (fields.integer("zarr_format") != 2) {
            throw fields.wrong("zarr_format", "2", fields.integer("zarr_format"));
        }
        long[] chunks = fields.integers("chunks");
        ChunkGrid grid = ChunkGrid.of(key, fields.integers("shape"), chunks, chunks);
        ElementType type = type(fields);
        if (!fields.objects("filters").isEmpty()) {
            String filter = fields.objects("filters").get(0).text("id");
            throw Unsupported.codec(filter, key);
        }
        ChunkFormat format =
                new ChunkFormat(
                        type,
                        FillValue.of(fields, type),
                        grid.strides(order(fields, grid.rank())),
                        codecs(fields, key));
        ChunkKeys keys = new ChunkKeys("", separator(store, path, fields));
        return new ArrayInfo(grid, format, keys, Optional.empty(), List.of());
    }

    private static ElementType type(JsonFields fields) throws IOException {
        String name = fields.isText("dtype") ? fields.text("dtype") : "a list";
        return ElementType.ofV2(name)
                .orElseThrow(() -> fields.wrong("dtype", Unsupported.TYPES, name));
    }

    private static List<ByteCodec> codecs(JsonFields fields, String key) throws IOException {
        return fields.has("compressor")
                ? List.of(Unsupported.orElse(fields.object("compressor").text("id"), key))
                : List.of();
    }

    private static int[] order(JsonFields fields, int rank) throws IOException {
        String order = fields.text("order", "C");
        return switch (order) {
            case "C" -> IntStream.range(0, rank).toArray();
            case "F" -> IntStream.range(0, rank).map(i -> rank - 1 - i).toArray();
            default -> throw fields.wrong("order", "\"C\" or \"F\"", order);
        };
    }

    private static String separator(ZarrStore store, String path, JsonFields fields)
            throws IOException {
        if (!fields.has(SEPARATOR)) {
            return hasFolders(store.resolve(path)) ? "/" : ".";
        }
        String separator = fields.text(SEPARATOR);
        if (!separator.equals("/") && !separator.equals(".")) {
            throw fields.wrong(SEPARATOR, "\"/\" or \".\"", separator);
        }
        return separator;
    }

    /** True where the first chunk's folder is there, as in old stores that do not say so. */
    private static boolean hasFolders(Path array) throws IOException {
        try (DirectoryStream<Path> numbers = Files.newDirectoryStream(array, "[0-9]*")) {
            for (Path entry : numbers) {
                return Files.isDirectory(entry);
            }
            return false;
        }
    }
}
