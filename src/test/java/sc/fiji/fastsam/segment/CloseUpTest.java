package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.settings.ScaleSettings;
import sc.fiji.fastsam.settings.SegmentationSettings;
import sc.fiji.fastsam.testing.Drawn;

class CloseUpTest {

    private static final Size PLANE = new Size(6000, 4);

    @Test
    void aSquareIsRoundTheBoxAndCutToThePlane() {
        CloseUp closeUp =
                CloseUp.at(new Box(3000, 1, 3001, 2), 40, 40, CloseUp.Surroundings.WIDE, PLANE);
        assertEquals(new Region(2880, 0, 320, 4), closeUp.region());
        assertEquals(1, closeUp.gain());
    }

    /** NB: two points that mean one object may be as far apart as the plane is wide. */
    @Test
    void aWidePartIsSeenNoNearerThanTheGreatestImageSizeAllows() {
        CloseUp closeUp =
                CloseUp.at(new Box(0, 0, 6000, 4), 5, 40, CloseUp.Surroundings.WIDE, PLANE);
        assertEquals(Region.of(PLANE), closeUp.region());
        assertEquals(32768 / 6000.0, closeUp.gain());
        List<Integer> sizes = new ArrayList<>();
        CloseUps closeUps =
                new CloseUps(
                        RgbImage.gray(PLANE, new float[24_000]),
                        SegmentationSettings.defaults(),
                        (crop, settings) -> {
                            sizes.add(settings.scale().imageSize());
                            return Drawn.segmentation(6000, 4);
                        });
        closeUps.prepare(List.of(closeUp), Progress.NONE);
        assertEquals(List.of(ScaleSettings.MAX_IMAGE_SIZE), sizes);
        assertTrue(closeUps.objects(closeUp).isEmpty());
    }
}
