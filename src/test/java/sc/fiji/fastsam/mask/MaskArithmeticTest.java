package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import sc.fiji.fastsam.geometry.Region;

/** Masks against rasters of booleans, over -100..99 x -20..19, word borders included. */
class MaskArithmeticTest {

    private static final int WIDTH = 200;
    private static final int HEIGHT = 40;
    private static final int X = -100;
    private static final int Y = -20;

    @RepeatedTest(40)
    void masksCountAsBooleansDo(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        boolean[][] a = raster(random);
        boolean[][] b = raster(random);
        Mask maskA = mask(a);
        Mask maskB = mask(b);
        assertEquals(count(a), maskA.area());
        assertEquals(count(and(a, b)), maskA.intersectionArea(maskB));
        assertEquals(maskA.intersectionArea(maskB), maskB.intersectionArea(maskA));
        assertEquals(mask(or(a, b)), maskA.union(maskB));
        assertEquals(mask(and(a, b)), maskA.intersection(maskB));
        assertEquals(mask(and(a, not(b))), maskA.minus(maskB));
        int common = count(and(a, b));
        int either = count(or(a, b));
        assertEquals(either == 0 ? 0 : (double) common / either, maskA.iou(maskB), 1e-12);
    }

    @RepeatedTest(40)
    void masksAreReadMovedAndCutAsBooleansAre(RepetitionInfo repetition) {
        Random random = new Random(100 + repetition.getCurrentRepetition());
        boolean[][] a = raster(random);
        Mask mask = mask(a);
        assertEquals(mask, throughRuns(mask));
        boolean[][] inside = new boolean[HEIGHT][WIDTH];
        Region region = new Region(X + 30, Y + 5, 75, 20);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertEquals(a[y][x], mask.contains(x + X, y + Y));
                inside[y][x] = a[y][x] && region.contains(x + X, y + Y);
            }
        }
        assertEquals(mask(inside), mask.crop(region));
        int dx = random.nextInt(300) - 150;
        assertEquals(mask, mask.translate(dx, -7).translate(-dx, 7));
        assertEquals(mask.area(), mask.translate(dx, 3).area());
    }

    @RepeatedTest(40)
    void partsOfMasksAreThoseOfBooleans(RepetitionInfo repetition) {
        Random random = new Random(200 + repetition.getCurrentRepetition());
        boolean[][] a = raster(random);
        Mask mask = mask(a);
        for (int i = 0; i < 20; i++) {
            Region region =
                    new Region(
                            X - 10 + random.nextInt(WIDTH),
                            Y - 5 + random.nextInt(HEIGHT),
                            random.nextInt(150),
                            random.nextInt(30));
            boolean[][] inside = new boolean[HEIGHT][WIDTH];
            for (int p = 0; p < WIDTH * HEIGHT; p++) {
                int x = p % WIDTH;
                int y = p / WIDTH;
                inside[y][x] = a[y][x] && region.contains(x + X, y + Y);
            }
            assertEquals(count(inside), mask.areaIn(region));
            assertEquals(mask(inside), mask.crop(region));
            MaskBuilder runs = new MaskBuilder(region);
            mask.forEachRun(region, runs::addRun);
            assertEquals(mask(inside), runs.toMask());
        }
    }

    private static Mask throughRuns(Mask mask) {
        MaskBuilder builder = new MaskBuilder(new Region(X, Y, WIDTH, HEIGHT));
        mask.forEachRun(builder::addRun);
        return builder.toMask();
    }

    /** Rectangles added and cut out, and some single pixels. */
    private static boolean[][] raster(Random random) {
        boolean[][] raster = new boolean[HEIGHT][WIDTH];
        for (int i = 0; i < 4; i++) {
            int x0 = random.nextInt(WIDTH);
            int y0 = random.nextInt(HEIGHT);
            int x1 = x0 + random.nextInt(WIDTH - x0);
            int y1 = y0 + random.nextInt(HEIGHT - y0);
            for (int y = y0; y < y1; y++) {
                for (int x = x0; x < x1; x++) {
                    raster[y][x] = i != 2;
                }
            }
            raster[random.nextInt(HEIGHT)][random.nextInt(WIDTH)] = true;
        }
        return raster;
    }

    private static Mask mask(boolean[][] raster) {
        MaskBuilder builder = new MaskBuilder(new Region(X, Y, WIDTH, HEIGHT));
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if (raster[y][x]) {
                    builder.add(x + X, y + Y);
                }
            }
        }
        return builder.toMask();
    }

    private static int count(boolean[][] raster) {
        int count = 0;
        for (boolean[] row : raster) {
            for (boolean set : row) {
                count += set ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean[][] not(boolean[][] a) {
        boolean[][] result = new boolean[HEIGHT][WIDTH];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            result[i / WIDTH][i % WIDTH] = !a[i / WIDTH][i % WIDTH];
        }
        return result;
    }

    private static boolean[][] and(boolean[][] a, boolean[][] b) {
        boolean[][] result = new boolean[HEIGHT][WIDTH];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            result[i / WIDTH][i % WIDTH] = a[i / WIDTH][i % WIDTH] && b[i / WIDTH][i % WIDTH];
        }
        return result;
    }

    private static boolean[][] or(boolean[][] a, boolean[][] b) {
        return not(and(not(a), not(b)));
    }
}
