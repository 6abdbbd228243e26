package sc.fiji.fastsam.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.geometry.TileGrid;
import sc.fiji.fastsam.mask.Mask;

/** Which masks reach into which square of a plane. Immutable. */
final class MaskSquares {

    /** Side of the squares: that of the tiles in which labels are written. */
    private static final int SIDE = 512;

    private final List<Mask> masks;
    private final TileGrid squares;
    private final int[][] reaching;

    /** Two masks with common pixels, by their places in the list. */
    record Overlap(int lower, int upper) {}

    /**
     * @param masks inside the plane
     */
    MaskSquares(Size plane, List<Mask> masks) {
        this.masks = masks;
        this.squares = new TileGrid(plane, new Size(SIDE, SIDE));
        IntStream.Builder[] builders = new IntStream.Builder[Math.toIntExact(squares.count())];
        Arrays.setAll(builders, i -> IntStream.builder());
        for (int i = 0; i < masks.size(); i++) {
            int place = i;
            of(masks.get(i).bounds()).forEach(square -> builders[square].add(place));
        }
        this.reaching = Arrays.stream(builders).map(b -> b.build().toArray()).toArray(int[][]::new);
    }

    /** Squares that a region touches. */
    private IntStream of(Region region) {
        return region.isEmpty()
                ? IntStream.empty()
                : IntStream.rangeClosed(region.y() / SIDE, (region.yEnd() - 1) / SIDE)
                        .flatMap(row -> ofRow(region, row));
    }

    private IntStream ofRow(Region region, int row) {
        return IntStream.rangeClosed(region.x() / SIDE, (region.xEnd() - 1) / SIDE)
                .map(column -> row * squares.across() + column);
    }

    /** Places of the masks whose bounds reach into a region, in their order. */
    IntStream reaching(Region region) {
        int[] touched = of(region).toArray();
        IntStream near =
                touched.length == 1
                        ? Arrays.stream(reaching[touched[0]])
                        : Arrays.stream(touched)
                                .flatMap(square -> Arrays.stream(reaching[square]))
                                .sorted()
                                .distinct();
        return near.filter(i -> !masks.get(i).bounds().intersection(region).isEmpty());
    }

    /** All pairs of masks that have common pixels, each once. */
    List<Overlap> overlaps() {
        return IntStream.range(0, reaching.length)
                .parallel()
                .mapToObj(this::overlaps)
                .flatMap(List::stream)
                .toList();
    }

    /** NB: from left to right, so that few that lie apart are compared. */
    private List<Overlap> overlaps(int square) {
        List<Integer> byColumn =
                Arrays.stream(reaching[square])
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> masks.get(i).bounds().x()))
                        .toList();
        List<Overlap> overlaps = new ArrayList<>();
        for (int a = 0; a < byColumn.size(); a++) {
            Mask mask = masks.get(byColumn.get(a));
            for (int b = a + 1; b < byColumn.size(); b++) {
                Mask other = masks.get(byColumn.get(b));
                if (other.bounds().x() >= mask.bounds().xEnd()) {
                    break;
                }
                if (isFirst(square, mask.bounds().intersection(other.bounds()))
                        && mask.intersectionArea(other) > 0) {
                    int one = byColumn.get(a);
                    int two = byColumn.get(b);
                    overlaps.add(new Overlap(Math.min(one, two), Math.max(one, two)));
                }
            }
        }
        return overlaps;
    }

    /** True when a region's first pixel lies in a square. */
    private boolean isFirst(int square, Region region) {
        return !region.isEmpty()
                && square == region.y() / SIDE * squares.across() + region.x() / SIDE;
    }
}
