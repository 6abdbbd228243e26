package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.PlaneBand;
import sc.fiji.fastsam.image.PlaneBands;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.image.RgbPlane;

class StructureTest {

    private static final Size SIZE = new Size(40, 24);

    /** Two bright blocks of 4 x 4 pixels, the right one brighter. */
    private static float[] twoBlocks() {
        float[] values = new float[SIZE.width() * SIZE.height()];
        fill(values, 8, 8, 0.25f);
        fill(values, 28, 12, 0.5f);
        return values;
    }

    private static void fill(float[] values, int x0, int y0, float value) {
        for (int y = y0; y < y0 + 4; y++) {
            for (int x = x0; x < x0 + 4; x++) {
                values[y * SIZE.width() + x] = value;
            }
        }
    }

    @Test
    void theAmountIsTheSumOfStepsBetweenBlocks() {
        Structure structure = Structure.of(RgbImage.gray(SIZE, twoBlocks()));
        // NB: a block of 16 pixels makes four steps: left, right, above and below.
        assertEquals(4 * 16 * 0.25, structure.amount(new Region(4, 4, 16, 12)), 1e-9);
        assertEquals(4 * 16 * 0.75, structure.amount(Region.of(SIZE)), 1e-9);
        assertEquals(0, structure.amount(new Region(0, 0, 8, 24)), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void inPartsItIsTheSame(int blocksInCell) {
        Size size = new Size(61, 83);
        float[] values = new float[61 * 83];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 7919 % 1013 / 1013f;
        }
        RgbImage image = RgbImage.gray(size, values);
        Structure one = Structure.of(image, blocksInCell, 1);
        for (int parts : new int[] {2, 3, 4, 100}) {
            Structure several = Structure.of(image, blocksInCell, parts);
            for (int y = 0; y <= 80; y += 4) {
                Region region = new Region(8, 0, 40, y + 3);
                assertEquals(one.amount(region), several.amount(region), parts + " " + y);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void amountsAreThoseOfBlocksAddedUpOneByOne(int blocksInCell) {
        Size size = new Size(61, 83);
        float[] values = new float[61 * 83];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 7919 % 1013 / 1013f;
        }
        Structure structure = Structure.of(RgbImage.gray(size, values), blocksInCell);
        int side = 4 * blocksInCell;
        Random random = new Random(6);
        for (int n = 0; n < 200; n++) {
            int x = random.nextInt(61);
            int y = random.nextInt(83);
            Region region =
                    new Region(x, y, 1 + random.nextInt(61 - x), 1 + random.nextInt(83 - y));
            double sum = 0;
            for (int row = 0; row < 20; row++) {
                for (int column = 0; column < 15; column++) {
                    boolean inside =
                            column * 4 / side >= region.x() / side
                                    && column * 4 / side < region.xEnd() / side
                                    && row * 4 / side >= region.y() / side
                                    && row * 4 / side < region.yEnd() / side;
                    sum += inside ? step(values, column, row) : 0;
                }
            }
            assertEquals(sum, structure.amount(region), 1e-6, region.toString());
        }
    }

    private static double step(float[] values, int column, int row) {
        double here = block(values, column, row);
        double left = column == 0 ? 0 : Math.abs(here - block(values, column - 1, row));
        double up = row == 0 ? 0 : Math.abs(here - block(values, column, row - 1));
        return left + up;
    }

    private static double block(float[] values, int column, int row) {
        double sum = 0;
        for (int i = 0; i < 16; i++) {
            sum += values[(row * 4 + i / 4) * 61 + column * 4 + i % 4];
        }
        return sum;
    }

    @Test
    void theWindowsAreTheFullestAndDoNotOverlap() {
        Structure structure = Structure.of(RgbImage.gray(SIZE, twoBlocks()));
        assertEquals(
                List.of(new Region(24, 8, 16, 16), new Region(0, 0, 16, 16)),
                structure.windows(16, 2).stream().toList());
    }

    @Test
    void aWindowLargerThanThePlaneIsThePlane() {
        Structure structure = Structure.of(RgbImage.gray(SIZE, twoBlocks()));
        assertEquals(List.of(Region.of(SIZE)), structure.windows(100, 2));
        assertEquals(List.of(new Region(8, 0, 24, 24)), structure.windows(24, 1));
    }

    @Test
    void aPlaneSmallerThanABlockHasNoStructure() {
        Size small = new Size(3, 2);
        Structure structure = Structure.of(RgbImage.gray(small, new float[] {0, 1, 0, 1, 0, 1}));
        assertEquals(0, structure.amount(Region.of(small)));
        assertEquals(List.of(Region.of(small)), structure.windows(8, 2));
    }

    @Test
    void allColorsCount() {
        float[] black = new float[SIZE.width() * SIZE.height()];
        Structure structure = Structure.of(new RgbImage(SIZE, black, black, twoBlocks()));
        assertEquals(4 * 16 * 0.75, structure.amount(Region.of(SIZE)), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 10, 24})
    void bandByBandThereIsAsMuch(int rows) {
        RgbImage whole = RgbImage.gray(SIZE, twoBlocks());
        Structure structure = Structure.of(new Banded(whole, rows));
        assertEquals(4 * 16 * 0.25, structure.amount(new Region(4, 4, 16, 12)), 1e-9);
        assertEquals(Structure.of(whole).windows(16, 2), structure.windows(16, 2));
    }

    @Test
    void aCellOfSeveralBlocksHoldsTheirSteps() {
        Structure structure = Structure.of(RgbImage.gray(SIZE, twoBlocks()), 2);
        // NB: of the left block (8..11) the step on the left and above are in its own cell, and so
        // are those to its right and below, which count where they end.
        assertEquals(4 * 16 * 0.25, structure.amount(new Region(8, 8, 8, 8)), 1e-9);
        assertEquals(4 * 16 * 0.75, structure.amount(Region.of(SIZE)), 1e-9);
    }

    /** A plane that gives so many rows at a time. */
    private record Banded(RgbImage whole, int rows) implements RgbPlane {

        @Override
        public Size size() {
            return whole.size();
        }

        @Override
        public boolean isGray() {
            return whole.isGray();
        }

        @Override
        public boolean isFlat() {
            return whole.isFlat();
        }

        @Override
        public RgbImage crop(Region region) {
            return whole.crop(region);
        }

        @Override
        public PlaneBands bands(Region part) {
            return y -> {
                int height = Math.min(rows, part.yEnd() - y);
                Region band = new Region(part.x(), y, part.width(), height);
                return new PlaneBand(crop(band), band);
            };
        }
    }
}
