package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.settings.Diameter;
import sc.fiji.fastsam.settings.ScaleSettings;
import sc.fiji.fastsam.tensor.TensorInfo;

class ScaleChooserTest {

    private static final Size PLANE = new Size(320, 200);

    private final List<Double> looks = new ArrayList<>();
    private double bestScore = 0.9;

    private static ModelSpec spec(Map<String, String> metadata) throws ModelException {
        TensorInfo input =
                new TensorInfo(
                        "images", TensorInfo.ElementType.FLOAT32, List.of(-1L, 3L, -1L, -1L));
        return ModelSpec.of(List.of(input), List.of(), metadata);
    }

    private static ScaleChooser chooser(ScaleSettings settings) throws ModelException {
        return new ScaleChooser(spec(Map.of("fastsam.favourite_diameter", "36")), settings, PLANE);
    }

    /** A look that sees objects whose diameter depends on the gain; 0 = none. */
    private Look see(double gain, DoubleUnaryOperator diameterAt) {
        looks.add(gain);
        double diameter = diameterAt.applyAsDouble(gain);
        TilePrediction raw =
                new TilePrediction(
                        Tile.whole(PLANE), Letterbox.scaledBy(PLANE, gain, 32), List.of());
        return new Look(
                gain,
                diameter > 0 ? OptionalDouble.of(diameter) : OptionalDouble.empty(),
                diameter > 0 ? bestScore : 0,
                Optional.of(raw));
    }

    private Scale automatic(DoubleUnaryOperator diameterAt) throws ModelException {
        return chooser(ScaleSettings.AUTOMATIC).choose(gain -> see(gain, diameterAt));
    }

    @Test
    void aDiameterSaysTheScaleWithoutALook() throws ModelException {
        Scale scale = chooser(ScaleSettings.ofDiameter(12)).choose(gain -> see(gain, g -> 5));
        assertEquals(3, scale.gain(), 1e-9);
        assertTrue(looks.isEmpty());
    }

    @Test
    void anImageSizeWinsOverADiameter() throws ModelException {
        assertEquals(
                2,
                chooser(new ScaleSettings(Diameter.inPixels(12), 640))
                        .choose(g -> see(g, d -> 5))
                        .gain());
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
        assertEquals(
                8, chooser(ScaleSettings.ofDiameter(3)).choose(g -> see(g, d -> 3)).gain(), 1e-9);
    }

    @Test
    void whereNothingIsSeenOneLooksNearerThenFartherOff() throws ModelException {
        Scale scale = automatic(gain -> 0);
        assertEquals(List.of(2.0, 4.0, 1.6), looks);
        assertEquals(2, scale.gain(), 1e-9);
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
                chooser(ScaleSettings.AUTOMATIC)
                        .choose(
                                gain -> {
                                    bestScore = gain > 3 ? 0.65 : 0.4;
                                    return see(gain, g -> 9);
                                });
        assertEquals(4, scale.gain(), 1e-9);
    }

    @Test
    void aNetworkWithoutAFavoriteDiameterSeesTheImageAtItsOwnSize() throws ModelException {
        ScaleChooser chooser =
                new ScaleChooser(
                        spec(Map.of("imgsz", "[480, 640]")), ScaleSettings.AUTOMATIC, PLANE);
        assertEquals(2, chooser.choose(gain -> see(gain, g -> 5)).gain());
        assertTrue(looks.isEmpty());
    }

    @Test
    void anotherLookIsNeverFartherAwayThanAFewTimes() throws ModelException {
        automatic(gain -> 400);
        assertEquals(2 / 2.5, looks.get(1), 1e-9);
    }
}
