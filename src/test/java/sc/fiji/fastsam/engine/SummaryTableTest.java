package sc.fiji.fastsam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.testing.Drawn;

class SummaryTableTest {

    private static ResultsTable summary(float... values) {
        ImagePlus image = new ImagePlus("values", new FloatProcessor(4, 2, values));
        PlaneSegmenter network =
                (plane, settings, progress) ->
                        Drawn.segmentation(
                                4,
                                2,
                                Drawn.object(0.9, Drawn.mask(0, 0, "##", "#.")),
                                Drawn.object(0.8, Drawn.mask(3, 0, "#", "#")));
        return new ImageSegmenter(network)
                .segment(image, ImageTask.DEFAULT, Progress.NONE)
                .toSummary();
    }

    @Test
    void theMeanIsOfAllObjectsPixels() {
        ResultsTable summary = summary(1, 2, 100, 7, 3, 100, 100, 17);
        assertEquals((1 + 2 + 3 + 7 + 17) / 5.0, summary.getValue("Mean", 0));
        assertEquals(2, summary.getValue("Count", 0));
        assertEquals(2.5, summary.getValue("Average Size", 0));
    }

    @Test
    void pixelsWithoutAFiniteValueDoNotCountForTheMean() {
        float infinite = Float.POSITIVE_INFINITY;
        ResultsTable some = summary(1, Float.NaN, 100, 7, 3, 100, 100, infinite);
        assertEquals((1 + 3 + 7) / 3.0, some.getValue("Mean", 0));
        assertEquals(2.5, some.getValue("Average Size", 0));
        ResultsTable zero = summary(-1, Float.NaN, 100, Float.NaN, 2, 100, 100, Float.NaN);
        assertEquals(0.5, zero.getValue("Mean", 0));
    }

    @Test
    void withoutAnyFiniteValueThereIsNoMean() {
        float none = Float.NaN;
        ResultsTable summary = summary(none, none, 100, none, none, 100, 100, none);
        assertTrue(Double.isNaN(summary.getValue("Mean", 0)));
    }
}
