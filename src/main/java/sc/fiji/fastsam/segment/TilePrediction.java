package sc.fiji.fastsam.segment;

import java.util.List;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * What the network says of one tile.
 *
 * @param tile that was seen
 * @param letterbox from the tile (its first pixel is 0, 0) to the network's input
 * @param outputs the network's, in its declared order; not to be changed
 * @param note what a user should know of this run of the network; mostly empty
 */
record TilePrediction(Tile tile, Letterbox letterbox, List<Tensor> outputs, String note) {

    /** Without a note. */
    TilePrediction(Tile tile, Letterbox letterbox, List<Tensor> outputs) {
        this(tile, letterbox, outputs, "");
    }

    /** Bytes that the outputs take. */
    long bytes() {
        return outputs.stream().mapToLong(output -> 4L * output.values().length).sum();
    }
}
