package sc.fiji.fastsam.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.command.SegmentEverything;
import sc.fiji.fastsam.command.SegmentSelection;
import sc.fiji.fastsam.onnx.TinyModels;

/** The macro keys {@code diameter} and {@code diameter_unit}, as a macro gives them. */
class DiameterUnitTest {

    private ImagePlus image;

    /** Pixels of 0.4 x 0.9 um, so 0.6 um by the geometric mean. */
    @BeforeEach
    void open() {
        image = IJ.createImage("three", "8-bit black", TinyModels.WIDTH, TinyModels.HEIGHT, 1);
        float[] brightness = TinyModels.brightness();
        for (int i = 0; i < brightness.length; i++) {
            image.getProcessor().set(i, Math.round(brightness[i] * 255));
        }
        image.getCalibration().pixelWidth = 0.4;
        image.getCalibration().pixelHeight = 0.9;
        image.getCalibration().setUnit("micron");
    }

    @AfterEach
    void deactivate() {
        WindowManager.setTempCurrentImage(null);
    }

    @Test
    void aLengthGivesWhatItsPixelsGive() {
        short[] inPixels = everything("diameter=40");
        assertFalse(Arrays.equals(inPixels, everything("diameter=24")));
        assertArrayEquals(inPixels, everything("diameter=40 diameter_unit=pixels"));
        assertArrayEquals(inPixels, everything("diameter=24 diameter_unit=um"));
        assertArrayEquals(inPixels, everything("diameter=24 diameter_unit=calibrated"));
        assertArrayEquals(inPixels, everything("diameter=24000 diameter_unit=nm"));
    }

    @Test
    void promptsTakeItToo() {
        String point = "points=20,15 second_look=false ";
        short[] inPixels = selection(point + "diameter=40");
        assertFalse(Arrays.equals(inPixels, selection(point + "diameter=24")));
        assertArrayEquals(inPixels, selection(point + "diameter=0.024 diameter_unit=mm"));
    }

    @Test
    void anImageWithoutCalibrationIsNamed() {
        image.setCalibration(null);
        assertEquals(
                "\"three\" has no calibration, so a diameter of 8 um cannot be turned into pixels."
                        + " Set the pixel size (Image > Properties... in ImageJ), or give the"
                        + " diameter in pixels.",
                failure("diameter=8 diameter_unit=um"));
        assertEquals(
                "diameter_unit must be one of pixels, calibrated, angstrom, nm, um, mm, cm, m,"
                        + " inch, but was \"furlong\".",
                failure("diameter=8 diameter_unit=furlong"));
    }

    private String failure(String options) {
        return assertThrows(IllegalStateException.class, () -> everything(options)).getMessage();
    }

    private short[] everything(String options) {
        return run(SegmentEverything.class, options);
    }

    private short[] selection(String options) {
        return run(SegmentSelection.class, options);
    }

    private short[] run(Class<?> command, String options) {
        WindowManager.setTempCurrentImage(image);
        MacroOptions parsed =
                MacroOptions.parse(
                        options + " contrast=type model=[" + TinyModels.path("l2-dynamic") + "]");
        new BridgedCommand(Host.current(), command.getName(), parsed).run();
        ImagePlus labels = WindowManager.getCurrentImage();
        assertEquals("three-labels", labels.getTitle());
        return (short[]) labels.getProcessor().getPixels();
    }
}
