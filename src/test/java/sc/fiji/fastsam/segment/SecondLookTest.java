package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;
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

    private final List<Size> looks = Collections.synchronizedList(new ArrayList<>());

    private static SegmentedObject object(Region region, float score) {
        return new SegmentedObject(Mask.ofRegion(region), region.toBox(), score);
    }

    private static Segmentation segmentation(Size size, SegmentedObject... objects) {
        RunSummary summary = Drawn.summary(objects.length);
        return new Segmentation(size, List.of(objects), summary);
    }

    /** The choice among some objects, improved by close-ups of the whole plane that show others. */
    private Answers look(Prompts prompts, SegmentedObject first, SegmentedObject... closer) {
        return look(prompts, Progress.NONE, first, closer);
    }

    private Answers look(
            Prompts prompts, Progress progress, SegmentedObject first, SegmentedObject... closer) {
        Segmentation all = segmentation(SIZE, first);
        RgbImage planes = RgbImage.gray(SIZE, new float[SIZE.width() * SIZE.height()]);
        return new SecondLook(
                        all, closeUps(planes, closer), closeUps(planes, closer), 44, Selector::of)
                .improve(Selector.of(all).select(prompts), prompts, progress);
    }

    private CloseUps closeUps(RgbImage planes, SegmentedObject... closer) {
        return new CloseUps(
                planes,
                SegmentationSettings.defaults(),
                (crop, settings) -> {
                    looks.add(crop.size());
                    return segmentation(crop.size(), closer);
                });
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

    private static SegmentedObject cell(int x, float score) {
        return object(new Region(x, 8, 10, 12), score);
    }

    @Test
    void aBoxIsLookedAtAtThreeSizesAndWhatIsProposedThereVotes() {
        Answers answers =
                look(Prompts.box(9, 8, 10, 12), cell(8, 0.2f), cell(9, 0.3f), cell(10, 0.2f));
        assertEquals(3, looks.size());
        assertEquals(cell(9, 0).mask(), answers.objects().get(0).object().mask());
        assertEquals(
                List.of("second look at 1 prompt: 1 answered better, network run 3 times more"),
                answers.notes());
    }

    @Test
    void aBoxKeepsItsObjectWhereTheLooksShowNone() {
        Answers answers = look(Prompts.box(9, 8, 10, 12), cell(8, 0.6f));
        assertEquals(cell(8, 0).mask(), answers.objects().get(0).object().mask());
        assertEquals(
                List.of("second look at 1 prompt: 0 answered better, network run 3 times more"),
                answers.notes());
    }

    @Test
    void aLooseBoxKeepsItsSureObject() {
        SegmentedObject sure = cell(12, 0.9f);
        SegmentedObject round = object(new Region(8, 4, 18, 20), 0.1f);
        Answers answers = look(Prompts.box(8, 4, 18, 20), sure, round);
        assertEquals(sure, answers.objects().get(0).object());
        assertEquals(3, looks.size());
    }

    @Test
    void aBoxRoundACellIsNotTheNucleusInIt() {
        SegmentedObject nucleus = cell(12, 0.9f);
        SegmentedObject cell = object(new Region(8, 4, 18, 20), 0.5f);
        Answers answers = look(Prompts.box(8, 4, 18, 20), nucleus, cell);
        assertEquals(cell.mask(), answers.objects().get(0).object().mask());
    }

    @Test
    void aBoxWithAnObjectThatFillsItIsNotLookedAtAgain() {
        Answers answers = look(Prompts.box(8, 8, 10, 12), cell(8, 0.3f), cell(9, 0.9f));
        assertEquals(cell(8, 0).mask(), answers.objects().get(0).object().mask());
        assertEquals(List.of(), looks);
    }

    @Test
    void aBoxThatIsOffItsSureObjectIsNotLookedAtAgain() {
        look(Prompts.box(10, 8, 10, 12), cell(8, 0.85f), cell(10, 0.3f));
        assertEquals(List.of(), looks);
        look(Prompts.box(10, 8, 10, 12), cell(8, 0.8f), cell(10, 0.3f));
        assertEquals(3, looks.size());
    }

    @Test
    void aBoxWhoseObjectFitsByItsOwnBoxButDoesNotFillItIsLookedAtAgain() {
        SegmentedObject thin =
                new SegmentedObject(
                        Mask.ofRegion(new Region(10, 9, 5, 8)),
                        new Region(8, 8, 10, 12).toBox(),
                        0.6f);
        Answers answers = look(Prompts.box(8, 8, 10, 12), thin, cell(8, 0.3f));
        assertEquals(cell(8, 0).mask(), answers.objects().get(0).object().mask());
    }

    @Test
    void boxesOfOneObjectGetTheSameMask() {
        Prompts boxes = Prompts.box(8, 8, 10, 12).andBox(9, 8, 10, 12);
        Answers answers = look(boxes, CLUMP, cell(8, 0.5f), cell(9, 0.5f));
        assertEquals(1, answers.objects().size());
        assertEquals(List.of("box1", "box2"), answers.objects().get(0).prompts());
    }

    @Test
    void aBoxOnTheObjectOfAPointGetsThePointsMask() {
        SegmentedObject sure = cell(8, 0.9f);
        Answers answers = look(Prompts.point(10, 10).andBox(9, 8, 10, 12), sure, cell(9, 0.5f));
        assertEquals(1, answers.objects().size());
        assertEquals(sure.mask(), answers.objects().get(0).object().mask());
    }

    @Test
    void theLooksTellHowFarTheyAreAndEndWhenAskedTo() {
        List<String> told = new ArrayList<>();
        AtomicBoolean canceled = new AtomicBoolean();
        Progress progress =
                new Progress() {
                    @Override
                    public void update(long done, long total, String task) {
                        told.add(task + " " + done + " of " + total);
                        canceled.set(done == 2);
                    }

                    @Override
                    public boolean isCanceled() {
                        return canceled.get();
                    }
                };
        assertThrows(
                CancellationException.class,
                () -> look(Prompts.box(9, 8, 10, 12), progress, cell(8, 0.2f)));
        assertEquals(List.of("Looking closer 1 of 3", "Looking closer 2 of 3"), told);
    }
}
