package sc.fiji.fastsam.segment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.fastsam.geometry.Size;

/**
 * The network's raw results for a plane: what is slow to get and does not change with the settings
 * that come after the network. Immutable; {@link Segmenter#assemble} makes objects of it.
 */
public final class Prediction {

    private final Size size;
    private final Levels levels;
    private final List<List<TilePrediction>> tiles;
    private final Map<String, Double> milliseconds;

    /**
     * @param tiles of each level
     */
    Prediction(
            Size size,
            Levels levels,
            List<List<TilePrediction>> tiles,
            Map<String, Double> milliseconds) {
        this.size = size;
        this.levels = levels.withoutRaw();
        this.tiles = tiles.stream().map(List::copyOf).toList();
        this.milliseconds = new LinkedHashMap<>(milliseconds);
    }

    /** Size of the plane, in source pixels. */
    public Size size() {
        return size;
    }

    Levels levels() {
        return levels;
    }

    /** Memory that the raw results take. */
    public long bytes() {
        return tiles.stream().flatMap(List::stream).mapToLong(TilePrediction::bytes).sum();
    }

    /** The same raw results with the time that each stage took. */
    Prediction withTimes(Map<String, Double> times) {
        return new Prediction(size, levels, tiles, times);
    }

    /** The same raw results, as one has them that did not wait for the network. */
    Prediction withoutTimes() {
        return new Prediction(size, levels, tiles, Map.of());
    }

    /** The raw results of a level. */
    List<TilePrediction> tiles(int level) {
        return tiles.get(level);
    }

    Map<String, Double> milliseconds() {
        return milliseconds;
    }
}
