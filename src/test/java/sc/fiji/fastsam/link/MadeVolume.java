package sc.fiji.fastsam.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.link.MadeSequence.Seen;
import sc.fiji.fastsam.mask.Mask;

/** Ellipsoids in a box, none inside another, cut into slices. The same in every run. */
final class MadeVolume {

    private MadeVolume() {}

    /**
     * What is made.
     *
     * @param bodies tried; those that would overlap one before are left out
     * @param slices number
     * @param side of each slice
     * @param diameter in the plane, in pixels, give or take a fifth
     * @param thickness along the slices, in slices, give or take a fifth
     * @param unseen part of the objects that are missing
     */
    record Wish(
            int bodies, int slices, int side, double diameter, double thickness, double unseen) {}

    private record Body(int id, double x, double y, double z, double a, double c) {

        boolean meets(Body o) {
            double flat = (a + o.a) / 2;
            double deep = (c + o.c) / 2;
            double dx = (x - o.x) / (2 * flat);
            double dy = (y - o.y) / (2 * flat);
            double dz = (z - o.z) / (2 * deep);
            return dx * dx + dy * dy + dz * dz < 0.95;
        }
    }

    static MadeSequence of(Wish wish, long seed) {
        Random random = new Random(seed);
        List<Body> bodies = bodies(wish, random);
        List<List<Seen>> planes = new ArrayList<>();
        for (int z = 0; z < wish.slices(); z++) {
            planes.add(cut(bodies, z, wish, random));
        }
        return new MadeSequence(planes, Map.of());
    }

    private static List<Body> bodies(Wish wish, Random random) {
        List<Body> bodies = new ArrayList<>();
        for (int i = 0; i < wish.bodies(); i++) {
            double like = 0.8 + 0.4 * random.nextDouble();
            Body body =
                    new Body(
                            bodies.size() + 1,
                            random.nextDouble() * wish.side(),
                            random.nextDouble() * wish.side(),
                            random.nextDouble() * wish.slices(),
                            like * wish.diameter() / 2,
                            like * wish.thickness() / 2);
            if (bodies.stream().noneMatch(body::meets)) {
                bodies.add(body);
            }
        }
        return bodies;
    }

    private static List<Seen> cut(List<Body> bodies, int z, Wish wish, Random random) {
        List<Seen> seen = new ArrayList<>();
        Size size = new Size(wish.side(), wish.side());
        for (Body body : bodies) {
            double deep = (z + 0.5 - body.z) / body.c;
            if (Math.abs(deep) < 1) {
                double r = body.a * Math.sqrt(1 - deep * deep) * (1 + 0.04 * random.nextGaussian());
                double x = body.x + 0.03 * body.a * random.nextGaussian();
                double y = body.y + 0.03 * body.a * random.nextGaussian();
                Mask mask = MadeCells.ellipse(size, x, y, r, r, 0);
                if (mask.area() >= 12 && random.nextDouble() >= wish.unseen()) {
                    seen.add(new Seen(body.id, mask));
                }
            }
        }
        java.util.Collections.shuffle(seen, random);
        return seen;
    }
}
