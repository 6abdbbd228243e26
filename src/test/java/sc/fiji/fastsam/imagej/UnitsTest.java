package sc.fiji.fastsam.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.measure.Calibration;
import org.junit.jupiter.api.Test;

class UnitsTest {

    @Test
    void aMicroSignInAWrongEncodingIsMendedOnAllAxesOfTheCopyAlone() {
        Calibration calibration = new Calibration();
        calibration.pixelWidth = 0.5;
        calibration.setUnit("\u00c2\u00b5m");
        calibration.setYUnit("\u00c2\u00b5m");
        calibration.setZUnit("nm");
        Calibration mended = Units.mended(calibration);
        assertEquals("\u00b5m", mended.getXUnit());
        assertEquals("\u00b5m", mended.getYUnit());
        assertEquals("nm", mended.getZUnit());
        assertEquals(0.5, mended.pixelWidth);
        assertEquals("\u00c2\u00b5m", calibration.getXUnit());
        assertEquals("\u00b5m", Units.text(calibration));
    }

    @Test
    void aBlankUnitIsPixels() {
        Calibration calibration = new Calibration();
        calibration.setUnit(" ");
        assertEquals("pixels", Units.text(calibration));
    }
}
