package sc.fiji.fastsam.segment;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * A network's inputs of tiles, one after the other; perhaps the next one is made while the network
 * has this one. Not thread-safe; closing waits for what is being made.
 */
final class TileInputs implements AutoCloseable {

    private final List<Tile> tiles;
    private final Function<Tile, Tensor> maker;
    private final boolean ahead;
    private int taken;
    private Optional<ForkJoinTask<Tensor>> next = Optional.empty();

    /**
     * @param maker makes an input, on whatever thread
     * @param ahead whether the next one is made while this one is used
     */
    TileInputs(List<Tile> tiles, Function<Tile, Tensor> maker, boolean ahead) {
        this.tiles = tiles;
        this.maker = maker;
        this.ahead = ahead;
    }

    /**
     * The input of the next tile, of which there must be one.
     *
     * @throws RuntimeException as the maker throws
     */
    Tensor next() {
        Tensor input = next.map(ForkJoinTask::join).orElseGet(() -> maker.apply(tiles.get(taken)));
        taken++;
        next =
                ahead && taken < tiles.size()
                        ? Optional.of(begin(tiles.get(taken)))
                        : Optional.empty();
        return input;
    }

    private ForkJoinTask<Tensor> begin(Tile tile) {
        return ForkJoinPool.commonPool().submit(() -> maker.apply(tile));
    }

    @Override
    public void close() {
        next.ifPresent(ForkJoinTask::quietlyJoin);
    }
}
