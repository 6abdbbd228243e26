package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiameterTest {

    @ParameterizedTest
    @CsvSource({
        "12, 12, PIXELS",
        "31.5 px, 31.5, PIXELS",
        "0, 0, PIXELS",
        ".5mm, 0.5, MM",
        "8um, 8, UM",
        "'  8.25 \u00b5m ', 8.25, UM",
        "8\u03bcm, 8, UM",
        "1 micron, 1, UM",
        "2 Microns, 2, UM",
        "1.5e3nm, 1500, NM",
        "3 cm, 3, CM",
        "0.25inch, 0.25, INCH"
    })
    void aNumberWithItsUnitIsRead(String text, double value, LengthUnit unit) {
        assertEquals(new Diameter(value, unit), Diameter.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "8 furlongs", "um", "8um2", "8,5um", "NaN", "8 calibrated"})
    void whatIsNoLengthIsNamedWithTheWayOut(String text) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Diameter.parse(text));
        assertEquals(
                "diameter must be a number of pixels, as 12, or a length with its unit, as 8um (nm,"
                        + " um, mm, cm, inch), but was \""
                        + text
                        + "\".",
                e.getMessage());
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        assertFails("diameter must lie between 0 and 1000000, but was -1.", "-1");
        assertFails("diameter must be 0 or more, but was -3.", "-3um");
        assertThrows(IllegalArgumentException.class, () -> new Diameter(Double.NaN, LengthUnit.NM));
        assertEquals(5e6, new Diameter(5e6, LengthUnit.NM).value());
    }

    private static void assertFails(String message, String text) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Diameter.parse(text));
        assertEquals(message, e.getMessage());
    }

    @Test
    void zeroIsAutomaticInEveryUnit() {
        assertTrue(Diameter.parse("0um").isAutomatic());
        assertTrue(Diameter.AUTOMATIC.isAutomatic());
    }

    @Test
    void imagesSpellTheirUnitsInManyWays() {
        assertEquals(Optional.of(LengthUnit.ANGSTROM), LengthUnit.of("\u00c5"));
        assertEquals(Optional.of(LengthUnit.UM), LengthUnit.of("micrometer"));
        assertEquals(Optional.of(LengthUnit.M), LengthUnit.of("meter"));
        assertEquals(Optional.of(LengthUnit.PIXELS), LengthUnit.of("Pixels"));
        assertEquals(Optional.empty(), LengthUnit.of("furlong"));
        assertEquals(0.0254, LengthUnit.INCH.meters());
    }

    @Test
    void onlyPixelsAreKnownWithoutAnImage() {
        assertEquals(12.5, Diameter.inPixels(12.5).pixels());
        assertEquals(0, new Diameter(0, LengthUnit.UM).pixels());
        Exception e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new Diameter(8, LengthUnit.UM).pixels());
        assertEquals(
                "A diameter of 8 um needs an image with a calibration. Give it in pixels.",
                e.getMessage());
    }

    @Test
    void aTextNamesTheUnit() {
        assertEquals("8 um", new Diameter(8, LengthUnit.UM).toString());
        assertEquals("12.5 pixels", Diameter.inPixels(12.5).toString());
        assertEquals("8 calibrated units", new Diameter(8, LengthUnit.CALIBRATED).toString());
    }
}
