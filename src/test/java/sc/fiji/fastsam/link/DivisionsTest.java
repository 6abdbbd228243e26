package sc.fiji.fastsam.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.link.Divisions.Division;
import sc.fiji.fastsam.mask.Mask;

/** Against all pairs tried one by one, by the numbers of rectangles. */
class DivisionsTest {

    private int chosen;

    @Test
    void divisionsAreThoseOfAllPairsTriedOneByOne() {
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            List<Region> tracks = new ArrayList<>();
            List<Region> spots = new ArrayList<>();
            int[] next = new int[1 + random.nextInt(4)];
            for (int t = 0; t < next.length; t++) {
                Region track = near(random, 30, 30, 20);
                tracks.add(track);
                for (int i = 0; i < 2; i++) {
                    spots.add(near(random, track.x() + i * 8, track.y(), 10));
                }
            }
            boolean[] free = new boolean[spots.size()];
            for (int i = 0; i < free.length; i++) {
                free[i] = random.nextInt(5) > 0;
            }
            for (int t = 0; t < next.length; t++) {
                next[t] = random.nextBoolean() ? -1 : random.nextInt(spots.size());
            }
            List<Spot> all = spots.stream().map(DivisionsTest::spot).toList();
            List<Division> found =
                    new Divisions(1, all, new Pairs(all))
                            .find(
                                    tracks.stream().map(t -> new Track(1, 0, spot(t), 0)).toList(),
                                    next,
                                    i -> free[i]);
            assertEquals(expected(tracks, spots, next, free), texts(found), "seed " + seed);
        }
        assertTrue(chosen > 300, "only " + chosen);
    }

    private static Region near(Random random, int x, int y, int side) {
        return new Region(
                x + random.nextInt(13) - 6,
                y + random.nextInt(13) - 6,
                side / 2 + random.nextInt(side / 2 + 1),
                side / 2 + random.nextInt(side + 1));
    }

    private static Spot spot(Region region) {
        return Spot.of(Mask.ofRegion(region));
    }

    private static List<String> texts(List<Division> divisions) {
        return divisions.stream().map(d -> d.track() + ":" + d.first() + "," + d.second()).toList();
    }

    private List<String> expected(
            List<Region> tracks, List<Region> spots, int[] next, boolean[] free) {
        List<Division> all = new ArrayList<>();
        for (int t = 0; t < next.length; t++) {
            for (int a = 0; a < spots.size(); a++) {
                for (int b = a + 1; b < spots.size(); b++) {
                    boolean oneGoesOn = next[t] == -1 || next[t] == a || next[t] == b;
                    boolean mayBe = (free[a] || next[t] == a) && (free[b] || next[t] == b);
                    double shift = shift(tracks.get(t), spots.get(a), spots.get(b));
                    if (oneGoesOn && mayBe && shift <= 0.5) {
                        all.add(new Division(t, a, b, shift));
                    }
                }
            }
        }
        all.sort(Comparator.comparingDouble(Division::shift));
        boolean[] ended = new boolean[next.length];
        boolean[] taken = new boolean[spots.size()];
        List<Division> best = new ArrayList<>();
        for (Division d : all) {
            if (!ended[d.track()] && !taken[d.first()] && !taken[d.second()]) {
                ended[d.track()] = true;
                taken[d.first()] = true;
                taken[d.second()] = true;
                best.add(d);
            }
        }
        chosen += best.size();
        return texts(best);
    }

    /** In diameters of the parent; infinite when they are no children. */
    private static double shift(Region parent, Region a, Region b) {
        double diameter = 2 * Math.sqrt(parent.area() / Math.PI);
        double sum = a.area() + b.area();
        long covered = parent.intersection(a).area() + parent.intersection(b).area();
        double x = (xCenter(a) + xCenter(b)) / 2 - xCenter(parent);
        double y = (yCenter(a) + yCenter(b)) / 2 - yCenter(parent);
        boolean fits =
                isSmallerAndNear(a, parent, diameter)
                        && isSmallerAndNear(b, parent, diameter)
                        && 2 * Math.min(a.area(), b.area()) >= Math.max(a.area(), b.area())
                        && sum >= 0.7 * parent.area()
                        && sum <= 1.4 * parent.area()
                        && covered >= 0.3 * parent.area();
        return fits ? Math.sqrt(x * x + y * y) / diameter : Double.POSITIVE_INFINITY;
    }

    private static boolean isSmallerAndNear(Region child, Region parent, double diameter) {
        double dx = xCenter(child) - xCenter(parent);
        double dy = yCenter(child) - yCenter(parent);
        return child.area() <= 0.72 * parent.area() && Math.sqrt(dx * dx + dy * dy) <= diameter;
    }

    private static double xCenter(Region region) {
        return region.x() + region.width() / 2.0;
    }

    private static double yCenter(Region region) {
        return region.y() + region.height() / 2.0;
    }
}
