package sc.fiji.fastsam.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.fastsam.settings.Diameter;
import sc.fiji.fastsam.settings.LengthUnit;
import sc.fiji.fastsam.settings.SegmentationSettings;

class DiametersTest {

    @Test
    void aLengthIsShownInPixelsAndInTheImagesUnit() {
        ImagePlus image = IJ.createImage("x", "8-bit", 10, 10, 1);
        assertEquals("28 px", Diameters.text(28.2, image));
        image.getCalibration().pixelWidth = 0.318;
        image.getCalibration().pixelHeight = 0.318;
        image.getCalibration().setUnit("um");
        assertEquals("28 px (8.97 µm)", Diameters.text(28.2, image));
    }

    private static final String WAY_OUT =
            " cannot be turned into pixels. Set the pixel size (Image > Properties... in ImageJ),"
                    + " or give the diameter in pixels.";

    private final ImagePlus image = IJ.createImage("cells", "8-bit black", 90, 70, 1);

    @ParameterizedTest
    @CsvSource({
        "0.2, 0.2, um, 8, UM, 40",
        "0.4, 0.9, um, 12, UM, 20",
        "0.9, 0.4, micron, 12, UM, 20",
        "400, 900, nm, 12, UM, 20",
        "400, 900, nm, 12000, CALIBRATED, 20",
        "0.0004, 0.0009, mm, 12000, NM, 20",
        "0.00001, 0.00001, inch, 0.0127, MM, 50",
        "4000, 9000, \u00c5, 12, UM, 20",
        "0.4, 0.9, furlong, 12, CALIBRATED, 20",
        "0.4, 0.9, pixel, 12, CALIBRATED, 20",
        "0.4, 0.9, um, 12, PIXELS, 12",
        "0.4, 0.9, um, 0, UM, 0"
    })
    void thePixelSizeIsTheGeometricMeanOfItsSides(
            double width, double height, String unit, double value, LengthUnit of, double pixels) {
        calibrate(width, height, unit);
        assertEquals(pixels, Diameters.inPixels(new Diameter(value, of), image), 1e-9);
    }

    @Test
    void theAxesMayHaveUnitsOfTheirOwn() {
        calibrate(0.4, 900, "um");
        image.getCalibration().setYUnit("nm");
        assertEquals(20, Diameters.inPixels(new Diameter(12, LengthUnit.UM), image), 1e-9);
        assertEquals(20, Diameters.inPixels(new Diameter(12, LengthUnit.CALIBRATED), image), 1e-9);
    }

    @Test
    void anUncalibratedImageIsNamedUnlessTheDiameterIsAutomatic() {
        assertFails(
                "\"cells\" has no calibration, so a diameter of 8 um" + WAY_OUT,
                new Diameter(8, LengthUnit.UM));
        assertFails(
                "\"cells\" has no calibration, so a diameter of 8 calibrated units" + WAY_OUT,
                new Diameter(8, LengthUnit.CALIBRATED));
        assertEquals(0, Diameters.inPixels(new Diameter(0, LengthUnit.UM), image));
    }

    @Test
    void aUnitThatIsNoLengthIsNamed() {
        calibrate(0.5, 0.5, "pixel");
        assertFails(
                "\"cells\" is calibrated in \"pixel\", which is no known length, so a diameter of 8"
                        + " um"
                        + WAY_OUT,
                new Diameter(8, LengthUnit.UM));
    }

    @Test
    void aSizeThatNoObjectCanHaveIsTakenForAWrongUnit() {
        calibrate(0.5, 0.25, "inch");
        assertFails(
                "A diameter of 8 um is 0.0008908 pixels of \"cells\", whose pixels are 0.5000 inch"
                        + " x 0.2500 inch: too small. Check the unit, and the pixel size (Image >"
                        + " Properties... in ImageJ).",
                new Diameter(8, LengthUnit.UM));
        calibrate(0.5, 0.5, "um");
        assertEquals(900, Diameters.inPixels(new Diameter(450, LengthUnit.UM), image), 1e-9);
        assertFails(
                "A diameter of 451 um is 902.0 pixels of \"cells\", whose pixels are 0.5000 \u00b5m x"
                        + " 0.5000 \u00b5m: too large. Check the unit, and the pixel size (Image >"
                        + " Properties... in ImageJ).",
                new Diameter(451, LengthUnit.UM));
    }

    @Test
    void settingsTakeTheDiameterOfEachImage() {
        SegmentationSettings settings =
                SegmentationSettings.defaults().withConfidence(0.4).withDiameter(7);
        assertEquals(settings, Diameters.resolve(settings, image));
        calibrate(0.4, 0.9, "um");
        assertEquals(
                settings.withDiameter(20),
                Diameters.resolve(settings.withDiameter(new Diameter(12, LengthUnit.UM)), image));
    }

    private void calibrate(double width, double height, String unit) {
        image.getCalibration().pixelWidth = width;
        image.getCalibration().pixelHeight = height;
        image.getCalibration().setUnit(unit);
    }

    private void assertFails(String message, Diameter diameter) {
        Exception e =
                assertThrows(
                        IllegalArgumentException.class, () -> Diameters.inPixels(diameter, image));
        assertEquals(message, e.getMessage());
    }
}
