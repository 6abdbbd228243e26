package sc.fiji.fastsam.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.tensor.Tensor;

/** Outputs of other software than Ultralytics', of networks of 64 x 32 pixels. */
class ForeignHeadsTest {

    /** 8 x 4, 4 x 2 and 2 x 1 places. */
    private static final int PLACES = 42;

    private final FakeOutputs outputs = new FakeOutputs();

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "3, true", "80, false"})
    void objectnessMultipliesTheClassesOfYolov5(int classes, boolean declared) {
        Tensor table = Tensor.zeros(1, 3 * PLACES, 5 + classes + 32);
        outputs.add("output0", table);
        outputs.addPrototypes(32, 8, 16, false);
        int row = 100 * table.length(2);
        fill(table, row, 20, 10, 8, 6, 0.8f);
        table.values()[row + 4 + classes] = 0.75f;
        table.values()[row + 5 + classes] = -2;
        fill(table, 7 * table.length(2), 30, 20, 8, 6, 0.9f, 0.1f);
        fill(table, 8 * table.length(2), 30, 20, 8, 6, 0.1f, 0.9f);
        Proposals decoded = outputs.decode(declared, 0.3f);
        assertEquals(1, decoded.candidates().size());
        Candidate only = decoded.candidates().get(0);
        assertEquals(new Box(16, 7, 24, 13), only.boxInNetwork());
        assertEquals(0.6f, only.score(), 1e-6f);
        assertEquals(classes - 1, only.classIndex());
        assertEquals(-2, decoded.detection(only).coefficients()[0]);
    }

    @Test
    void objectnessThatIsNowhereANumberIsNoImageWithoutObjects() {
        Tensor table = Tensor.zeros(1, 3 * PLACES, 37 + 1);
        outputs.add("output0", table);
        outputs.addPrototypes(32, 8, 16, false);
        for (int i = 0; i < 3 * PLACES; i++) {
            fill(table, i * 38, 20, 10, 8, 6, Float.NaN, 0.7f);
        }
        Exception e = assertThrows(HeadException.class, () -> outputs.decode(true, 0.3f));
        assertTrue(e.getMessage().contains("NaN"), "" + e);
    }

    /** As of 8 bits where boxes and scores share a step of 1.1 (280 pixels in 255). */
    @Test
    void scoresInStepsOfTheBoxesAreSaidToBeQuantized() {
        outputs.addTable(37, PLACES, false);
        outputs.addPrototypes(32, 8, 16, false);
        outputs.set(0, 1, 20, 10, 8, 6, 1.1f);
        Exception e = assertThrows(HeadException.class, () -> outputs.decode(true, 0.5f));
        assertTrue(e.getMessage().contains("8 bits"), "" + e);
    }

    /** Of 300 rows, those that are not used have the score and class -1 in some exports. */
    @Test
    void rowsMarkedAsUnusedAreNoScores() {
        Tensor table = Tensor.zeros(1, 300, 38);
        Arrays.fill(table.values(), -1);
        outputs.add("output0", table);
        outputs.addPrototypes(32, 8, 16, false);
        fill(table, 0, 16, 7, 24, 13, 0.8f, 0);
        assertEquals(1, outputs.decode(true, 0.3f).candidates().size());
    }

    private static void fill(Tensor table, int at, float... values) {
        System.arraycopy(values, 0, table.values(), at, values.length);
    }

    @Test
    void theObjectnessOfYolov6IsAlwaysOneAndNoClass() {
        outputs.addTable(4 + 1 + 2 + 32, PLACES, true);
        outputs.addPrototypes(32, 8, 16, false);
        for (int i = 0; i < PLACES; i++) {
            outputs.set(0, i, 20, 10, 8, 6, 1, 0.01f, 0.02f);
        }
        outputs.set(0, 5, 20, 10, 8, 6, 1, 0.01f, 0.75f, -3);
        Proposals decoded = outputs.decode(true, 0.5f);
        assertEquals(1, decoded.candidates().size());
        Candidate only = decoded.candidates().get(0);
        assertEquals(0.75f, only.score());
        assertEquals(1, only.classIndex());
        assertEquals(-3, decoded.detection(only).coefficients()[0]);
    }

    @ParameterizedTest
    @ValueSource(floats = {-3, 1.5f})
    void scoresWithoutTheLastSigmoidAreRefused(float score) {
        outputs.addTable(37, PLACES, false);
        outputs.addPrototypes(32, 8, 16, false);
        outputs.set(0, 1, 20, 10, 8, 6, score);
        for (int i = 0; score < 0 && i < PLACES; i++) {
            outputs.setField(0, i, 4, score);
        }
        Exception e = assertThrows(HeadException.class, () -> outputs.decode(true, 0.5f));
        assertTrue(e.getMessage().startsWith("The network gives scores such as " + score), "" + e);
    }

    @Test
    void boxesThatAreFractionsOfTheImageAreRefused() {
        outputs.addTable(37, PLACES, false);
        outputs.addPrototypes(32, 8, 16, false);
        for (int i = 0; i < PLACES; i++) {
            outputs.set(0, i, i / 42f, i / 42f, 0.1f, 0.1f, 0.6f);
        }
        Exception e = assertThrows(HeadException.class, () -> outputs.decode(true, 0.5f));
        assertTrue(e.getMessage().contains("fractions of the image"), "" + e);
    }

    /** As Mask R-CNN and RTMDet give them: a mask a box, and no prototypes. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMaskForEachBoxIsNotTakenForPrototypes(boolean declared) {
        outputs.add("dets", Tensor.zeros(1, 100, 5));
        outputs.add("labels", Tensor.zeros(1, 100));
        Tensor masks = Tensor.zeros(1, 100, 28, 28);
        Arrays.fill(masks.values(), 1);
        outputs.add("masks", masks);
        assertThrows(HeadException.class, () -> outputs.decode(declared, 0.25f));
    }

    /** As YOLACT gives them: nothing says where the boxes are. */
    @Test
    void aTableOfScoresAloneIsNotTakenForCandidates() {
        outputs.add("loc", Tensor.zeros(1, 19248, 4));
        outputs.add("conf", Tensor.zeros(1, 19248, 81));
        outputs.add("mask", Tensor.zeros(1, 19248, 32));
        outputs.add("proto", Tensor.zeros(1, 138, 138, 32));
        assertThrows(HeadException.class, () -> Heads.of(outputs.declared(true)));
    }

    /** YOLOv8-p6: strides 8 to 64 of an image of 64 x 64 pixels. */
    @Test
    void fourLevelsAreReadToo() {
        outputs.addTable(38, 85, true);
        outputs.addPrototypes(32, 16, 16, false);
        Tensor table = outputs.tensors.get(0);
        fill(table, 84 * 38, 20, 10, 8, 6, 0.1f, 0.75f);
        Candidate only = outputs.decode(true, 0.5f).candidates().get(0);
        assertEquals(new Box(16, 7, 24, 13), only.boxInNetwork());
        assertEquals(1, only.classIndex());
    }
}
