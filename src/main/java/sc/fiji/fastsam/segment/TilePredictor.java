package sc.fiji.fastsam.segment;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import sc.fiji.fastsam.concurrent.Pipeline;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.NetworkInput;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.model.InputSpec;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.onnx.Inference;
import sc.fiji.fastsam.onnx.OnnxNetwork;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.tensor.Tensor;

/** Runs the network over images, tile by tile. */
final class TilePredictor {

    /** Greatest side of a tile, in network pixels, for networks of any size. */
    private static final int TILE_SIDE = 1024;

    /** Sides of the inputs of networks that want few shapes: windows, small planes, tiles. */
    private static final List<Integer> SQUARES = List.of(384, 640, TILE_SIDE);

    /** Overlap of tiles as a share of their side: about four objects of the usual size. */
    private static final double OVERLAP = 0.16;

    private final OnnxNetwork network;
    private final ModelSpec spec;
    private final Turns turns;
    private final int tilesAtWork;

    TilePredictor(OnnxNetwork network, ModelSpec spec) {
        this.network = network;
        this.spec = spec;
        this.turns = new Turns(network.runsAtOnce());
        network.prepare(usualShapes());
        this.tilesAtWork = network.runsAtOnce() + madeReady(network);
    }

    /** NB: none where a network takes one size only, gray alone, or colors as the last axis. */
    private List<int[]> usualShapes() {
        InputSpec input = spec.input();
        boolean any =
                input.fixedSize().isEmpty()
                        && !input.channelLast()
                        && input.info().shape().get(1) != 1;
        return any
                ? SQUARES.stream()
                        .filter(side -> side % spec.stride() == 0)
                        .map(side -> new int[] {1, 3, side, side})
                        .toList()
                : List.of();
    }

    /** Tiles that are made ready meanwhile; an accelerator takes them faster than a core can. */
    private static int madeReady(OnnxNetwork network) {
        int cores = Runtime.getRuntime().availableProcessors();
        return network.device() == Device.CPU ? 2 : Math.max(1, Math.min(6, cores / 2));
    }

    /** The tiles that cover a plane at a gain (network pixels per source pixel). */
    List<Tile> tiles(Size plane, double gain) {
        Optional<Size> fixed = spec.input().fixedSize();
        Size largest = fixed.orElse(new Size(TILE_SIDE, TILE_SIDE));
        int overlap = (int) (Math.min(largest.width(), largest.height()) * OVERLAP);
        boolean exact = fixed.isPresent() || network.wantsFewShapes();
        return new Tiling(largest, overlap, exact).cover(plane, gain);
    }

    /** Hands on each tile's raw results in the order of the tiles, and tells the progress. */
    void forEachTile(RgbPlane image, Scale scale, Run run, Consumer<TilePrediction> consumer) {
        if (scale.whole().isPresent()) {
            consumer.accept(scale.whole().get());
            return;
        }
        List<Tile> tiles = tiles(image.size(), scale.gain());
        AtomicInteger done = new AtomicInteger();
        run.finished(0, tiles.size());
        predict(
                image,
                tiles,
                scale.gain(),
                run,
                prediction -> {
                    consumer.accept(prediction);
                    run.finished(done.incrementAndGet(), tiles.size());
                });
    }

    /**
     * Hands on the raw results of some tiles in their order. As many as suit the device are in the
     * network at a time, and others are made ready meanwhile.
     */
    void predict(
            RgbPlane image,
            List<Tile> tiles,
            double gain,
            Run run,
            Consumer<TilePrediction> consumer) {
        long rank = Turns.rank();
        Pipeline.make(
                tiles.size(),
                tilesAtWork,
                i -> predict(image, tiles.get(i), gain, run, rank),
                consumer);
    }

    private TilePrediction predict(RgbPlane image, Tile tile, double gain, Run run, long rank) {
        Letterbox letterbox = letterbox(tile.region().size(), gain);
        Tensor input =
                run.measure("resize", () -> NetworkInput.of(image, tile.region(), letterbox));
        Inference inference = infer(input, run, rank);
        return new TilePrediction(tile, letterbox, inference.outputs(), inference.note());
    }

    private Inference infer(Tensor input, Run run, long rank) {
        try {
            BooleanSupplier canceled = run.progress()::isCanceled;
            return turns.take(
                    rank,
                    canceled,
                    () ->
                            run.measure(
                                    "network",
                                    () -> network.infer(spec.input().arrange(input), canceled)));
        } catch (CancellationException e) {
            throw run.canceled();
        }
    }

    private Letterbox letterbox(Size tile, double gain) {
        return spec.input()
                .fixedSize()
                .map(size -> Letterbox.scaledInto(tile, fitting(tile, gain, size), size))
                .orElseGet(() -> ofAnySize(tile, gain));
    }

    /** NB: few shapes are squares: a tile that needs less is padded. */
    private Letterbox ofAnySize(Size tile, double gain) {
        Letterbox exact = Letterbox.scaledBy(tile, gain, spec.stride());
        int longest = Math.max(exact.network().width(), exact.network().height());
        Optional<Size> square =
                SQUARES.stream()
                        .filter(side -> side >= longest && side % spec.stride() == 0)
                        .findFirst()
                        .map(side -> new Size(side, side));
        return network.wantsFewShapes() && square.isPresent()
                ? Letterbox.scaledInto(tile, gain, square.get())
                : exact;
    }

    /** The gain, lowered where rounding made the tile a little too large. */
    private static double fitting(Size tile, double gain, Size network) {
        double widest = (double) network.width() / tile.width();
        double highest = (double) network.height() / tile.height();
        return Math.min(gain, Math.min(widest, highest));
    }
}
