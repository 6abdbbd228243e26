package sc.fiji.fastsam.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.link.MadeSequence.Seen;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;

/**
 * Cells in a field that move, push each other aside, leave, enter and divide; what is seen of them
 * is off by a little, and some are not seen. The same in every run.
 */
final class MadeCells {

    private final Random random;
    private final Wish wish;
    private final Size size;
    private final List<Cell> cells = new ArrayList<>();
    private final Map<Integer, Integer> parents = new HashMap<>();
    private int ids;

    private MadeCells(Wish wish, long seed) {
        this.wish = wish;
        this.random = new Random(seed);
        this.size = new Size(wish.side(), wish.side());
    }

    /**
     * What is made.
     *
     * @param cells at the beginning
     * @param frames number
     * @param side of the field, in pixels
     * @param diameter of a cell, in pixels
     * @param speed mean step a frame, in diameters
     * @param persistence 0 = each step in any direction, 1 = straight on
     * @param divisions a cell and frame
     * @param unseen part of the objects that are missing
     */
    record Wish(
            int cells,
            int frames,
            int side,
            double diameter,
            double speed,
            double persistence,
            double divisions,
            double unseen) {}

    static MadeSequence of(Wish wish, long seed) {
        MadeCells made = new MadeCells(wish, seed);
        for (int i = 0; i < wish.cells(); i++) {
            made.cells.add(made.new Cell(made.within(), made.within(), wish.diameter()));
        }
        for (int i = 0; i < 40; i++) {
            made.pushApart();
        }
        List<List<Seen>> planes = new ArrayList<>();
        for (int f = 0; f < wish.frames(); f++) {
            if (f > 0) {
                made.advance();
            }
            planes.add(made.seen());
        }
        return new MadeSequence(planes, made.parents);
    }

    private double within() {
        return random.nextDouble() * wish.side();
    }

    private void advance() {
        cells.forEach(Cell::step);
        List<Cell> dividing =
                cells.stream()
                        .filter(c -> c.age > 5 && random.nextDouble() < wish.divisions())
                        .toList();
        dividing.forEach(this::divide);
        for (int i = 0; i < 5; i++) {
            pushApart();
        }
        enter();
    }

    /** For each cell that left another enters at an edge. */
    private void enter() {
        int before = cells.size();
        cells.removeIf(c -> c.x < -5 || c.y < -5 || c.x > wish.side() + 5 || c.y > wish.side() + 5);
        int left = before - cells.size();
        for (int i = 0; i < left; i++) {
            boolean vertical = random.nextBoolean();
            double edge = random.nextBoolean() ? 0 : wish.side();
            Cell cell =
                    new Cell(
                            vertical ? edge : within(),
                            vertical ? within() : edge,
                            wish.diameter());
            cell.vx = Math.signum(wish.side() / 2.0 - cell.x) * wish.speed() * wish.diameter();
            cells.add(cell);
        }
    }

    private void divide(Cell parent) {
        cells.remove(parent);
        double angle = random.nextDouble() * Math.PI;
        double apart = parent.diameter * (0.36 + 0.08 * random.nextDouble());
        for (int sign = -1; sign <= 1; sign += 2) {
            Cell child =
                    new Cell(
                            parent.x + sign * apart * Math.cos(angle),
                            parent.y + sign * apart * Math.sin(angle),
                            parent.diameter * (0.68 + 0.08 * random.nextDouble()));
            parents.put(child.id, parent.id);
            cells.add(child);
        }
    }

    /** Cells overlap by a tenth of their diameter at most, mostly. */
    private void pushApart() {
        Map<Long, List<Cell>> grid = new HashMap<>();
        double side = 1.5 * wish.diameter();
        for (Cell c : cells) {
            grid.computeIfAbsent(key(c.x, c.y, side), k -> new ArrayList<>()).add(c);
        }
        for (Cell a : cells) {
            for (int i = -1; i <= 1; i++) {
                for (int j = -1; j <= 1; j++) {
                    for (Cell b :
                            grid.getOrDefault(
                                    key(a.x + i * side, a.y + j * side, side), List.of())) {
                        if (a.id < b.id) {
                            a.push(b);
                        }
                    }
                }
            }
        }
    }

    private static long key(double x, double y, double side) {
        return (long) Math.floor(x / side) * 100_003 + (long) Math.floor(y / side);
    }

    private List<Seen> seen() {
        List<Seen> seen = new ArrayList<>();
        for (Cell cell : cells) {
            boolean hidden = random.nextDouble() < wish.unseen();
            Mask mask = cell.outline();
            if (!hidden && mask.area() > 0.1 * cell.diameter * cell.diameter) {
                seen.add(new Seen(cell.id, mask));
            }
        }
        java.util.Collections.shuffle(seen, random);
        return seen;
    }

    private final class Cell {

        private final int id = ++ids;
        private double x;
        private double y;
        private double vx;
        private double vy;
        private double diameter;
        private final double longer = 1 + 0.4 * random.nextDouble();
        private double angle = random.nextDouble() * Math.PI;
        private int age;

        Cell(double x, double y, double diameter) {
            this.x = x;
            this.y = y;
            this.diameter = diameter;
            double step = wish.speed() * wish.diameter();
            double way = random.nextDouble() * 2 * Math.PI;
            vx = step * Math.cos(way);
            vy = step * Math.sin(way);
        }

        void step() {
            double step = wish.speed() * wish.diameter();
            double keep = wish.persistence();
            double way = random.nextDouble() * 2 * Math.PI;
            double change = Math.sqrt(1 - keep * keep) * step;
            vx = keep * vx + change * Math.cos(way);
            vy = keep * vy + change * Math.sin(way);
            x += vx;
            y += vy;
            angle += 0.1 * random.nextGaussian();
            diameter += 0.08 * (wish.diameter() - diameter);
            age++;
        }

        void push(Cell other) {
            double dx = other.x - x;
            double dy = other.y - y;
            double far = Math.max(1e-6, Math.hypot(dx, dy));
            double over = 0.45 * (diameter + other.diameter) - far;
            if (over > 0) {
                x -= 0.5 * over * dx / far;
                y -= 0.5 * over * dy / far;
                other.x += 0.5 * over * dx / far;
                other.y += 0.5 * over * dy / far;
            }
        }

        /** An ellipse, off by a twentieth of the diameter in place and size. */
        Mask outline() {
            double off = 0.04 * diameter;
            double cx = x + off * random.nextGaussian();
            double cy = y + off * random.nextGaussian();
            double scale = diameter / 2 * (1 + 0.06 * random.nextGaussian());
            return ellipse(
                    size, cx, cy, scale * Math.sqrt(longer), scale / Math.sqrt(longer), angle);
        }
    }

    /** The pixels of an ellipse inside a field. */
    static Mask ellipse(Size size, double cx, double cy, double a, double b, double angle) {
        double reach = Math.max(a, b) + 1;
        Region bounds =
                Region.ofPixelsTouching(MadeSequence.box(cx, cy, reach))
                        .intersection(Region.of(size));
        if (bounds.isEmpty()) {
            return Mask.ofRegion(bounds);
        }
        MaskBuilder builder = new MaskBuilder(bounds);
        for (int y = bounds.y(); y < bounds.yEnd(); y++) {
            for (int x = bounds.x(); x < bounds.xEnd(); x++) {
                double dx = x + 0.5 - cx;
                double dy = y + 0.5 - cy;
                double u = (dx * Math.cos(angle) + dy * Math.sin(angle)) / a;
                double v = (dy * Math.cos(angle) - dx * Math.sin(angle)) / b;
                if (u * u + v * v <= 1) {
                    builder.addRun(y, x, x + 1);
                }
            }
        }
        return builder.toMask();
    }
}
