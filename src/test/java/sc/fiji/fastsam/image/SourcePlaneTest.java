package sc.fiji.fastsam.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneIndex;

class SourcePlaneTest {

    private static final Size SIZE = new Size(50_000, 300);
    private static final Size BLOCK = new Size(512, 64);

    private final SourcePlane plane = plane((x, y) -> (x * 31L + y * 17L) % 256);

    private static SourcePlane plane(ComputedSource.Values values) {
        ComputedSource source = new ComputedSource(PixelType.UINT8, BLOCK, values, SIZE);
        return new SourcePlane(source, new PlaneIndex(0, 0, 0), true, SourcePlaneTest::gray);
    }

    private static List<ChannelValues> gray(PixelBlock block) {
        float[] values = new float[block.bytes().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (block.bytes()[i] & 0xff) / 255f;
        }
        return ChannelValues.of(RgbImage.gray(block.size(), values));
    }

    @Test
    void aBandEndsWhereABlockDoes() {
        // 2^22 / 50 000 = 83 rows are the most, and 64 + 64 is the next border but one.
        assertEquals(
                new Region(0, 0, 50_000, 64), plane.bands(Region.of(SIZE)).holding(0).region());
        assertEquals(
                new Region(0, 64, 50_000, 64),
                plane.bands(new Region(0, 64, 50_000, 236)).holding(64).region());
        assertEquals(
                new Region(0, 256, 50_000, 44),
                plane.bands(new Region(0, 256, 50_000, 44)).holding(256).region());
        PlaneBand part = plane.bands(new Region(100, 30, 200, 270)).holding(30);
        assertEquals(new Region(100, 30, 200, 270), part.region());
        assertEquals(
                (3 * 31 + 7 * 17 + 100 * 31 + 30 * 17) % 256 / 255f,
                part.pixels().red()[part.index(103, 37)]);
    }

    @Test
    void theNetworkGetsTheSameValuesBandByBand() {
        RgbImage whole = plane.crop(Region.of(SIZE));
        Region part = new Region(9, 5, 49_000, 290);
        Letterbox letterbox = Letterbox.centered(part.size(), new Size(640, 640));
        assertArrayEquals(
                NetworkInput.of(whole, part, letterbox).values(),
                NetworkInput.of(plane, part, letterbox).values());
    }

    @Test
    void aPlaneIsFlatWhenAllOfItsBandsAreAndHaveOneValue() {
        assertTrue(plane((x, y) -> 7).isFlat());
        assertFalse(plane((x, y) -> y < 200 ? 7 : 8).isFlat());
        assertFalse(plane((x, y) -> x == 49_999 && y == 299 ? 7 : 8).isFlat());
    }
}
