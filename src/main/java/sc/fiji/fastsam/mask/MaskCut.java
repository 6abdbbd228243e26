package sc.fiji.fastsam.mask;

import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.fastsam.geometry.Region;

/** Cuts a mask in parts along a line that crosses it. Takes the memory of some masks. */
public final class MaskCut {

    /** What a line cuts off is a part from this share of the mask's pixels on. */
    private static final double LEAST = 0.05;

    private final Mask mask;

    /** The mask without the line. */
    private final Mask rest;

    /** Those pieces of the rest that parts are made of. */
    private final Mask large;

    private MaskCut(Mask mask, Mask rest) {
        this.mask = mask;
        this.rest = rest;
        this.large = large();
    }

    /**
     * The parts of a mask, which have all of its pixels and none twice, the largest first. What is
     * less than a twentieth of the mask, and pieces that the line does not cross, belong to the
     * nearest part.
     *
     * @param line points of a line, in source pixels
     * @return the mask alone where the line does not cross it from side to side, or begins or ends
     *     in it
     */
    public static List<Mask> cut(Mask mask, List<? extends Point2D> line) {
        if (isIn(mask, line.get(0)) || isIn(mask, line.get(line.size() - 1))) {
            return List.of(mask);
        }
        MaskBuilder pixels = new MaskBuilder(mask.bounds());
        draw(line, mask.bounds(), pixels);
        Mask rest = mask.minus(pixels.toMask());
        if (rest.area() == mask.area()) {
            return List.of(mask);
        }
        MaskCut cut = new MaskCut(mask, rest);
        return cut.large.isEmpty() ? List.of(mask) : cut.parts();
    }

    private static boolean isIn(Mask mask, Point2D point) {
        return mask.contains(floor(point.getX()), floor(point.getY()));
    }

    /** NB: its pixels join at their sides, so that no piece reaches over a corner to the other. */
    private static void draw(List<? extends Point2D> points, Region bounds, MaskBuilder line) {
        line.add(floor(points.get(0).getX()), floor(points.get(0).getY()));
        for (int i = 1; i < points.size(); i++) {
            draw(points.get(i - 1), points.get(i), bounds, line);
        }
    }

    private static void draw(Point2D from, Point2D to, Region bounds, MaskBuilder line) {
        double width = to.getX() - from.getX();
        double height = to.getY() - from.getY();
        int steps = (int) Math.ceil(2 * from.distance(to));
        Range x = Range.of(from.getX(), width, bounds.x() - 1, bounds.xEnd() + 1);
        Range y = Range.of(from.getY(), height, bounds.y() - 1, bounds.yEnd() + 1);
        int first = (int) Math.max(1, Math.floor(steps * Math.max(x.low, y.low)));
        int last = (int) Math.min(steps, Math.ceil(steps * Math.min(x.high, y.high)));
        int lastY = floor(from.getY() + height * (first - 1) / steps);
        for (int k = first; k <= last; k++) {
            double share = (double) k / steps;
            int column = floor(from.getX() + share * width);
            int row = floor(from.getY() + share * height);
            line.add(column, lastY);
            line.add(column, row);
            lastY = row;
        }
    }

    /**
     * Shares of a way that lie within limits.
     *
     * @param low 0..1; above high where there are none
     * @param high 0..1
     */
    private record Range(double low, double high) {

        static Range of(double start, double way, double least, double most) {
            if (way == 0) {
                return start < least || start > most ? new Range(1, 0) : new Range(0, 1);
            }
            double one = (least - start) / way;
            double other = (most - start) / way;
            return new Range(Math.max(0, Math.min(one, other)), Math.min(1, Math.max(one, other)));
        }
    }

    private static int floor(double coordinate) {
        return (int) Math.floor(coordinate);
    }

    /** Large pieces that were one with another before. */
    private Mask large() {
        MaskPieces pieces = new MaskPieces(rest);
        MaskPieces before = new MaskPieces(mask);
        long[] areas = pieces.areas();
        int[] wholes = new int[areas.length];
        pieces.forEachRun((piece, y, x0, x1) -> wholes[piece] = before.nearest(y, x0, x1).piece());
        int[] counts = new int[before.count()];
        for (int piece = 0; piece < areas.length; piece++) {
            counts[wholes[piece]] += isLarge(areas[piece]) ? 1 : 0;
        }
        MaskBuilder builder = new MaskBuilder(mask.bounds());
        pieces.forEachRun(
                (piece, y, x0, x1) -> {
                    if (isLarge(areas[piece]) && counts[wholes[piece]] > 1) {
                        builder.addRun(y, x0, x1);
                    }
                });
        return builder.toMask();
    }

    private boolean isLarge(long area) {
        return area >= LEAST * mask.area();
    }

    private List<Mask> parts() {
        MaskPieces pieces = new MaskPieces(large);
        List<MaskBuilder> parts =
                Stream.generate(() -> new MaskBuilder(mask.bounds()))
                        .limit(pieces.count())
                        .toList();
        pieces.forEachRun((piece, y, x0, x1) -> parts.get(piece).addRun(y, x0, x1));
        addSmall(pieces, parts);
        addLine(pieces, parts);
        long[] areas = pieces.areas();
        return IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparingLong(piece -> -areas[piece]))
                .map(piece -> parts.get(piece).toMask())
                .sorted(Comparator.comparingLong(Mask::area).reversed())
                .toList();
    }

    /** NB: a small piece belongs as a whole to the part that it is nearest to. */
    private void addSmall(MaskPieces pieces, List<MaskBuilder> parts) {
        MaskPieces small = new MaskPieces(rest.minus(large));
        MaskPieces.Near[] near = new MaskPieces.Near[small.count()];
        Arrays.fill(near, MaskPieces.Near.NONE);
        small.forEachRun(
                (piece, y, x0, x1) -> near[piece] = pieces.nearest(y, x0, x1, near[piece]));
        small.forEachRun((piece, y, x0, x1) -> parts.get(near[piece].piece()).addRun(y, x0, x1));
    }

    private void addLine(MaskPieces pieces, List<MaskBuilder> parts) {
        mask.minus(rest)
                .forEachRun(
                        (y, x0, x1) -> {
                            for (int x = x0; x < x1; x++) {
                                parts.get(pieces.nearest(y, x, x + 1).piece()).add(x, y);
                            }
                        });
    }
}
