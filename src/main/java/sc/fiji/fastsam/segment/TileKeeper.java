package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Size;

/** Keeps the raw results of a plane's tiles as long as they fit into some memory. */
final class TileKeeper {

    private final long maxBytes;
    private final List<List<TilePrediction>> tiles = new ArrayList<>();
    private Size size;
    private Levels levels;
    private long bytes;

    /**
     * @param maxBytes 0 = keep nothing
     */
    TileKeeper(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Tells the plane and its levels, before the first tile. */
    void begin(Size plane, Levels all) {
        size = plane;
        levels = all.withoutRaw();
        all.levels().forEach(level -> tiles.add(new ArrayList<>()));
    }

    void add(int level, TilePrediction tile) {
        bytes += tile.bytes();
        if (bytes <= maxBytes) {
            tiles.get(level).add(tile);
        } else {
            tiles.forEach(List::clear);
        }
    }

    /** All tiles; nothing if they did not fit. */
    Optional<Prediction> toPrediction() {
        return bytes > maxBytes
                ? Optional.empty()
                : Optional.of(new Prediction(size, levels, tiles, Map.of()));
    }
}
