package sc.fiji.fastsam.io.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.geometry.TileGrid;
import sc.fiji.fastsam.io.PlaneIndex;

/**
 * A resolution level of a label image that is being written. Chunks of background alone are left
 * out. Not thread-safe.
 */
final class LabelLevel {

    private final Path folder;
    private final TileGrid grid;
    private final List<String> axes;
    private final String prefix;
    private final byte[] chunk = new byte[4 * LabelMetadata.CHUNK * LabelMetadata.CHUNK];

    /**
     * @param folder of the array
     * @param axes their names in order
     * @param prefix what chunks' names begin with
     */
    LabelLevel(Path folder, Size size, List<String> axes, String prefix) {
        this.folder = folder;
        this.grid = new TileGrid(size, new Size(LabelMetadata.CHUNK, LabelMetadata.CHUNK));
        this.axes = List.copyOf(axes);
        this.prefix = prefix;
    }

    /** Its chunks. */
    TileGrid grid() {
        return grid;
    }

    /**
     * Writes a chunk.
     *
     * @param labels of the chunk's region, row by row
     */
    void write(PlaneIndex plane, int row, int column, int[] labels) throws IOException {
        Region region = grid.region(column, row);
        Arrays.fill(chunk, (byte) 0);
        ByteBuffer out = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        int any = 0;
        for (int i = 0; i < labels.length; i++) {
            int at = i / region.width() * LabelMetadata.CHUNK + i % region.width();
            any |= labels[i];
            out.putInt(4 * at, labels[i]);
        }
        if (any != 0) {
            Path file = folder.resolve(key(plane, row, column));
            Files.createDirectories(file.getParent());
            Files.write(file, LabelCompression.compress(chunk));
        }
    }

    private String key(PlaneIndex plane, int row, int column) {
        List<String> parts =
                axes.stream()
                        .map(
                                axis ->
                                        switch (axis) {
                                            case "t" -> plane.frame();
                                            case "c" -> plane.channel();
                                            case "z" -> plane.slice();
                                            case "y" -> row;
                                            default -> column;
                                        })
                        .map(String::valueOf)
                        .toList();
        return prefix + String.join("/", parts);
    }
}
