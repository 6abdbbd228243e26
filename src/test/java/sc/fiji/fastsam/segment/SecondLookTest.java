package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.prompt.Selector;
import sc.fiji.fastsam.settings.PointsMode;
import sc.fiji.fastsam.settings.SegmentationSettings;
import sc.fiji.fastsam.testing.Drawn;

class SecondLookTest {

    private static final Size SIZE = new Size(60, 40);
    private static final SegmentedObject CLUMP = object(new Region(5, 5, 40, 20), 0.4f);

    private final List<Size> looks = new ArrayList<>();

    private static SegmentedObject object(Region region, float score) {
        return new SegmentedObject(Mask.ofRegion(region), region.toBox(), score);
    }

    private static Segmentation segmentation(Size size, SegmentedObject... objects) {
        RunSummary summary = Drawn.summary(objects.length);
        return new Segmentation(size, List.of(objects), summary);
    }

    /** The choice among some objects, improved by close-ups of the whole plane that show others. */
    private Answers look(Prompts prompts, SegmentedObject first, SegmentedObject... closer) {
        Segmentation all = segmentation(SIZE, first);
        RgbImage planes = RgbImage.gray(SIZE, new float[SIZE.width() * SIZE.height()]);
        CloseUps closeUps =
                new CloseUps(
                        planes,
                        SegmentationSettings.defaults(),
                        (crop, settings) -> {
                            looks.add(crop.size());
                            return segmentation(crop.size(), closer);
                        });
        return new SecondLook(all, closeUps, 44, Selector::of)
                .improve(Selector.of(all).select(prompts), prompts);
    }

    private static Prompts together(Prompts prompts) {
        return prompts.withSettings(prompts.settings().withPointsMode(PointsMode.TOGETHER));
    }

    @Test
    void aPointOnAWeakObjectGetsASurerOneOfACloserLook() {
        SegmentedObject cell = object(new Region(8, 8, 10, 12), 0.8f);
        Answers selection = look(Prompts.point(12, 14), CLUMP, cell);
        assertEquals(cell.mask(), selection.objects().get(0).object().mask());
        assertEquals(1, looks.size());
    }

    @Test
    void aPointOnASureObjectIsNotLookedAtAgain() {
        SegmentedObject sure = object(new Region(5, 5, 40, 20), 0.6f);
        Answers selection =
                look(Prompts.point(12, 14), sure, object(new Region(8, 8, 10, 12), 0.9f));
        assertEquals(sure, selection.objects().get(0).object());
        assertEquals(List.of(), looks);
    }

    @Test
    void aWeakAnswerStaysWhereCloserLooksShowNothingBetter() {
        Answers selection =
                look(Prompts.point(12, 14), CLUMP, object(new Region(8, 8, 10, 12), 0.3f));
        assertEquals(CLUMP, selection.objects().get(0).object());
    }

    @Test
    void pointsThatMeanOneObjectTogetherChangeTogether() {
        Prompts points = together(Prompts.point(12, 14).andPoint(50, 30));
        SegmentedObject both = object(new Region(8, 8, 48, 28), 0.7f);
        Answers selection = look(points, CLUMP, both);
        assertEquals(1, selection.objects().size());
        assertEquals(both.mask(), selection.objects().get(0).object().mask());
        assertEquals(List.of(), selection.unmatched());
    }

    @Test
    void backgroundPointsAloneAreNotLookedAtAgain() {
        look(Prompts.of(List.of()).andBackground(2, 2), CLUMP);
        assertEquals(List.of(), looks);
    }
}
