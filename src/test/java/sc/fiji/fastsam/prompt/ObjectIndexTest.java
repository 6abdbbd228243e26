package sc.fiji.fastsam.prompt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Segmentation;

class ObjectIndexTest {

    private static ObjectIndex index(Segmentation segmentation) {
        return ObjectIndex.of(segmentation.size(), segmentation.objects());
    }

    @Test
    void objectsAtAPixelComeInTheirOrder() {
        ObjectIndex index =
                index(
                        new Scene(300, 70)
                                .rectangle(0, 0, 300, 70, 0.2)
                                .rectangle(10, 10, 30, 20, 0.8)
                                .rectangle(20, 12, 8, 6, 0.9)
                                .segmentation());
        assertArrayEquals(new int[] {0, 1, 2}, index.at(20, 12));
        assertArrayEquals(new int[] {1, 2}, index.at(39, 29));
        assertArrayEquals(new int[] {2}, index.at(299, 69));
    }

    @Test
    void pixelsOutsideHoldNothing() {
        ObjectIndex index = index(new Scene(20, 10).rectangle(0, 0, 20, 10, 0.5).segmentation());
        assertArrayEquals(new int[0], index.at(20, 9));
        assertArrayEquals(new int[0], index.at(19, 10));
        assertArrayEquals(new int[0], index.at(-1, 0));
        assertArrayEquals(new int[] {0}, index.at(19, 9));
    }

    @Test
    void noObjectsAreNoObjectsAnywhere() {
        ObjectIndex index = ObjectIndex.of(new Size(1, 1), java.util.List.of());
        assertArrayEquals(new int[0], index.at(0, 0));
        assertArrayEquals(new int[0], index.overlapping(new Box(0, 0, 1, 1)));
    }

    @Test
    void touchingBoxesDoNotOverlap() {
        ObjectIndex index =
                index(
                        new Scene(90, 40)
                                .rectangle(0, 0, 10, 10, 0.9)
                                .rectangle(40, 20, 10, 10, 0.8)
                                .segmentation());
        assertArrayEquals(new int[0], index.overlapping(new Box(10, 0, 40, 40)));
        assertArrayEquals(new int[] {0, 1}, index.overlapping(new Box(9.5f, 9.5f, 40.5f, 20.5f)));
        assertArrayEquals(new int[] {1}, index.overlapping(new Box(-50, 20, 5000, 5000)));
    }

    @Test
    void theIndexAgreesWithAScanOverAllObjects() {
        Random random = new Random(7);
        Scene scene = new Scene(700, 330);
        for (int i = 0; i < 120; i++) {
            double radius = i % 10 == 0 ? 150 : 4 + random.nextInt(25);
            scene.disc(random.nextInt(700), random.nextInt(330), radius, 0.999 - i * 0.001);
        }
        Segmentation all = scene.segmentation();
        ObjectIndex index = index(all);
        for (int i = 0; i < 2000; i++) {
            int x = random.nextInt(700);
            int y = random.nextInt(330);
            Box box = new Box(x, y, x + 1 + random.nextInt(80), y + 1 + random.nextInt(60));
            assertArrayEquals(
                    IntStream.range(0, 120)
                            .filter(o -> all.objects().get(o).mask().contains(x, y))
                            .toArray(),
                    index.at(x, y));
            assertArrayEquals(
                    IntStream.range(0, 120)
                            .filter(o -> all.objects().get(o).boxInSource().iou(box) > 0)
                            .toArray(),
                    index.overlapping(box));
        }
    }
}
