package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.io.PixelExtents.Extent;

class PixelExtentsTest {

    private static PixelExtents of(double x, String unit, double y, String other, Extent z) {
        return new PixelExtents(new Extent(x, unit), new Extent(y, other), z);
    }

    private static PixelExtents of(double x, String unit) {
        return of(x, unit, x, unit, Extent.UNKNOWN);
    }

    @Test
    void allCountInTheUnitOfX() {
        PixelExtents extents = of(500, "pm", 0.5, "nanometer", new Extent(2e-12, "km"));
        assertEquals(List.of(), extents.notes());
        assertEquals("pm", extents.pixelSize().unit());
        assertEquals(500, extents.pixelSize().height(), 1e-9);
        assertEquals(2000, extents.pixelSize().depth(), 1e-9);
    }

    @Test
    void aDistanceOfSlicesThatIsNoLengthThereIsNoted() {
        PixelExtents extents = of(0.5, "um", 0.5, "um", new Extent(2, "reference frame"));
        assertEquals(new PixelSize(0.5, 0.5, 1, "\u00b5m"), extents.pixelSize());
        assertEquals(
                List.of(
                        "Its distance of slices, 2.0 reference frame, is no length in \u00b5m; it"
                                + " counts as 1."),
                extents.notes());
        assertEquals(
                List.of("Its distance of slices, -2.0 mm, is not above 0; it counts as 1."),
                of(1, "mm", 1, "mm", new Extent(-2, "mm")).notes());
    }

    @Test
    void whatIsNotAboveZeroIsSaidToBeSo() {
        PixelExtents extents = of(-0.5, "micrometer", 0.5, "micrometer", Extent.UNKNOWN);
        assertEquals(PixelSize.NONE, extents.pixelSize());
        assertEquals(
                List.of(
                        "Its pixel size of -0.5 \u00b5m x 0.5 \u00b5m is not used, for it is not"
                                + " above 0."),
                extents.notes());
    }

    @Test
    void aSizeInPixelsOrOfTwoKindsIsNotUsed() {
        assertEquals(PixelSize.NONE, of(0.5, "pixel").pixelSize());
        assertEquals(
                List.of(
                        "Its pixel size of 0.5 pixel x 0.5 pixel is not used, for its unit is"
                                + " \"pixel\"."),
                of(0.5, "pixel").notes());
        assertEquals(
                List.of("Its pixel size of 0.5 x 0.5 is not used, for it has no unit."),
                of(0.5, "").notes());
        assertEquals(
                List.of(
                        "Its pixel size of 1.0 x 0.5 \u00b5m is not used, for that along x has no"
                                + " unit."),
                of(1, "", 0.5, "um", Extent.UNKNOWN).notes());
        assertEquals(
                List.of(
                        "Its pixel size of 0.5 \u00b5m x 1.0 reference frame is not used, for its"
                                + " units are not both known lengths."),
                of(0.5, "um", 1, "reference frame", Extent.UNKNOWN).notes());
    }

    @Test
    void aUnitThatIsNoKnownLengthStaysAndIsNoted() {
        assertEquals(
                new PixelSize(0.5, 0.5, 1, "reference frame"),
                of(0.5, "reference frame").pixelSize());
        assertEquals(
                List.of("Its pixel size is in \"reference frame\", which is no known length."),
                of(0.5, "reference frame").notes());
    }

    @Test
    void ofPixelsWithoutASizeOnlyTheDistanceOfSlicesIsUsed() {
        PixelExtents extents = of(1, "", 1, "pixel", new Extent(3, ""));
        assertEquals(new PixelSize(1, 1, 3, PixelSize.PIXEL), extents.pixelSize());
        assertEquals(List.of(), extents.notes());
        assertEquals(
                List.of(
                        "Its distance of slices, 3.0 \u00b5m, is not used, as the size of its pixels"
                                + " is not known; it counts as 1."),
                of(1, "", 1, "", new Extent(3, "um")).notes());
        assertEquals(List.of(), PixelExtents.NONE.notes());
        assertEquals(PixelSize.NONE, PixelExtents.NONE.pixelSize());
    }
}
