package sc.fiji.fastsam.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.BoxRule;
import sc.fiji.fastsam.settings.PointRule;
import sc.fiji.fastsam.settings.PointsMode;
import sc.fiji.fastsam.settings.PromptSettings;

class SelectorTest {

    private static final PromptSettings BEST =
            PromptSettings.DEFAULT.withPointRule(PointRule.BEST_SCORE);
    private static final PromptSettings TOGETHER = BEST.withPointsMode(PointsMode.TOGETHER);

    /** A cell (area 600) with its nucleus (48), a second cell (200), all in 100 x 60. */
    private static final Segmentation CELLS =
            new Scene(100, 60)
                    .rectangle(10, 10, 30, 20, 0.8)
                    .rectangle(20, 12, 8, 6, 0.9)
                    .rectangle(60, 35, 20, 10, 0.7)
                    .segmentation();

    private static List<Integer> areas(Answers selection) {
        return selection.objects().stream()
                .map(o -> Math.toIntExact(o.object().mask().area()))
                .toList();
    }

    private static List<Integer> areasAt(double x, double y, PointRule rule) {
        Prompts prompts =
                Prompts.point(x, y).withSettings(PromptSettings.DEFAULT.withPointRule(rule));
        return areas(CELLS.select(prompts));
    }

    @Test
    void nestedMasksGiveTheOneThatTheRuleNames() {
        assertEquals(List.of(48), areasAt(22, 14, PointRule.SMALLEST));
        assertEquals(List.of(600), areasAt(22, 14, PointRule.LARGEST));
        assertEquals(List.of(48), areasAt(22, 14, PointRule.BEST_SCORE));
        assertEquals(List.of(600), areasAt(22, 14, PointRule.MERGE));
        assertEquals(List.of(600), areasAt(11, 11, PointRule.SMALLEST));
    }

    @Test
    void amongNestedMasksOnlyOneThatIsAboutAsSureAsTheBestIsMeant() {
        for (double score : new double[] {0.4, 0.5, 0.9}) {
            Answers selection =
                    new Scene(100, 60)
                            .rectangle(10, 10, 30, 20, 0.9)
                            .rectangle(20, 12, 8, 6, score)
                            .segmentation()
                            .select(Prompts.point(22, 14));
            assertEquals(List.of(score < 0.45 ? 600 : 48), areas(selection));
        }
        // NB: the smallest, where that is asked for, however unsure it is.
        Prompts point =
                Prompts.point(22, 14)
                        .withSettings(PromptSettings.DEFAULT.withPointRule(PointRule.SMALLEST));
        Answers selection =
                new Scene(100, 60)
                        .rectangle(10, 10, 30, 20, 0.9)
                        .rectangle(20, 12, 8, 6, 0.1)
                        .segmentation()
                        .select(point);
        assertEquals(List.of(48), areas(selection));
    }

    @Test
    void mergedMasksAreTheUnionWithTheBestScoreAndABoxRoundBoth() {
        Segmentation crossing =
                new Scene(50, 40)
                        .rectangle(5, 10, 30, 4, 0.6)
                        .rectangle(20, 2, 5, 30, 0.5)
                        .segmentation();
        Prompts prompts =
                Prompts.point(22, 12)
                        .withSettings(PromptSettings.DEFAULT.withPointRule(PointRule.MERGE));
        SegmentedObject merged = crossing.select(prompts).objects().get(0).object();
        assertEquals(30 * 4 + 5 * 30 - 5 * 4, merged.mask().area());
        assertEquals(new Box(5, 2, 35, 32), merged.boxInSource());
        assertEquals(0.6f, merged.score());
    }

    @Test
    void separatePointsOnTwoObjectsGiveTwoObjectsInTheOrderOfThePoints() {
        Answers selection = CELLS.select(Prompts.point(65, 40).andPoint(11, 28).withSettings(BEST));
        assertEquals(List.of(200, 600), areas(selection));
        assertEquals(List.of("point1"), selection.objects().get(0).prompts());
        assertEquals(List.of("point2"), selection.objects().get(1).prompts());
        assertEquals(1, selection.indexOf(selection.answers().get(1)));
    }

    @Test
    void pointsTogetherMergedGiveOneObjectOfAllMasksUnderAny() {
        PromptSettings merge = TOGETHER.withPointRule(PointRule.MERGE);
        Answers selection =
                CELLS.select(Prompts.point(65, 40).andPoint(11, 28).withSettings(merge));
        assertEquals(List.of(800), areas(selection));
        assertEquals(List.of("point1", "point2"), selection.objects().get(0).prompts());
        Prompts twoOnOne = Prompts.point(65, 40).andPoint(11, 28).andPoint(12, 28);
        assertEquals(List.of(800), areas(CELLS.select(twoOnOne.withSettings(merge))));
    }

    @Test
    void pointsTogetherPreferAnObjectThatHoldsAllOfThem() {
        Prompts onNucleusAndCell = Prompts.point(22, 14).andPoint(38, 28);
        for (PointRule rule : PointRule.values()) {
            Answers selection =
                    CELLS.select(onNucleusAndCell.withSettings(TOGETHER.withPointRule(rule)));
            assertEquals(List.of(600), areas(selection), rule.toString());
        }
    }

    @Test
    void aPointThatTheObjectOfAllDoesNotHoldHasNoMatch() {
        Answers selection =
                CELLS.select(Prompts.point(65, 40).andPoint(22, 14).withSettings(TOGETHER));
        assertEquals(List.of(48), areas(selection));
        assertEquals(List.of("point1"), selection.unmatched());
    }

    @Test
    void theOrderOfPointsNeverMatters() {
        PointPrompt plus = new PointPrompt("plus", 22, 14, Role.FOREGROUND);
        PointPrompt minus = new PointPrompt("minus", 12, 28, Role.BACKGROUND);
        for (PointRule rule : PointRule.values()) {
            PromptSettings settings = TOGETHER.withPointRule(rule);
            Prompts one = Prompts.of(List.of(plus, minus)).withSettings(settings);
            Prompts other = Prompts.of(List.of(minus, plus)).withSettings(settings);
            assertEquals(List.of(48), areas(CELLS.select(one)));
            assertEquals(CELLS.select(one).objects(), CELLS.select(other).objects());
        }
    }

    @Test
    void aBackgroundPointRemovesWholeObjectsAndErasesNoPixels() {
        Segmentation overlapping =
                new Scene(60, 40)
                        .rectangle(0, 0, 20, 20, 0.9)
                        .rectangle(10, 10, 30, 20, 0.8)
                        .segmentation();
        Answers selection =
                overlapping.select(Prompts.point(5, 5).andBackground(30, 25).withSettings(BEST));
        assertEquals(List.of(400), areas(selection));
    }

    @Test
    void backgroundPointsBindEveryPointAndEveryBox() {
        Prompts prompts =
                Prompts.point(22, 14)
                        .andBox(10, 10, 30, 20)
                        .andBox(58, 34, 24, 12)
                        .andBackground(39, 29)
                        .withSettings(BEST.withMinBoxIou(0.2));
        Answers selection = CELLS.select(prompts);
        assertEquals(List.of(48, 200), areas(selection));
        assertEquals(List.of("box1"), selection.unmatched());
        Answer background = selection.answers().get(3);
        assertEquals(List.of(false, false), List.of(background.isMatch(), background.isNoMatch()));
    }

    @Test
    void backgroundPointsAloneGiveEverythingElse() {
        Answers selection = CELLS.select(Prompts.none().andBackground(39, 29));
        assertEquals(List.of(48, 200), areas(selection));
        assertEquals(List.of(), selection.objects().get(0).prompts());
        assertEquals(List.of(), selection.unmatched());
    }

    @Test
    void aPointOnNothingHasNoMatchAndTheOthersStay() {
        Answers selection = CELLS.select(Prompts.point(90, 5).andPoint(65, 40).withSettings(BEST));
        assertEquals(List.of("point1"), selection.unmatched());
        assertEquals(List.of(200), areas(selection));
        assertEquals(-1, selection.indexOf(selection.answers().get(0)));
        assertEquals(0, selection.indexOf(selection.answers().get(1)));
    }

    @Test
    void pointsOnTheLastRowAndColumnAndBeyondMeanTheNearestPixel() {
        Segmentation corner = new Scene(100, 60).rectangle(98, 57, 2, 3, 0.5).segmentation();
        assertEquals(List.of(6), areas(corner.select(Prompts.point(99, 59))));
        assertEquals(List.of(6), areas(corner.select(Prompts.point(99.99, 59.99))));
        assertEquals(List.of(), corner.select(Prompts.point(99.99, 59.99)).notes());
        Answers outside = corner.select(Prompts.point(100, 60));
        assertEquals(List.of(6), areas(outside));
        assertTrue(outside.notes().get(0).startsWith("point 'point1' at 100, 60 lies outside"));
        assertEquals(List.of("point1"), corner.select(Prompts.point(-3, -0.5)).unmatched());
        double[][] moves = {
            {-0.5, 30, 0.5, 30}, {100, 30, 99.5, 30}, {50, -3, 50, 0.5}, {50, 60, 50, 59.5}
        };
        for (double[] move : moves) {
            Prompts inside = Prompts.point(move[0], move[1]).inside(CELLS.size());
            PointPrompt moved = (PointPrompt) inside.prompts().get(0);
            assertEquals(List.of(move[2], move[3]), List.of(moved.x(), moved.y()));
            assertEquals(1, inside.notes().size());
        }
        assertEquals(List.of(), Prompts.point(0, 0).inside(CELLS.size()).notes());
    }

    @Test
    void subPixelPointsMeanThePixelThatHoldsThem() {
        assertEquals(List.of("point1"), CELLS.select(Prompts.point(9.99, 15)).unmatched());
        assertEquals(List.of(), CELLS.select(Prompts.point(10.01, 15)).unmatched());
    }

    @Test
    void boxesAreAnsweredInTheirOrder() {
        Prompts prompts = Prompts.box(60, 35, 20, 10).andBox(20, 12, 8, 6).andBox(10, 10, 30, 20);
        assertEquals(List.of(200, 48, 600), areas(CELLS.select(prompts)));
    }

    @Test
    void twoBoxesOnOneObjectGiveItOnceWithBothNames() {
        Answers selection = CELLS.select(Prompts.box(60, 35, 20, 10).andBox(58, 33, 20, 10));
        assertEquals(List.of(200), areas(selection));
        assertEquals(List.of("box1", "box2"), selection.objects().get(0).prompts());
        assertEquals("box1+box2", selection.objects().get(0).name());
        assertEquals(0, selection.indexOf(selection.answers().get(1)));
    }

    @Test
    void boxesTrimWhatLiesBeyondThemByMoreThanATenthOfTheirSides() {
        Answers right = CELLS.select(Prompts.box(10, 10, 20, 20));
        assertEquals(List.of(600), areas(right));
        Answers trimmed = right.trimmed();
        assertEquals(List.of(22 * 20), areas(trimmed));
        assertEquals(new Box(10, 10, 32, 30), trimmed.objects().get(0).object().boxInSource());
        assertEquals(List.of("box1"), trimmed.objects().get(0).prompts());
        assertEquals(right.answers().get(0).fit(), trimmed.answers().get(0).fit());
    }

    @Test
    void boxesThatFitTheirObjectTrimItToThePixel() {
        Answers trimmed = CELLS.select(Prompts.box(12.4, 10, 27.6, 18.6)).trimmed();
        assertEquals(List.of(28 * 19), areas(trimmed));
        assertEquals(new Box(12, 10, 40, 29), trimmed.objects().get(0).object().boxInSource());
    }

    @Test
    void boxesThatHoldAllOfTheirObjectOrLessThanHalfLeaveItWhole() {
        Answers whole = CELLS.select(Prompts.box(9, 9, 33, 22));
        assertSame(whole, whole.trimmed());
        Answers part = CELLS.select(Prompts.box(10, 10, 14, 20));
        assertSame(part, part.trimmed());
    }

    @Test
    void twoBoxesOnTwoHalvesOfOneObjectGetEachItsOwn() {
        Answers halves = CELLS.select(Prompts.box(10, 10, 16, 20).andBox(24, 10, 16, 20)).trimmed();
        assertEquals(List.of(18 * 20, 18 * 20), areas(halves));
    }

    @Test
    void pointsAndBackgroundPointsTrimNothing() {
        Answers point = CELLS.select(Prompts.point(11, 11));
        assertSame(point, point.trimmed());
        Answers others = CELLS.select(Prompts.none().andBackground(65, 40));
        assertSame(others, others.trimmed());
    }

    @Test
    void aBoxOverNothingHasNoMatch() {
        Answers selection = CELLS.select(Prompts.box(45, 2, 10, 10));
        assertEquals(List.of("box1"), selection.unmatched());
        assertTrue(selection.objects().isEmpty());
        // 4 of 600 + 100 - 4 pixels in common: a stranger
        assertEquals(List.of("box1"), CELLS.select(Prompts.box(38, 28, 10, 10)).unmatched());
        PromptSettings any = PromptSettings.DEFAULT.withMinBoxIou(0);
        assertEquals(
                List.of("box1"),
                CELLS.select(Prompts.box(45, 2, 10, 10).withSettings(any)).unmatched());
    }

    @Test
    void theBoxRulesDifferWhereAMaskFillsLittleOfItsBox() {
        Mask frame =
                Mask.ofRegion(new Region(10, 10, 20, 20))
                        .minus(Mask.ofRegion(new Region(11, 11, 18, 18)));
        Segmentation framed =
                new Scene(50, 40).object(frame, 0.5).rectangle(14, 14, 12, 12, 0.6).segmentation();
        Prompts box = Prompts.box(10, 10, 20, 20);
        Answers byBox = framed.select(box);
        assertEquals(List.of(76), areas(byBox));
        assertEquals(1, byBox.answers().get(0).fit());
        Answers byMask =
                framed.select(
                        box.withSettings(PromptSettings.DEFAULT.withBoxRule(BoxRule.MASK_IOU)));
        assertEquals(List.of(144), areas(byMask));
        assertEquals(144 / 400.0, byMask.answers().get(0).fit());
    }

    @Test
    void aBoxPartlyOutsideIsCutAtTheBorder() {
        Segmentation corner = new Scene(100, 60).rectangle(90, 50, 10, 10, 0.5).segmentation();
        Answers selection = corner.select(Prompts.box(90, 50, 40, 40));
        assertEquals(1, selection.answers().get(0).fit());
        assertEquals(
                List.of("box 'box1' reaches outside of the image: it was cut"), selection.notes());
    }

    @Test
    void aBoxWhollyOutsideIsAnErrorThatNamesIt() {
        Prompts prompts = Prompts.none().and(BoxPrompt.of("my cell", 100, 10, 20, 30));
        Exception e = assertThrows(IllegalArgumentException.class, () -> CELLS.select(prompts));
        assertTrue(e.getMessage().contains("'my_cell' (x 100, y 10, 20 x 30) lies outside"));
    }

    @Test
    void noDetectionAtAllGivesNoMatchForEveryPrompt() {
        Segmentation empty = new Scene(20, 30).segmentation();
        Answers selection =
                empty.select(Prompts.point(5, 5).andBackground(1, 1).andBox(2, 2, 5, 5));
        assertEquals(List.of("point1", "box1"), selection.unmatched());
        assertEquals("0 objects for 3 prompts; no match for point1, box1", selection.toString());
    }

    @Test
    void twoNearFullFrameObjectsStayApart() {
        Segmentation frames =
                new Scene(200, 100)
                        .rectangle(0, 0, 199, 100, 0.9)
                        .rectangle(1, 1, 199, 99, 0.8)
                        .rectangle(5, 6, 9, 8, 0.7)
                        .segmentation();
        assertEquals(List.of(199 * 99), areas(frames.select(Prompts.box(1, 1, 199, 99))));
        assertEquals(List.of(72), areas(frames.select(Prompts.box(5, 6, 9, 8))));
    }

    @Test
    void noPromptsAtAllIsAnErrorThatSaysWhatToGive() {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> CELLS.select(Prompts.none()));
        assertTrue(e.getMessage().contains("Give a point or a box"));
    }

    @Test
    void equallyGoodObjectsGoByTheirOrder() {
        Segmentation twins =
                new Scene(40, 30)
                        .rectangle(5, 5, 10, 4, 0.5)
                        .rectangle(5, 5, 4, 10, 0.5)
                        .segmentation();
        for (PointRule rule : List.of(PointRule.SMALLEST, PointRule.LARGEST)) {
            Prompts point =
                    Prompts.point(6, 6).withSettings(PromptSettings.DEFAULT.withPointRule(rule));
            assertEquals(twins.objects().get(0), twins.select(point).objects().get(0).object());
        }
    }

    @Test
    void hundredsOfPromptsOnOneObjectGiveItOnce() {
        Prompts prompts = Prompts.none().withSettings(BEST);
        for (int i = 0; i < 300; i++) {
            prompts = prompts.andPoint(60 + i % 20, 35 + i / 20 % 10);
        }
        Answers selection = CELLS.select(prompts);
        assertEquals(List.of(200), areas(selection));
        assertEquals(300, selection.objects().get(0).prompts().size());
    }

    @Test
    void onlyMergedMasksAreCleanedAndNeverOffTheirPoints() {
        Mask[] seen = new Mask[1];
        Selector selector =
                Selector.of(CELLS)
                        .withCleanUp(
                                mask -> {
                                    seen[0] = mask;
                                    return mask.crop(new Region(20, 10, 5, 20));
                                });
        PromptSettings merge = PromptSettings.DEFAULT.withPointRule(PointRule.MERGE);
        Prompts inside = Prompts.point(22, 14).withSettings(merge);
        assertEquals(List.of(100), areas(selector.select(inside)));
        assertEquals(
                List.of(600), areas(selector.select(Prompts.point(26, 14).withSettings(merge))));
        seen[0] = null;
        assertEquals(
                List.of(600), areas(selector.select(inside.withSettings(merge.withSmooth(false)))));
        assertEquals(
                List.of(200), areas(selector.select(Prompts.point(65, 40).withSettings(merge))));
        assertEquals(null, seen[0]);
    }

    @Test
    void theSelectionAsASegmentationKeepsItsOrderAndNamesWhatHasNoMatch() {
        Answers selection = CELLS.select(Prompts.box(60, 35, 20, 10).andPoint(90, 5));
        Segmentation chosen = selection.withNote("second look").chosen();
        assertEquals(CELLS.size(), chosen.size());
        assertEquals(1, chosen.objects().size());
        assertEquals(
                List.of(
                        new Note(Note.Kind.PROMPTS, "second look"),
                        new Note(Note.Kind.UNMATCHED, "no match for point1")),
                chosen.summary().notes());
        assertEquals(List.of(), CELLS.summary().notes());
        assertEquals(
                "1 object for 2 prompts; no match for point1; second look",
                selection.withNote("second look").toString());
    }

    private static Answer voted(Scene proposals, Prompts prompts) {
        return Selector.of(proposals.segmentation()).vote(prompts).answers().get(0);
    }

    /** Three proposals of one object, a larger one round it and another beside it. */
    private static Scene proposals() {
        return new Scene(100, 60)
                .rectangle(10, 10, 40, 20, 0.2)
                .rectangle(11, 10, 40, 20, 0.3)
                .rectangle(12, 10, 40, 20, 0.4)
                .rectangle(2, 2, 56, 40, 0.9)
                .rectangle(60, 35, 20, 10, 0.9);
    }

    @Test
    void proposalsThatFitABoxAboutAsWellAsTheBestVote() {
        Answer answer = voted(proposals(), Prompts.box(11, 10, 40, 20));
        assertEquals(Mask.ofRegion(new Region(11, 10, 40, 20)), answer.object().get().mask());
        assertEquals(0.4f, answer.object().get().score());
        assertEquals(1, answer.fit(), 1e-6);
    }

    @Test
    void aProposalThatFitsClearlyBetterDecidesAlone() {
        Answer answer = voted(proposals(), Prompts.box(2, 2, 56, 40));
        assertEquals(Mask.ofRegion(new Region(2, 2, 56, 40)), answer.object().get().mask());
        assertEquals(0.9f, answer.object().get().score());
    }

    @Test
    void aMaskThatFillsTheBoxFitsBetterThanOneWithAsGoodABoxOfItsOwn() {
        Region box = new Region(10, 10, 30, 20);
        Mask speck = Mask.ofRegion(new Region(15, 15, 10, 5));
        Scene scene = new Scene(100, 60).rectangle(11, 11, 29, 19, 0.3);
        Segmentation all = scene.segmentation();
        Segmentation both =
                all.withObjects(
                        List.of(
                                new SegmentedObject(speck, box.toBox(), 0.9f),
                                all.objects().get(0)));
        Answer answer = Selector.of(both).vote(Prompts.box(10, 10, 30, 20)).answers().get(0);
        assertEquals(29 * 19, answer.object().get().mask().area());
    }

    @Test
    void ofEqualProposalsThatShareNothingTheFirstIsTaken() {
        Mask upper = Mask.ofRegion(new Region(10, 10, 30, 10));
        Mask lower = Mask.ofRegion(new Region(10, 20, 30, 10));
        Box box = new Box(10, 10, 40, 30);
        Segmentation both =
                new Scene(100, 60)
                        .segmentation()
                        .withObjects(
                                List.of(
                                        new SegmentedObject(upper, box, 0.5f),
                                        new SegmentedObject(lower, box, 0.5f)));
        Answer answer = Selector.of(both).vote(Prompts.box(10, 10, 30, 20)).answers().get(0);
        assertEquals(upper, answer.object().get().mask());
    }

    @Test
    void votedBoxesWithoutFittingProposalsHaveNoMatch() {
        assertTrue(voted(proposals(), Prompts.box(80, 1, 15, 8)).isNoMatch());
        assertTrue(voted(proposals(), Prompts.box(79, 44, 20, 12)).isNoMatch());
    }

    @Test
    void proposalsWithABackgroundPointDoNotVote() {
        Answer answer = voted(proposals(), Prompts.box(11, 10, 40, 20).andBackground(51.5, 15));
        assertEquals(Mask.ofRegion(new Region(11, 10, 40, 20)), answer.object().get().mask());
        assertEquals(0.3f, answer.object().get().score());
    }
}
