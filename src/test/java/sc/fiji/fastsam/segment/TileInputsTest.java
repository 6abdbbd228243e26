package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.tensor.Tensor;

class TileInputsTest {

    private static final List<Tile> TILES =
            Stream.of(0, 3, 7).map(x -> new Tile(new Region(x, 0, 5, 4), new Size(12, 4))).toList();

    private static Tensor input(Tile tile) {
        return Tensor.of(new float[] {tile.region().x()}, 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void inputsComeInTheOrderOfTheTilesEachMadeOnce(boolean ahead) {
        List<Integer> made = Collections.synchronizedList(new ArrayList<>());
        List<Float> got = new ArrayList<>();
        try (TileInputs inputs =
                new TileInputs(
                        TILES,
                        tile -> {
                            made.add(tile.region().x());
                            return input(tile);
                        },
                        ahead)) {
            for (int i = 0; i < TILES.size(); i++) {
                got.add(inputs.next().values()[0]);
            }
        }
        assertEquals(List.of(0f, 3f, 7f), got);
        assertEquals(List.of(0, 3, 7), made);
    }

    @Test
    void theNextInputIsMadeWhileThisOneIsUsed() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(2);
        try (TileInputs inputs =
                new TileInputs(
                        TILES,
                        tile -> {
                            second.countDown();
                            return input(tile);
                        },
                        true)) {
            inputs.next();
            second.await();
        }
    }

    @Test
    void whatGoesWrongWithAnInputIsToldWhenItIsAskedFor() {
        try (TileInputs inputs =
                new TileInputs(
                        TILES,
                        tile -> {
                            if (tile.region().x() == 3) {
                                throw new UncheckedIOException(
                                        "The image is damaged.", new IOException("is damaged."));
                            }
                            return input(tile);
                        },
                        true)) {
            inputs.next();
            UncheckedIOException e = assertThrows(UncheckedIOException.class, inputs::next);
            assertEquals("The image is damaged.", e.getMessage());
        }
    }
}
