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
    private final Scale scale;
    private final List<TilePrediction> tiles;
    private final Map<String, Double> milliseconds;

    Prediction(
            Size size, Scale scale, List<TilePrediction> tiles, Map<String, Double> milliseconds) {
        this.size = size;
        this.scale = scale.withoutRaw();
        this.tiles = List.copyOf(tiles);
        this.milliseconds = new LinkedHashMap<>(milliseconds);
    }

    /** Size of the plane, in source pixels. */
    public Size size() {
        return size;
    }

    /** Network pixels per source pixel. */
    public double gain() {
        return scale.gain();
    }

    Scale scale() {
        return scale;
    }

    /** Memory that the raw results take. */
    public long bytes() {
        return tiles.stream().mapToLong(TilePrediction::bytes).sum();
    }

    /** The same raw results, as one has them that did not wait for the network. */
    Prediction withoutTimes() {
        return new Prediction(size, scale, tiles, Map.of());
    }

    List<TilePrediction> tiles() {
        return tiles;
    }

    Map<String, Double> milliseconds() {
        return milliseconds;
    }
}
