package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

class LevelSearchTest {

    private static final Size PLANE = new Size(640, 512);

    private final List<Double> looks = new ArrayList<>();

    /** Sees squares of 12 to 150 network pixels, and those below a size with doubt. */
    private class Eye implements Sight {
        private final List<Look.Seen> scene;
        private final double sureFrom;

        Eye(List<Look.Seen> scene) {
            this(scene, 0);
        }

        Eye(List<Look.Seen> scene, double sureFrom) {
            this.scene = scene;
            this.sureFrom = sureFrom;
        }

        @Override
        public Look whole(double gain) {
            return look(gain, List.of(Region.of(PLANE)));
        }

        @Override
        public Look windows(double gain) {
            throw new AssertionError("levels need no such look");
        }

        @Override
        public Look around(double gain, List<Box> places) {
            int side = (int) (384 / gain);
            Box best = places.get(0);
            return look(
                    gain,
                    List.of(
                            new Region(
                                    (int) best.xCenter() - side / 2,
                                    (int) best.yCenter() - side / 2,
                                    side,
                                    side)));
        }

        private Look look(double gain, List<Region> parts) {
            looks.add(gain);
            List<Look.Seen> seen =
                    scene.stream()
                            .filter(s -> s.box().width() * gain >= 12)
                            .filter(s -> s.box().width() * gain <= 150)
                            .filter(s -> parts.stream().anyMatch(p -> isIn(s.box(), p)))
                            .map(s -> s.box().width() * gain < sureFrom ? doubtful(s) : s)
                            .toList();
            return new Look(gain, OptionalDouble.empty(), 0.9, 0.9, seen, parts, Optional.empty());
        }

        private static Look.Seen doubtful(Look.Seen seen) {
            return new Look.Seen(seen.box(), 0.55f);
        }

        private static boolean isIn(Box box, Region part) {
            return box.intersection(part.toBox()).area() > 0.5 * box.area();
        }
    }

    private static Look.Seen square(float x, float y, float side) {
        return new Look.Seen(new Box(x, y, x + side, y + side), 0.9f);
    }

    /** Four large ones of 160 pixels, in each of which lie small ones of 20. */
    private static List<Look.Seen> embryos(int each) {
        List<Look.Seen> scene = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            float x = 40 + 220 * (i % 2);
            float y = 40 + 200 * (i / 2);
            scene.add(square(x, y, 160));
            for (int n = 0; n < each; n++) {
                scene.add(square(x + 10 + 40 * (n % 3), y + 10 + 40 * (n / 3), 20));
            }
        }
        return scene;
    }

    private Levels find(List<Look.Seen> scene, double gain) {
        return find(new Eye(scene), gain);
    }

    private Levels find(Eye eye, double gain) {
        return find(eye, gain, false);
    }

    private Levels find(Eye eye, double gain, boolean parts) {
        Scale main = new Scale(gain, true, Optional.of(eye.whole(gain)), Optional.empty(), parts);
        looks.clear();
        return new LevelSearch(44, PLANE, eye, false).find(main);
    }

    @Test
    void smallObjectsInTheOnesSeenAreASecondLevel() {
        Levels levels = find(embryos(9), 0.3);
        assertEquals(2, levels.count());
        assertEquals(0, levels.main());
        assertEquals(0.94 * 20, levels.levels().get(1).diameter(), 1e-3);
        assertEquals(44 / (0.94 * 20), levels.scale(1).gain(), 1e-3);
        assertEquals(Math.sqrt(44 / 0.3 * 0.94 * 20), levels.leastDiameter(0), 1e-3);
    }

    @Test
    void largeObjectsRoundTheOnesSeenAreAFirstLevel() {
        Levels levels = find(embryos(9), 2.2);
        assertEquals(2, levels.count());
        assertEquals(1, levels.main());
        assertEquals(0.94 * 160, levels.levels().get(0).diameter(), 1e-3);
        assertEquals(0.94 * 20, levels.levels().get(1).diameter(), 1e-3, "as seen");
        assertEquals(List.of(1.0, 0.4), looks, "the look from afar is there already");
    }

    /** NB: from afar the one that holds nothing is not seen, and the others are with doubt. */
    @Test
    void aLookThatIsSureIsBelievedBesideOneThatShowsMoreNesting() {
        List<Look.Seen> scene = embryos(9);
        scene.add(square(480, 40, 110));
        Eye eye =
                new Eye(scene, 60) {
                    @Override
                    public Look whole(double gain) {
                        return gain > 0.3 ? super.whole(gain) : without(110, super.whole(gain));
                    }
                };
        Levels levels = find(eye, 1.8);
        assertEquals(List.of(0.45, 0.18), looks);
        assertEquals(2, levels.count());
        assertEquals(0.45, levels.scale(0).gain(), 1e-3);
    }

    private static Look without(float side, Look look) {
        return with(look, look.seen().stream().filter(s -> s.box().width() != side).toList());
    }

    private static Look with(Look look, List<Look.Seen> seen) {
        return new Look(
                look.gain(),
                look.diameter(),
                look.bestScore(),
                look.quality(),
                seen,
                look.parts(),
                look.whole());
    }

    /** Twelve cells of 78 pixels, in each of which a nucleus of 45 lies. */
    private static List<Look.Seen> cells() {
        List<Look.Seen> scene = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            float x = 20 + 150 * (i % 4);
            float y = 20 + 150 * (i / 4);
            scene.add(square(x, y, 78));
            scene.add(square(x + 15, y + 15, 45));
        }
        return scene;
    }

    @Test
    void largerObjectsThatAreSeenWithDoubtAreLookedAtFromNearer() {
        Levels levels = find(new Eye(cells(), 40), 1);
        assertEquals(2, levels.count());
        assertEquals(1, levels.main());
        assertEquals(List.of(0.25, 1 / 1.6), looks);
        assertEquals(0.94 * 78, levels.levels().get(0).diameter(), 1e-3);
    }

    /** Sees nothing from far off, and cells beside their nuclei from near as told. */
    private Eye nearSighted(boolean cellsFromNear) {
        return new Eye(cells()) {
            @Override
            public Look whole(double gain) {
                Look look = super.whole(gain);
                boolean cells = gain < 1 || cellsFromNear;
                return gain < 0.5 ? with(look, List.of()) : cells ? look : without(78, look);
            }
        };
    }

    @Test
    void cellsLittleLargerThanTheirNucleiAreLookedForWhereSomeAreSeenBesideThem() {
        Levels levels = find(nearSighted(true), 1);
        assertEquals(List.of(0.25, 1 / 1.6), looks);
        assertEquals(2, levels.count());
        assertEquals(1, levels.main());
        assertEquals(0.94 * 78, levels.levels().get(0).diameter(), 1e-3);
        assertEquals(1, find(nearSighted(false), 1).count());
        assertEquals(List.of(0.25), looks.subList(0, 1));
        assertTrue(looks.stream().noneMatch(gain -> gain == 1 / 1.6), "no hint, no look");
    }

    @Test
    void suchCellsAreLookedForFromTwoPlaces() {
        Eye eye =
                new Eye(cells()) {
                    @Override
                    public Look whole(double gain) {
                        Look look = super.whole(gain);
                        return gain == 1 || gain == 1 / 2.2 ? look : with(look, List.of());
                    }
                };
        assertEquals(2, find(eye, 1).count());
        assertEquals(List.of(0.25, 1 / 1.6, 1 / 2.2), looks);
    }

    /** Sees the small ones with a score from four times as near as the large ones, and another. */
    private Eye embryos(float far, float near) {
        return seen(embryos(9), far, near);
    }

    private Eye seen(List<Look.Seen> scene, float far, float near) {
        return new Eye(scene) {
            @Override
            public Look around(double gain, List<Box> places) {
                Look look = super.around(gain, places);
                float score = gain < 2 ? far : near;
                return with(
                        look,
                        look.seen().stream().map(s -> new Look.Seen(s.box(), score)).toList());
            }
        };
    }

    @Test
    void smallerObjectsThatAreSeenWithDoubtAreSeenClearlyFromNearerOrAreNone() {
        assertEquals(2, find(embryos(0.45f, 0.65f), 0.3).count());
        assertEquals(44 / (0.94 * 20), looks.get(looks.size() - 1), 1e-3);
        assertEquals(1, find(embryos(0.45f, 0.55f), 0.3).count());
        assertEquals(2, find(embryos(0.55f, 0.55f), 0.3).count());
    }

    @Test
    void whatSeemedPartsIsASecondLevelOnlyWhereItIsSeenWell() {
        assertEquals(2, find(embryos(0.55f, 0.75f), 0.3, true).count());
        assertEquals(1, find(embryos(0.55f, 0.62f), 0.3, true).count());
    }

    /** NB: five of them are in the window, one whole and half of each neighbor. */
    @Test
    void whatSeemedPartsIsASecondLevelWhereAllOfManyHoldSome() {
        List<Look.Seen> scene = new ArrayList<>(tissue(1, 1));
        for (int i = 0; i < 12; i++) {
            if (i != 5) {
                scene.addAll(tissue(i % 4, i / 4));
            }
        }
        assertEquals(2, find(seen(scene, 0.55f, 0.62f), 0.3, true).count());
        assertEquals(1, find(seen(scene, 0.55f, 0.58f), 0.3, true).count());
    }

    /** A cell of 150 pixels at a place in a grid, and four small ones of 20 in it. */
    private static List<Look.Seen> tissue(int column, int row) {
        List<Look.Seen> scene = new ArrayList<>();
        float x = 20 + 150 * column;
        float y = 20 + 150 * row;
        scene.add(square(x, y, 150));
        for (int n = 0; n < 4; n++) {
            scene.add(square(x + 30 + 70 * (n % 2), y + 30 + 70 * (n / 2), 20));
        }
        return scene;
    }

    /** Four large ones of 160 pixels, in each of which lie nuclei of 8. */
    private static List<Look.Seen> fullOfNuclei(int each) {
        List<Look.Seen> scene = embryos(0);
        for (Look.Seen embryo : embryos(0)) {
            for (int n = 0; n < each; n++) {
                float x = embryo.box().x0() + 20 + 30 * (n % 4);
                scene.add(square(x, embryo.box().y0() + 20 + 30 * (n / 4), 8));
            }
        }
        return scene;
    }

    @Test
    void crowdsThatAreTooSmallForTheFirstLookAreSeenInASecondOne() {
        Levels levels = find(fullOfNuclei(12), 0.3);
        assertEquals(List.of(1.2, 1.6 * 1.2), looks.subList(looks.size() - 2, looks.size()));
        assertEquals(2, levels.count());
        assertEquals(0.94 * 8, levels.levels().get(1).diameter(), 1e-3);
        assertEquals(1, find(fullOfNuclei(9), 0.3).count(), "no crowd");
    }

    @Test
    void nearerImagesHaveNoSecondLook() {
        assertEquals(1, find(fullOfNuclei(0), 0.7).count());
        assertEquals(2.8, looks.get(looks.size() - 1), 1e-9);
    }

    @Test
    void whatSeemedPartsIsASecondLevelWhereItIsACrowd() {
        assertEquals(2, find(seen(fullOfNuclei(12), 0.55f, 0.55f), 0.5, true).count());
        assertEquals(1, find(seen(fullOfNuclei(12), 0.45f, 0.45f), 0.5, true).count());
        assertEquals(1, find(seen(fullOfNuclei(9), 0.55f, 0.55f), 0.5, true).count());
    }

    @Test
    void aCrowdNeedsOuterObjectsThatAreSure() {
        assertEquals(1, find(faint(fullOfNuclei(12), 0.69f), 0.3).count());
        assertEquals(2, find(faint(fullOfNuclei(12), 0.71f), 0.3).count());
    }

    private static List<Look.Seen> faint(List<Look.Seen> scene, float score) {
        return scene.stream()
                .map(s -> s.box().width() > 100 ? new Look.Seen(s.box(), score) : s)
                .toList();
    }

    @Test
    void objectsThatHoldNothingAreOneLevelAndCostTwoLooks() {
        assertEquals(1, find(embryos(0), 0.3).count());
        assertEquals(List.of(1.2, 1.6 * 1.2), looks);
    }

    @Test
    void largerObjectsAreSegmentedAsTheyWereSeenUnlessThatWasFromTooFar() {
        assertEquals(1.0, find(nuclei(45, 12), 3.5).scale(0).gain(), 1e-9);
        assertEquals(44 / (0.94 * 28), find(nuclei(28, 12), 4).scale(0).gain(), 1e-3);
    }

    /** Twelve large ones, in each of which lie four small ones. */
    private static List<Look.Seen> nuclei(float large, float small) {
        List<Look.Seen> scene = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            float x = 20 + 150 * (i % 4);
            float y = 20 + 150 * (i / 4);
            scene.add(square(x, y, large));
            for (int n = 0; n < 4; n++) {
                scene.add(square(x + 1 + large / 2 * (n % 2), y + 1 + large / 2 * (n / 2), small));
            }
        }
        return scene;
    }

    @Test
    void smallObjectsBesideLargeOnesAreNoSecondLevel() {
        List<Look.Seen> scene = embryos(0);
        for (int i = 0; i < 20; i++) {
            scene.add(square(205 + 2 * (i % 5), 20 + 22 * i, 20));
        }
        assertEquals(1, find(scene, 0.3).count());
    }

    @Test
    void whereNothingIsSureThereIsOneLevel() {
        Scale unsure = new Scale(1, false, Optional.empty(), Optional.empty(), false);
        Levels levels = new LevelSearch(44, PLANE, new Eye(embryos(9)), true).find(unsure);
        assertEquals(1, levels.count());
        assertTrue(looks.isEmpty());
    }
}
