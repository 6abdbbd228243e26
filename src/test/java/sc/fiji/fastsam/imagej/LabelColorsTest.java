package sc.fiji.fastsam.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class LabelColorsTest {

    @Test
    void zeroIsBlackAndTheTableHasTheSameColors() {
        assertEquals(Color.BLACK, LabelColors.of(0));
        assertEquals(0xff000000, LabelColors.lut().getRGB(0));
        assertEquals(LabelColors.of(17).getRGB(), LabelColors.lut().getRGB(17));
    }

    @Test
    void theTableHoldsTheColorsThatTheRuleChooses() {
        int[] chosen = WellSeparated.colors(256);
        for (int label = 0; label < 256; label++) {
            assertEquals(chosen[label], LabelColors.of(label).getRGB() & 0xffffff, "of " + label);
        }
    }

    @Test
    void colorsRepeatWithoutBlack() {
        assertEquals(LabelColors.of(1), LabelColors.of(256));
        assertEquals(LabelColors.of(255), LabelColors.of(510));
    }

    @Test
    void anyTwoColorsCanBeToldApart() {
        for (int i = 0; i < 256; i++) {
            for (int j = 0; j < i; j++) {
                assertTrue(distance(i, j) > 8, i + " and " + j);
            }
        }
    }

    @Test
    void theFirstTwentyColorsAreFarApart() {
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < i; j++) {
                assertTrue(distance(i, j) > 35, i + " and " + j);
            }
        }
    }

    @Test
    void lightnessIsThatOfTheStandard() {
        assertEquals(100, LabColor.of(0xffffff)[0], 0.01);
        assertEquals(53.24, LabColor.of(0xff0000)[0], 0.01);
        assertEquals(80.09, LabColor.of(0xff0000)[1], 0.02);
    }

    private static double distance(int i, int j) {
        double[] a = LabColor.of(LabelColors.of(i).getRGB());
        double[] b = LabColor.of(LabelColors.of(j).getRGB());
        return Math.sqrt(
                Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }
}
