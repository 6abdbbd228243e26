package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Size;

/** Keeps the raw results of a plane's tiles as long as they fit into some memory. */
final class TileKeeper {

    private final long maxBytes;
    private final List<TilePrediction> tiles = new ArrayList<>();
    private Size size;
    private Scale scale;
    private long bytes;

    /**
     * @param maxBytes 0 = keep nothing
     */
    TileKeeper(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Tells the plane and its scale, before the first tile. */
    void begin(Size plane, Scale at) {
        size = plane;
        scale = at.withoutRaw();
    }

    void add(TilePrediction tile) {
        bytes += tile.bytes();
        if (bytes <= maxBytes) {
            tiles.add(tile);
        } else {
            tiles.clear();
        }
    }

    /** All tiles; nothing if they did not fit. */
    Optional<Prediction> toPrediction() {
        return bytes > maxBytes
                ? Optional.empty()
                : Optional.of(new Prediction(size, scale, tiles, Map.of()));
    }
}
