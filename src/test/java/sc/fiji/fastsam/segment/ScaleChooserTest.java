package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.settings.Diameter;
import sc.fiji.fastsam.settings.ScaleSettings;
import sc.fiji.fastsam.tensor.TensorInfo;

class ScaleChooserTest {

    private static final Size PLANE = new Size(320, 200);

    private final List<Double> looks = new ArrayList<>();
    private final List<Double> windows = new ArrayList<>();
    private double bestScore = 0.9;
    private double quality = 0.8;

    private static ModelSpec spec(Map<String, String> metadata) throws ModelException {
        TensorInfo input =
                new TensorInfo(
                        "images", TensorInfo.ElementType.FLOAT32, List.of(-1L, 3L, -1L, -1L));
        return ModelSpec.of(List.of(input), List.of(), metadata);
    }

    private static ScaleChooser chooser(ScaleSettings settings) throws ModelException {
        return chooser(settings, PLANE);
    }

    private static ScaleChooser chooser(ScaleSettings settings, Size plane) throws ModelException {
        return new ScaleChooser(spec(Map.of("fastsam.favourite_diameter", "36")), settings, plane);
    }

    /** Sees objects whose diameter depends on the gain; 0 = none. */
    private final class Eye implements Sight {
        private final DoubleUnaryOperator diameterAt;
        private final DoubleUnaryOperator qualityAt;

        Eye(DoubleUnaryOperator diameterAt, DoubleUnaryOperator qualityAt) {
            this.diameterAt = diameterAt;
            this.qualityAt = qualityAt;
        }

        @Override
        public Look whole(double gain) {
            looks.add(gain);
            return look(gain, diameterAt.applyAsDouble(gain), qualityAt.applyAsDouble(gain));
        }

        @Override
        public Look windows(double gain) {
            windows.add(gain);
            Look look = look(gain, diameterAt.applyAsDouble(gain), qualityAt.applyAsDouble(gain));
            return new Look(
                    gain,
                    look.diameter(),
                    look.bestScore(),
                    look.quality(),
                    List.of(),
                    List.of(),
                    Optional.empty());
        }

        @Override
        public Look around(double gain, List<Box> places) {
            throw new AssertionError("a scale needs no such look");
        }
    }

    private Eye eye(DoubleUnaryOperator diameterAt) {
        return new Eye(diameterAt, gain -> quality);
    }

    private Look look(double gain, double diameter, double quality) {
        TilePrediction raw =
                new TilePrediction(
                        Tile.whole(PLANE), Letterbox.scaledBy(PLANE, gain, 32), List.of());
        return new Look(
                gain,
                diameter > 0 ? OptionalDouble.of(diameter) : OptionalDouble.empty(),
                diameter > 0 ? bestScore : 0,
                diameter > 0 ? quality : 0,
                List.of(),
                List.of(),
                Optional.of(raw));
    }

    private Scale automatic(DoubleUnaryOperator diameterAt) throws ModelException {
        return chooser(ScaleSettings.AUTOMATIC).choose(eye(diameterAt));
    }

    /** A plane whose first look is from a gain of 0.4. */
    private Scale large(Sight sight) throws ModelException {
        return chooser(ScaleSettings.AUTOMATIC, new Size(1600, 1200)).choose(sight);
    }

    @Test
    void saysWhereADiameterIsNotUsedAsStated() throws ModelException {
        assertEquals(
                Optional.of("diameter is not used, as image_size is stated"),
                note(new ScaleSettings(Diameter.inPixels(12), 640)));
        assertEquals(
                Optional.of(
                        "diameter was taken as 4.50 px, the smallest that can be asked of this"
                                + " network, in place of 3.00 px"),
                note(ScaleSettings.ofDiameter(3)));
        assertEquals(
                Optional.of(
                        "diameter was taken as 576 px, the largest that can be asked of this"
                                + " network, in place of 30000 px"),
                note(ScaleSettings.ofDiameter(30_000)));
        assertEquals(Optional.empty(), note(ScaleSettings.ofDiameter(4.5)));
        assertEquals(Optional.empty(), note(ScaleSettings.ofDiameter(576)));
        assertEquals(Optional.empty(), note(ScaleSettings.AUTOMATIC));
    }

    private static Optional<String> note(ScaleSettings settings) throws ModelException {
        return chooser(settings).note().map(Note::text);
    }

    @Test
    void aDiameterSaysTheScaleWithoutALook() throws ModelException {
        Scale scale = chooser(ScaleSettings.ofDiameter(12)).choose(eye(g -> 5));
        assertEquals(3, scale.gain(), 1e-9);
        assertTrue(looks.isEmpty());
    }

    @Test
    void anImageSizeWinsOverADiameter() throws ModelException {
        assertEquals(
                2,
                chooser(new ScaleSettings(Diameter.inPixels(12), 640)).choose(eye(g -> 5)).gain());
    }

    @Test
    void aLookFromTheRightGainIsTheResult() throws ModelException {
        Scale scale = automatic(gain -> 17);
        assertEquals(List.of(2.0), looks);
        assertEquals(2, scale.gain());
        assertTrue(scale.whole().isPresent());
    }

    @Test
    void aLookThatIsALittleOffGivesTheGainOfTheResult() throws ModelException {
        Scale scale = automatic(gain -> 13);
        assertEquals(List.of(2.0), looks);
        assertEquals(36 / 13.0, scale.gain(), 1e-9);
        assertTrue(scale.whole().isEmpty());
    }

    @Test
    void aLookFromFarOffThatShowsOnlyLargeObjectsIsFollowedByANearerOne() throws ModelException {
        Scale scale = automatic(gain -> gain < 3 ? 11.6 : 9.5);
        assertEquals(List.of(2.0, 36 / 11.6), looks);
        assertEquals(36 / 9.5, scale.gain(), 1e-9);
    }

    @Test
    void specksDoNotBringTheImageNearerThanFourTimes() throws ModelException {
        Scale scale = automatic(gain -> 3);
        assertEquals(4, scale.gain(), 1e-9);
        assertEquals(8, chooser(ScaleSettings.ofDiameter(3)).choose(eye(g -> 3)).gain(), 1e-9);
    }

    @Test
    void whereNothingIsSeenOneLooksNearerThenFartherOff() throws ModelException {
        Scale scale = automatic(gain -> 0);
        assertEquals(List.of(2.0, 4.0, 1.6, 0.8, 0.5), looks);
        assertEquals(2, scale.gain(), 1e-9);
    }

    @Test
    void anObjectThatFillsThePlaneIsSeenFromFarOff() throws ModelException {
        Scale scale =
                chooser(ScaleSettings.AUTOMATIC)
                        .choose(new Eye(g -> g < 1 ? 180 : 0, g -> g < 0.6 ? 0.9 : 0.8));
        assertEquals(0.5, scale.gain(), 1e-9);
        assertTrue(scale.sure());
        assertTrue(scale.whole().isPresent());
        assertFalse(scale.parts());
    }

    @Test
    void patternsInNoiseSeenFromFarOffAreNotBelieved() throws ModelException {
        bestScore = 0.7;
        Sight sight = new Eye(g -> g < 1 ? 110 : 0, g -> 0.7);
        Scale scale = chooser(ScaleSettings.AUTOMATIC).choose(sight);
        assertEquals(2, scale.gain(), 1e-9);
        assertFalse(scale.sure());
    }

    @Test
    void whereNoLookIsFromTheGainWantedTheClearestIsBelieved() throws ModelException {
        Sight sight = new Eye(g -> 300, g -> g == 0.8 ? 0.9 : 0.65);
        Scale scale = chooser(ScaleSettings.AUTOMATIC).choose(sight);
        assertEquals(0.8, scale.gain(), 1e-9);
        assertEquals(
                List.of(2.0, 0.8, 0.32),
                looks.stream().map(g -> Math.round(100 * g) / 100.0).toList());
        assertTrue(scale.whole().isPresent());
    }

    @Test
    void dimSmallThingsDoNotBringTheImageNearer() throws ModelException {
        bestScore = 0.55;
        assertEquals(2, automatic(gain -> 9).gain(), 1e-9);
        assertEquals(36 / 40.0, automatic(gain -> 40).gain(), 1e-9);
    }

    @Test
    void oneSureObjectInAnyLookIsEnough() throws ModelException {
        Scale scale =
                automatic(
                        gain -> {
                            bestScore = gain > 3 ? 0.65 : 0.4;
                            return 9;
                        });
        assertEquals(4, scale.gain(), 1e-9);
    }

    @Test
    void aNetworkWithoutAFavoriteDiameterSeesTheImageAtItsOwnSize() throws ModelException {
        ScaleChooser chooser =
                new ScaleChooser(
                        spec(Map.of("imgsz", "[480, 640]")), ScaleSettings.AUTOMATIC, PLANE);
        assertEquals(2, chooser.choose(eye(g -> 5)).gain());
        assertTrue(looks.isEmpty());
    }

    /** A plane of 320 x 200 pixels. */
    @ParameterizedTest
    @CsvSource({"320, 640, 1.6", "640, 320, 1", "640, 640, 2", "200, 640, 1"})
    void aNetworkOfOneSizeSeesTheWholeImage(long height, long width, double gain)
            throws ModelException {
        TensorInfo input =
                new TensorInfo(
                        "images", TensorInfo.ElementType.FLOAT32, List.of(1L, 3L, height, width));
        ModelSpec spec = ModelSpec.of(List.of(input), List.of(), Map.of());
        ScaleChooser chooser = new ScaleChooser(spec, ScaleSettings.AUTOMATIC, PLANE);
        assertEquals(gain, chooser.choose(eye(g -> 5)).gain());
    }

    @Test
    void anotherLookIsNeverFartherAwayThanAFewTimes() throws ModelException {
        automatic(gain -> 400);
        assertEquals(2 / 2.5, looks.get(1), 1e-9);
    }

    @Test
    void aScaleThatNothingSureToldSaysSo() throws ModelException {
        assertTrue(automatic(gain -> 18).sure());
        bestScore = 0.5;
        assertFalse(automatic(gain -> 18).sure());
        assertFalse(automatic(gain -> 0).sure());
        assertTrue(chooser(ScaleSettings.ofDiameter(12)).choose(eye(g -> 0)).sure());
    }

    @Test
    void aLargePlaneThatIsSeenClearlyFromFarOffIsNotLookedAtInWindows() throws ModelException {
        assertEquals(0.4, large(eye(gain -> 90)).gain(), 1e-9);
        assertEquals(36 / 26.0, large(eye(gain -> 26)).gain(), 1e-9);
        assertEquals(List.of(), windows);
    }

    @Test
    void smallObjectsThatVanishFromFarOffAreSeenInWindows() throws ModelException {
        Scale scale = large(eye(gain -> gain < 0.8 ? 0 : 12));
        assertEquals(List.of(0.4), looks);
        assertEquals(List.of(1.0, 2.5), windows);
        assertEquals(3, scale.gain(), 1e-9);
        assertTrue(scale.sure());
        assertTrue(scale.whole().isEmpty());
    }

    @Test
    void aPatternOfSmallObjectsThatLooksLikeLargeOnesIsNotBelieved() throws ModelException {
        Sight sight = new Eye(gain -> gain < 0.8 ? 200 : 12, gain -> gain < 0.8 ? 0.5 : 0.8);
        assertEquals(3, large(sight).gain(), 1e-9);
    }

    @Test
    void dimLargeObjectsAreBelievedWhereWindowsShowNothingClearer() throws ModelException {
        quality = 0.5;
        assertEquals(0.6, large(eye(gain -> gain < 0.8 ? 60 : 0)).gain(), 1e-9);
    }

    @Test
    void whereWindowsShowNothingOneLooksFromFartherOff() throws ModelException {
        Scale scale = large(eye(gain -> gain < 0.3 ? 160 : 0));
        assertEquals(List.of(0.4, 0.2), looks);
        assertEquals(List.of(1.0, 2.0, 4.0), windows);
        assertEquals(0.2, scale.gain(), 1e-9);
        assertTrue(scale.sure());
    }

    @Test
    void whereNothingIsSeenInALargePlaneTheScaleIsAGuess() throws ModelException {
        Scale scale = large(eye(gain -> 0));
        assertFalse(scale.sure());
        assertEquals(0.4, scale.gain(), 1e-9);
    }

    @Test
    void whatFallsApartIntoDoubtfulPartsFromNearerIsLeftWhole() throws ModelException {
        Sight sight = new Eye(g -> g > 1 ? 18 : 150, g -> g > 1 ? 0.5 : g > 0.6 ? 0.85 : 0.8);
        Scale scale = chooser(ScaleSettings.AUTOMATIC).choose(sight);
        assertEquals(List.of(2.0, 0.8, 0.5), looks);
        assertEquals(0.8, scale.gain(), 1e-9);
        assertTrue(scale.parts());
        assertTrue(scale.whole().isPresent());
    }

    @Test
    void ofAStainCellsAreNotTakenForPartsOfTheTissue() throws ModelException {
        ModelSpec spec = spec(Map.of("fastsam.favourite_diameter", "36"));
        Sight sight = new Eye(g -> g > 1 ? 18 : 150, g -> g > 1 ? 0.5 : g > 0.6 ? 0.85 : 0.8);
        Scale scale = new ScaleChooser(spec, ScaleSettings.AUTOMATIC, PLANE, true).choose(sight);
        assertEquals(List.of(2.0), looks);
        assertEquals(2, scale.gain(), 1e-9);
    }

    @Test
    void ofAStainALargePlaneIsLookedAtAsItIsFirst() throws ModelException {
        Sight glandsFromFarOff = new Eye(g -> g < 0.8 ? 200 : 24, g -> g < 0.8 ? 0.9 : 0.5);
        assertEquals(1.5, stained(glandsFromFarOff).gain(), 1e-9);
        assertEquals(List.of(1.0), windows.subList(0, 1));
        assertEquals(List.of(), looks);
        windows.clear();
        Sight largeNuclei = new Eye(g -> 120, g -> 0.8);
        assertEquals(36 / 120.0, stained(largeNuclei).gain(), 1e-9);
        assertEquals(List.of(), looks);
    }

    @Test
    void ofAStainCellsThatOnlyShowFromNearerAreLookedFor() throws ModelException {
        Sight tinyNuclei = new Eye(g -> g < 1.3 ? 120 : 11, g -> g < 1.3 ? 0.7 : 0.95);
        assertEquals(36 / 11.0, stained(tinyNuclei).gain(), 1e-9);
        assertEquals(List.of(1.0, 2.5), windows);
        windows.clear();
        Sight nothingAtFirst = new Eye(g -> g < 1.9 ? 0 : 9, g -> 0.8);
        assertEquals(4, stained(nothingAtFirst).gain(), 1e-9);
    }

    @Test
    void ofAStainOneGoesLittleNearerOnWhatIsNotSure() throws ModelException {
        bestScore = 0.5;
        Scale scale = stained(new Eye(g -> 9, g -> 0.4));
        assertEquals(1.5, scale.gain(), 1e-9);
        assertFalse(scale.sure());
    }

    private Scale stained(Sight sight) throws ModelException {
        ModelSpec spec = spec(Map.of("fastsam.favourite_diameter", "36"));
        Size large = new Size(1600, 1200);
        return new ScaleChooser(spec, ScaleSettings.AUTOMATIC, large, true).choose(sight);
    }

    @Test
    void aLookFromFartherOffThatIsHardlySurerIsNotBelieved() throws ModelException {
        Sight sight = new Eye(g -> g > 1 ? 18 : 150, g -> g > 1 ? 0.5 : 0.6);
        Scale scale = chooser(ScaleSettings.AUTOMATIC).choose(sight);
        assertEquals(2, scale.gain(), 1e-9);
        assertFalse(scale.parts());
    }

    @Test
    void theSameObjectsAreNotLookedAtSmaller() throws ModelException {
        Sight sight = new Eye(g -> 18, g -> g > 1 ? 0.5 : 0.85);
        assertEquals(2, chooser(ScaleSettings.AUTOMATIC).choose(sight).gain(), 1e-9);
    }

    @Test
    void rowsOfSmallThingsThatLookLikeDoubtfulLargeOnesAreSeenFromNearer() throws ModelException {
        Sight sight = new Eye(g -> g > 2.5 ? 9 : 22, g -> g > 2.5 ? 0.9 : 0.5);
        Scale scale = chooser(ScaleSettings.AUTOMATIC).choose(sight);
        assertEquals(2.5 * 36 / 22, scale.gain(), 0.1);
        assertEquals(1, windows.size());
        assertFalse(scale.parts());
    }
}
