package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.detection.Detection;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.testing.Drawn;

class MaskAssemblerTest {

    private static final Size NETWORK = new Size(32, 16);

    /** Two prototypes of 8 x 4: everywhere 1; and -1 in the left half, 1 in the right half. */
    private static final Tensor PROTOTYPES = Tensor.zeros(2, 4, 8);

    static {
        for (int i = 0; i < 32; i++) {
            PROTOTYPES.values()[i] = 1;
            PROTOTYPES.values()[32 + i] = i % 8 < 4 ? -1 : 1;
        }
    }

    private static final InputPlacement WHOLE =
            InputPlacement.ofWhole(Letterbox.centered(NETWORK, NETWORK));

    @Test
    void aMaskIsCutToThePixelsThatItsBoxTouches() {
        SegmentedObject object = only(WHOLE, new Box(2.5f, 2, 6.2f, 4), 1, 0);
        assertEquals(Drawn.mask(2, 2, "#####", "#####"), object.mask());
        assertEquals(new Box(2.5f, 2, 6.2f, 4), object.boxInSource());
        assertEquals(0.5f, object.score());
    }

    @Test
    void theEdgeOfTwoPrototypePixelsLiesBetweenTheirCenters() {
        // The logit passes 0 at x = 16, so 16 is the first pixel whose center lies above it.
        SegmentedObject object = only(WHOLE, new Box(10, 2, 20, 4), 0, 1);
        assertEquals(Mask.ofRegion(new Region(16, 2, 4, 2)), object.mask());
    }

    @Test
    void prototypesAreCombinedBeforeTheThreshold() {
        // 0.5 + 1 * p: -0.5 left, 1.5 right, 0 at a quarter of the way from x = 14 to x = 18.
        SegmentedObject object = only(WHOLE, new Box(10, 2, 20, 4), 0.5f, 1);
        assertEquals(Mask.ofRegion(new Region(15, 2, 5, 2)), object.mask());
    }

    @Test
    void manyAreTheSameOnAnyNumberOfThreads() throws Exception {
        Random random = new Random(3);
        List<Detection> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            float x = random.nextFloat() * 28;
            float y = random.nextFloat() * 12;
            Box box = new Box(x, y, x + 1 + random.nextFloat() * 9, y + 1 + random.nextFloat() * 5);
            float[] coefficients = {random.nextFloat() - 0.4f, random.nextFloat() * 2 - 1};
            many.add(new Detection(box, random.nextFloat(), 0, coefficients));
        }
        MaskAssembler assembler = new MaskAssembler(PROTOTYPES, WHOLE);
        List<SegmentedObject> expected =
                many.stream().flatMap(one -> assembler.assemble(one).stream()).toList();
        for (int threads : new int[] {1, 2, 5}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                assertEquals(expected, pool.submit(() -> assembler.assemble(many)).get());
            } finally {
                pool.shutdown();
            }
        }
    }

    @Test
    void aLogitOfZeroIsBackground() {
        assertEquals(0, assemble(WHOLE, new Box(2, 1, 6, 3), 0, 0).size());
    }

    @Test
    void detectionsWithoutAPixelAreDropped() {
        assertEquals(0, assemble(WHOLE, new Box(2, 1, 6, 3), -1, 0).size());
        assertEquals(0, assemble(WHOLE, new Box(40, 1, 50, 3), 1, 0).size());
    }

    @Test
    void anObjectWhoseBoxBeginsJustInsideTheImageReachesItsBorder() {
        SegmentedObject object = only(WHOLE, new Box(0.03f, 0.04f, 8, 15.8f), 1, 0);
        assertEquals(Mask.ofRegion(new Region(0, 0, 8, 16)), object.mask());
    }

    @Test
    void aBoxThatEndsAPixelInsideReachesTheBorderAndOneThatEndsTwoDoesNot() {
        SegmentedObject object = only(WHOLE, new Box(1.05f, 2, 30.95f, 14.5f), 1, 0);
        assertEquals(Mask.ofRegion(new Region(0, 2, 32, 13)), object.mask());
        object = only(WHOLE, new Box(2, 1.05f, 29.5f, 14.95f), 1, 0);
        assertEquals(Mask.ofRegion(new Region(2, 0, 28, 16)), object.mask());
        Letterbox letterbox = Letterbox.centered(NETWORK, NETWORK);
        InputPlacement tile = new InputPlacement(letterbox, new Region(50, 70, 32, 16));
        object = only(tile, new Box(1.05f, 1.05f, 30.95f, 14.95f), 1, 0);
        assertEquals(Mask.ofRegion(new Region(50, 70, 32, 16)), object.mask());
        object = only(tile, new Box(2, 2, 30, 14), 1, 0);
        assertEquals(Mask.ofRegion(new Region(52, 72, 28, 12)), object.mask());
    }

    @Test
    void theOutermostPixelsAreTakenForTheirNeighbors() {
        // Prototype pixels of 4 x 4: the logit falls from 1 at x = 6 to -3 at x = 2, 0 at x = 5.
        Tensor falling = Tensor.zeros(1, 4, 8);
        for (int i = 0; i < 32; i++) {
            falling.values()[i] = i % 8 == 0 ? -3 : 1;
        }
        Size source = new Size(8, 4);
        Letterbox shrunk = Letterbox.centered(source, NETWORK);
        Detection all = new Detection(new Box(0, 0, 32, 16), 0.5f, 0, new float[] {1});
        SegmentedObject object =
                new MaskAssembler(falling, InputPlacement.ofWhole(shrunk))
                        .assemble(List.of(all))
                        .get(0);
        // Source pixel 0 has its center at network x = 2, pixel 1 at 6.
        assertEquals(Mask.ofRegion(new Region(0, 0, 8, 4)), object.mask());
    }

    @Test
    void aBoxBeyondTheImageIsClamped() {
        SegmentedObject object = only(WHOLE, new Box(-5, 10, 100, 30), 1, 0);
        assertEquals(new Region(0, 10, 32, 6), object.mask().bounds());
        assertEquals(32 * 6, object.mask().area());
        assertEquals(new Box(0, 10, 32, 16), object.boxInSource());
    }

    @Test
    void aPaddedAndEnlargedImageIsFoundAtItsPlace() {
        // 10 x 8 source pixels, twice as large, at (6, 0) of the network's input.
        InputPlacement padded =
                InputPlacement.ofWhole(Letterbox.centered(new Size(10, 8), NETWORK));
        SegmentedObject object = only(padded, new Box(0, 4, 32, 12), 0, 1);
        assertEquals(Mask.ofRegion(new Region(5, 2, 5, 4)), object.mask());
    }

    @Test
    void aTileGivesTheSameObjectsAtItsOffset() {
        Letterbox letterbox = Letterbox.centered(new Size(10, 8), NETWORK);
        InputPlacement tile = new InputPlacement(letterbox, new Region(-7, 123, 10, 8));
        SegmentedObject atOrigin =
                only(InputPlacement.ofWhole(letterbox), new Box(0, 4, 32, 12), 0, 1);
        SegmentedObject inTile = only(tile, new Box(0, 4, 32, 12), 0, 1);
        assertEquals(atOrigin.mask().translate(-7, 123), inTile.mask());
        assertEquals(atOrigin.boxInSource().translate(-7, 123), inTile.boxInSource());
    }

    @Test
    void aReusedAssemblerForgetsEarlierObjects() {
        MaskAssembler assembler = new MaskAssembler(PROTOTYPES, WHOLE);
        Detection large = detection(new Box(0, 0, 32, 16), 1, 0);
        Detection small = detection(new Box(10, 2, 20, 4), 0, 1);
        List<SegmentedObject> objects = assembler.assemble(List.of(large, small, large, small));
        assertEquals(objects.get(0), objects.get(2));
        assertEquals(only(WHOLE, new Box(10, 2, 20, 4), 0, 1), objects.get(1));
        assertEquals(objects.get(1), objects.get(3));
    }

    @Test
    void masksAreThoseOfFullFramesSampledPixelByPixel() {
        Random random = new Random(3);
        Tensor prototypes = Tensor.zeros(5, 24, 40);
        for (int i = 0; i < prototypes.values().length; i++) {
            prototypes.values()[i] = (float) random.nextGaussian();
        }
        Letterbox letterbox = Letterbox.centered(new Size(217, 93), new Size(160, 96));
        InputPlacement placement = new InputPlacement(letterbox, new Region(31, 7, 217, 93));
        MaskAssembler assembler = new MaskAssembler(prototypes, placement);
        for (int i = 0; i < 30; i++) {
            float x = random.nextFloat() * 160;
            float y = random.nextFloat() * 96;
            Box box = new Box(x, y, x + random.nextFloat() * 90, y + random.nextFloat() * 60);
            Detection detection = new Detection(box, 0.5f, 0, gaussians(random, 5));
            Mask expected = NaiveMasks.mask(detection, prototypes, placement);
            List<SegmentedObject> objects = assembler.assemble(List.of(detection));
            assertEquals(expected.isEmpty(), objects.isEmpty());
            Region pixels = NaiveMasks.pixels(detection, placement);
            assertTrue(
                    expected.isEmpty() || expected.iou(objects.get(0).mask().crop(pixels)) > 0.999);
        }
    }

    private static float[] gaussians(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static SegmentedObject only(InputPlacement placement, Box box, float a, float b) {
        List<SegmentedObject> objects = assemble(placement, box, a, b);
        assertEquals(1, objects.size());
        return objects.get(0);
    }

    private static List<SegmentedObject> assemble(
            InputPlacement placement, Box box, float a, float b) {
        return new MaskAssembler(PROTOTYPES, placement).assemble(List.of(detection(box, a, b)));
    }

    private static Detection detection(Box box, float a, float b) {
        return new Detection(box, 0.5f, 0, new float[] {a, b});
    }
}
