package sc.fiji.fastsam.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneIndex;

class SmallPlaneTest {

    @Test
    void aSampledPlaneHasThePixelsInTheMiddleOfItsOwn() {
        // NB: 6 x 4 pixels of 10 y + x, at 3 x 2: columns 1, 3, 5 of rows 1 and 3.
        ComputedSource source =
                new ComputedSource(
                        PixelType.FLOAT32, new Size(6, 1), (x, y) -> 10 * y + x, new Size(6, 4));
        SourcePlane plane =
                new SourcePlane(
                        source,
                        PlaneIndex.FIRST,
                        true,
                        block -> ChannelValues.of(RgbImage.gray(block.size(), block.floats())));
        RgbImage sampled = SmallPlane.sampled(plane, new Size(3, 2));
        assertArrayEquals(new float[] {11, 13, 15, 31, 33, 35}, sampled.red());
        assertSame(sampled.red(), sampled.blue());
        assertEquals(12, source.pixelsRead());
    }

    @Test
    void ofItsOwnSizeAPlaneInMemoryIsItself() {
        RgbImage image = RgbImage.gray(new Size(2, 1), new float[] {1, 0});
        assertSame(image, SmallPlane.sampled(image, new Size(2, 1)));
    }
}
