package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.DetectionSettings;
import sc.fiji.fastsam.settings.SegmentationSettings;
import sc.fiji.fastsam.testing.Drawn;

class SureObjectsTest {

    private static final DetectionSettings AUTOMATIC = DetectionSettings.DEFAULT;

    private static SureObjects of(DetectionSettings settings, double... scores) {
        List<SegmentedObject> objects =
                Arrays.stream(scores)
                        .mapToObj(s -> Drawn.object(s, Mask.ofRegion(new Region(1, 1, 5, 5))))
                        .toList();
        return SureObjects.of(objects, settings);
    }

    @Test
    void whereObjectsAreSureADoubtfulOneIsNone() {
        // (3 * 0.64 + 0.16) / (3 * 0.8 + 0.4) = 0.742857; times 0.55 = 0.408571
        SureObjects left = of(AUTOMATIC, 0.8, 0.8, 0.8, 0.4);
        assertEquals(3, left.objects().size());
        assertEquals(0.408571, left.least(), 1e-6);
    }

    @Test
    void whereAllAreDoubtfulALowScoreWillDo() {
        // (3 * 0.16 + 0.0784) / (3 * 0.4 + 0.28) = 0.3773; times 0.55 is below the least of all
        SureObjects left = of(AUTOMATIC, 0.4, 0.4, 0.4, 0.28);
        assertEquals(4, left.objects().size());
        assertEquals(0.25, left.least(), 1e-9);
    }

    @Test
    void anObjectOfAHighScoreIsAlwaysOne() {
        assertEquals(0.55, of(new DetectionSettings(0, 0.6, 0), 1, 1, 1).least(), 1e-6);
    }

    @Test
    void aStatedConfidenceIsTakenAsItIs() {
        DetectionSettings stated = SegmentationSettings.defaults().withConfidence(0.3).detection();
        SureObjects left = of(stated, 0.9, 0.9, 0.31);
        assertEquals(3, left.objects().size());
        assertEquals(0.3, left.least(), 1e-9);
    }

    @Test
    void ofNoObjectsNoneIsLeft() {
        assertEquals(0, of(AUTOMATIC).objects().size());
    }
}
