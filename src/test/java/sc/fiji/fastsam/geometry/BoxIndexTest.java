package sc.fiji.fastsam.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxIndexTest {

    private static final Box FRAME = new Box(0, 0, 300, 200);

    @Test
    void anEmptyIndexHasNoMatch() {
        assertFalse(new BoxIndex(FRAME).anyMatch(FRAME, 0, i -> true));
    }

    @Test
    void theSearchEndsWithTheFirstAccepted() {
        BoxIndex index = BoxIndex.of(List.of(new Box(1, 1, 5, 5), new Box(2, 1, 6, 5)));
        List<Integer> asked = new ArrayList<>();
        assertTrue(index.anyMatch(new Box(1, 1, 6, 5), 0, asked::add));
        assertEquals(1, asked.size());
    }

    @Test
    void boxesOutsideOfTheFrameAreFound() {
        Box far = new Box(-5000, 900, -4990, 907);
        BoxIndex index = new BoxIndex(FRAME);
        index.add(0, far);
        index.add(1, new Box(1e9f, 0, 2e9f, 1e9f));
        assertTrue(index.anyMatch(far, 0.5, i -> i == 0));
        assertTrue(index.anyMatch(new Box(1.1e9f, 0, 2e9f, 1e9f), 0.5, i -> i == 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.3, 0.5, 0.7, 0.9, 1})
    void noBoxAboveTheLimitIsLeftOut(double minIou) {
        Random random = new Random(7);
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            boxes.add(box(random));
        }
        BoxIndex index = BoxIndex.of(boxes);
        for (int i = 0; i < 200; i++) {
            Box query = i % 2 == 0 ? box(random) : nearly(boxes.get(i), random);
            TreeSet<Integer> found = new TreeSet<>();
            index.anyMatch(
                    query,
                    minIou,
                    id -> {
                        found.add(id);
                        return false;
                    });
            for (int j = 0; j < boxes.size(); j++) {
                boolean matches = boxes.get(j).iou(query) > minIou;
                assertTrue(!matches || found.contains(j), () -> "boxes for " + query);
            }
        }
    }

    @Test
    void onlyNeighborsAreAskedFor() {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            boxes.add(Box.ofCenter(5 + i % 100 * 10, 5 + i / 100 * 10, 7, 7));
        }
        BoxIndex index = BoxIndex.of(boxes);
        for (int i = 0; i < boxes.size(); i += 37) {
            int[] asked = {0};
            assertFalse(index.anyMatch(boxes.get(i), 0, id -> ++asked[0] < 0));
            assertTrue(asked[0] <= 25, asked[0] + " for " + boxes.get(i));
        }
    }

    private static Box box(Random random) {
        float longest = (float) Math.pow(2, random.nextInt(9));
        return Box.ofCenter(
                random.nextFloat() * 320 - 10,
                random.nextFloat() * 220 - 10,
                random.nextFloat() * longest,
                random.nextFloat() * longest);
    }

    private static Box nearly(Box box, Random random) {
        float d = box.width() * 0.02f * random.nextFloat();
        return new Box(box.x0() + d, box.y0(), box.x1(), box.y1() + d);
    }
}
