package sc.fiji.fastsam.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.tensor.Tensor;

/** Networks of 64 x 32 pixels: 42 candidates, prototypes of 16 x 8. */
class HeadsTest {

    private static final int N = 42;

    private final FakeOutputs outputs = new FakeOutputs();

    @ParameterizedTest
    @CsvSource({"32, 1", "32, 2", "32, 80", "24, 1", "16, 3", "32, 16"})
    void theUsualExportIsReadInAllOrdersOfItsAxes(int k, int classes) {
        for (boolean candidatesFirst : new boolean[] {false, true}) {
            for (boolean channelLast : new boolean[] {false, true}) {
                for (boolean declared : new boolean[] {true, false}) {
                    FakeOutputs made = new FakeOutputs();
                    made.addTable(4 + classes + k, N, candidatesFirst);
                    made.addPrototypes(k, 8, 16, channelLast);
                    made.set(0, 7, 20, 10, 8, 6);
                    made.setField(0, 7, 4 + classes - 1, 0.75f);
                    made.setField(0, 7, 4 + classes, -2);
                    made.setField(0, 7, 4 + classes + k - 1, 3);
                    Proposals decoded = made.decode(declared, 0.5f);
                    Candidate only = decoded.candidates().get(0);
                    assertEquals(new Box(16, 7, 24, 13), only.boxInNetwork());
                    assertEquals(0.75f, only.score());
                    assertEquals(classes - 1, only.classIndex());
                    assertEquals(7, only.row());
                    float[] coefficients = decoded.detection(only).coefficients();
                    assertEquals(k, coefficients.length);
                    assertEquals(-2, coefficients[0]);
                    assertEquals(3, coefficients[k - 1]);
                    assertPrototypes(decoded.prototypes(), k);
                }
            }
        }
    }

    @Test
    void theBestClassGivesTheScore() {
        outputs.addTable(4 + 3 + 32, N, false);
        outputs.addPrototypes(32, 8, 16, false);
        outputs.set(0, 5, 20, 10, 8, 6, 0.3f, 0.9f, 0.6f);
        Candidate only = outputs.decode(true, 0.25f).candidates().get(0);
        assertEquals(0.9f, only.score());
        assertEquals(1, only.classIndex());
    }

    @Test
    void scoresMustExceedTheLimitAndTheBestComesFirst() {
        outputs.addTable(37, N, false);
        outputs.addPrototypes(32, 8, 16, false);
        outputs.set(0, 1, 20, 10, 8, 6, 0.5f);
        outputs.set(0, 2, 30, 10, 8, 6, 0.51f);
        outputs.set(0, 3, 40, 10, 8, 6, 0.9f);
        List<Integer> rows =
                outputs.decode(true, 0.5f).candidates().stream().map(Candidate::row).toList();
        assertEquals(List.of(3, 2), rows);
    }

    @Test
    void rowsWithoutAUsableBoxAreLeftOut() {
        outputs.addTable(37, N, false);
        outputs.addPrototypes(32, 8, 16, false);
        outputs.set(0, 1, 20, 10, 0, 6, 0.9f);
        outputs.set(0, 2, 20, 10, -5, 6, 0.9f);
        outputs.set(0, 3, Float.NaN, 10, 8, 6, 0.9f);
        outputs.set(0, 4, 20, Float.POSITIVE_INFINITY, 8, 6, 0.9f);
        outputs.set(0, 5, 20, 10, 8, 6, Float.NaN);
        outputs.set(0, 6, 20, 10, 8, 0, 0.9f);
        outputs.set(0, 7, 20, 10, 8, -6, 0.9f);
        assertTrue(outputs.decode(true, 0.5f).candidates().isEmpty());
    }

    @Test
    void scoresThatAreAllNanAreNoImageWithoutObjects() {
        outputs.addTable(37, N, false);
        outputs.addPrototypes(32, 8, 16, false);
        for (int i = 0; i < N; i++) {
            outputs.set(0, i, 20, 10, 8, 6, Float.NaN);
        }
        Exception e = assertThrows(HeadException.class, () -> outputs.decode(true, 0.5f));
        assertTrue(e.getMessage().startsWith("All 42 scores of the network are NaN"), "" + e);
    }

    @Test
    void aRawModuleExportIsReadWhateverTheOrderOfItsOutputs() {
        outputs.addTable(37, N, false);
        outputs.addMap(65, 4, 8);
        outputs.addMap(65, 2, 4);
        outputs.addMap(65, 1, 2);
        outputs.addTable(32, N, false);
        outputs.addPrototypes(32, 8, 16, false);
        outputs.set(0, 7, 20, 10, 8, 6, 0.75f);
        for (int i = 0; i < 6; i++) {
            outputs.rotate();
            Proposals decoded = outputs.decode(i % 2 == 0, 0.5f);
            assertEquals(new Box(16, 7, 24, 13), decoded.candidates().get(0).boxInNetwork());
            assertPrototypes(decoded.prototypes(), 32);
        }
    }

    @Test
    void suppressedCandidatesAreReadAsCornersScoreAndClass() {
        outputs.addTable(38, 10, true);
        outputs.addPrototypes(32, 8, 16, false);
        outputs.set(0, 0, 3, 4, 30, 14, 0.8f, 2, -7);
        Proposals decoded = outputs.decode(true, 0.5f);
        assertEquals(1, decoded.candidates().size());
        Candidate only = decoded.candidates().get(0);
        assertEquals(new Box(3, 4, 30, 14), only.boxInNetwork());
        assertEquals(2, only.classIndex());
        assertEquals(-7, decoded.detection(only).coefficients()[0]);
        assertEquals(32, decoded.detection(only).coefficients().length);
    }

    @Test
    void suppressedCandidatesMayAllBeEmpty() {
        outputs.addTable(38, 10, true);
        outputs.addPrototypes(32, 8, 16, false);
        assertTrue(outputs.decode(false, 0.25f).candidates().isEmpty());
        FakeOutputs none = new FakeOutputs();
        none.addTable(38, 0, true);
        none.addPrototypes(32, 8, 16, false);
        assertTrue(none.decode(false, 0.25f).candidates().isEmpty());
    }

    @Test
    void twoClassesAreNotTakenForSuppressedCandidates() {
        outputs.addTable(38, N, true);
        outputs.addPrototypes(32, 8, 16, false);
        outputs.set(0, 7, 20, 10, 8, 6, 0.1f, 0.75f);
        Candidate only = outputs.decode(true, 0.5f).candidates().get(0);
        assertEquals(new Box(16, 7, 24, 13), only.boxInNetwork());
        assertEquals(1, only.classIndex());
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, true"})
    void separateOutputsAreReadByTheirShapes(boolean channelLast, boolean scoresInAColumn) {
        outputs.addTable(4, N, true);
        outputs.add("class_idx", Tensor.zeros(1, N));
        outputs.add("scores", scoresInAColumn ? Tensor.zeros(1, N, 1) : Tensor.zeros(1, N));
        outputs.addTable(32, N, true);
        outputs.addPrototypes(32, 8, 16, channelLast);
        outputs.set(0, 7, 16, 7, 24, 13);
        outputs.tensors.get(2).values()[7] = 0.75f;
        outputs.set(3, 7, 5, 6);
        for (int i = 0; i < 5; i++) {
            outputs.rotate();
            Proposals decoded = outputs.decode(true, 0.5f);
            Candidate only = decoded.candidates().get(0);
            assertEquals(new Box(16, 7, 24, 13), only.boxInNetwork());
            assertEquals(0.75f, only.score());
            assertArrayEquals(
                    new float[] {5, 6, 0},
                    java.util.Arrays.copyOf(decoded.detection(only).coefficients(), 3));
            assertPrototypes(decoded.prototypes(), 32);
        }
    }

    @Test
    void mapsOfThreeStridesAreDecoded() {
        for (int stride = 8; stride <= 32; stride *= 2) {
            outputs.addMap(64, 32 / stride, 64 / stride);
            outputs.addMap(1, 32 / stride, 64 / stride);
        }
        for (int stride = 8; stride <= 32; stride *= 2) {
            outputs.addMap(32, 32 / stride, 64 / stride);
        }
        outputs.addPrototypes(32, 8, 16, false);
        for (int i : new int[] {1, 3, 5}) {
            java.util.Arrays.fill(outputs.tensors.get(i).values(), -9);
        }
        // Stride 16, map of 4 x 2, cell (3, 1): center (56, 24); distances 1, 0.5, 2, 3 cells.
        int cell = 7;
        outputs.tensors.get(3).values()[cell] = 0;
        float[] distances = outputs.tensors.get(2).values();
        java.util.Arrays.fill(distances, -100);
        distances[(0 * 16 + 1) * 8 + cell] = 0;
        distances[(1 * 16 + 0) * 8 + cell] = 0;
        distances[(1 * 16 + 1) * 8 + cell] = 0;
        distances[(2 * 16 + 2) * 8 + cell] = 0;
        distances[(3 * 16 + 3) * 8 + cell] = 0;
        outputs.tensors.get(7).values()[31 * 8 + cell] = 4;
        // Stride 32, map of 2 x 1, cell (0, 0): center (16, 16); distances 0, 0, 1, 1 cells.
        outputs.tensors.get(5).values()[0] = 2;
        float[] coarse = outputs.tensors.get(4).values();
        java.util.Arrays.fill(coarse, -100);
        coarse[(0 * 16 + 0) * 2] = 0;
        coarse[(1 * 16 + 0) * 2] = 0;
        coarse[(2 * 16 + 1) * 2] = 0;
        coarse[(3 * 16 + 1) * 2] = 0;
        outputs.tensors.get(8).values()[31 * 2] = 6;
        for (int i = 0; i < 10; i++) {
            outputs.rotate();
            Proposals decoded = outputs.decode(true, 0.4f);
            assertEquals(2, decoded.candidates().size());
            Candidate best = decoded.candidates().get(0);
            assertEquals(new Box(16, 16, 48, 48), best.boxInNetwork());
            assertEquals(1 / (1 + Math.exp(-2)), best.score(), 1e-6);
            assertEquals(6, decoded.detection(best).coefficients()[31]);
            Candidate next = decoded.candidates().get(1);
            assertEquals(new Box(40, 16, 88, 72), next.boxInNetwork());
            assertEquals(0.5f, next.score());
            assertEquals(4, decoded.detection(next).coefficients()[31]);
            assertPrototypes(decoded.prototypes(), 32);
        }
    }

    @Test
    void scoresThatAreAllZeroAreExplained() {
        outputs.addTable(37, N, false);
        outputs.addPrototypes(32, 8, 16, false);
        outputs.set(0, 7, 20, 10, 8, 6);
        Exception e = assertThrows(HeadException.class, () -> outputs.decode(true, 0.5f));
        assertTrue(e.getMessage().contains("All 42 scores"), e.getMessage());
        assertTrue(e.getMessage().contains("quantized to 8 bits"), e.getMessage());
    }

    @Test
    void anImageWithoutObjectsIsNoError() {
        outputs.addTable(37, N, false);
        outputs.addPrototypes(32, 8, 16, false);
        outputs.setField(0, 3, 4, 1e-7f);
        assertTrue(outputs.decode(true, 0.5f).candidates().isEmpty());
    }

    @Test
    void zerosThroughoutAreNoError() {
        outputs.addTable(37, N, false);
        outputs.addPrototypes(32, 8, 16, false);
        assertTrue(outputs.decode(true, 0.5f).candidates().isEmpty());
    }

    @Test
    void anotherNetworkIsRefusedBeforeItRuns() {
        outputs.add("logits", Tensor.zeros(1, 1000));
        Exception e = assertThrows(HeadException.class, () -> Heads.of(outputs.declared(true)));
        assertTrue(e.getMessage().contains("logits float32 [1, 1000]"), e.getMessage());
        assertTrue(e.getMessage().contains("[1, k, H/4, W/4]"), e.getMessage());
        assertThrows(HeadException.class, () -> Heads.of(outputs.declared(false)));
    }

    @Test
    void aDetectorWithoutMasksIsRefused() {
        outputs.addTable(84, N, false);
        assertThrows(HeadException.class, () -> Heads.of(outputs.declared(true)));
    }

    @Test
    void moreThanOneImageAtATimeIsRefused() {
        outputs.add("output0", Tensor.zeros(2, 37, N));
        outputs.add("output1", Tensor.zeros(2, 32, 8, 16));
        assertThrows(HeadException.class, () -> Heads.of(outputs.declared(true)));
        assertThrows(HeadException.class, () -> outputs.decode(false, 0.5f));
    }

    @Test
    void aMissingOutputIsNoticed() {
        outputs.addTable(37, N, false);
        outputs.addPrototypes(32, 8, 16, false);
        Head head = Heads.of(outputs.declared(false));
        List<Tensor> one = outputs.tensors.subList(0, 1);
        Exception e = assertThrows(HeadException.class, () -> head.decode(one, 0.5f));
        assertEquals("The network declares 2 outputs, but gave 1.", e.getMessage());
    }

    @Test
    void theOrderOfTheTwoUsualOutputsMakesNoDifference() {
        outputs.addTable(37, N, false);
        outputs.addPrototypes(32, 8, 16, false);
        outputs.set(0, 7, 20, 10, 8, 6, 0.75f);
        List<Tensor> reversed = new ArrayList<>(outputs.tensors);
        Collections.reverse(reversed);
        outputs.rotate();
        assertEquals(reversed, outputs.tensors);
        assertEquals(7, outputs.decode(true, 0.5f).candidates().get(0).row());
    }

    /** Prototype k has the value 100 k + y * 16 + x at (x, y). */
    private static void assertPrototypes(Tensor prototypes, int k) {
        assertArrayEquals(new int[] {k, 8, 16}, prototypes.shape());
        assertEquals(0, prototypes.values()[0]);
        assertEquals(100 * (k - 1) + 3 * 16 + 5, prototypes.values()[(k - 1) * 128 + 3 * 16 + 5]);
    }
}
