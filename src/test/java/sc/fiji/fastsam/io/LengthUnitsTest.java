package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthUnitsTest {

    @ParameterizedTest
    @CsvSource({
        "um, \u00b5m",
        "Microns, \u00b5m",
        "\u03bcm, \u00b5m",
        "\\u00B5m, \u00b5m",
        "nanometres, nm",
        "millimetres, mm",
        "\u00c5, \u00c5",
        "angstrom, \u00c5",
        "in, inch",
        "px, pixel",
        "'', pixel",
        "furlong, furlong",
        "picometer, pm",
        "Kilometre, km",
        "Mm, Mm",
        "MM, mm",
        "Foot, ft",
        "parsec, pc",
        "reference frame, reference frame"
    })
    void spellingsHaveOneShortForm(String spelling, String expected) {
        assertEquals(expected, LengthUnits.shorten(spelling));
    }

    @ParameterizedTest
    @CsvSource({
        "um, micrometer",
        "\u00c5, angstrom",
        "nm, nanometer",
        "mm, millimeter",
        "cm, centimeter",
        "m, meter",
        "in, inch",
        "pm, picometer",
        "Kilometre, kilometer",
        "Mm, megameter",
        "feet, foot",
        "yd, yard",
        "mi, mile",
        "pc, parsec",
        "furlong, furlong"
    })
    void omeZarrHasNamesForThem(String spelling, String expected) {
        assertEquals(expected, LengthUnits.name(spelling));
    }

    /** NB: those of the OME schema 2016-06 that have a fixed size. */
    @ParameterizedTest
    @CsvSource({
        "Ym, 1e24",
        "Zm, 1e21",
        "Em, 1e18",
        "Pm, 1e15",
        "Tm, 1e12",
        "Gm, 1e9",
        "Mm, 1e6",
        "km, 1e3",
        "hm, 1e2",
        "dam, 10",
        "m, 1",
        "dm, 0.1",
        "cm, 1e-2",
        "mm, 1e-3",
        "\u00b5m, 1e-6",
        "nm, 1e-9",
        "pm, 1e-12",
        "fm, 1e-15",
        "am, 1e-18",
        "zm, 1e-21",
        "ym, 1e-24",
        "\u00c5, 1e-10",
        "thou, 2.54e-5",
        "in, 0.0254",
        "ft, 0.3048",
        "yd, 0.9144",
        "mi, 1609.344",
        "ua, 149597870700",
        "ly, 9460730472580800",
        "pc, 3.0856775814913672e16",
        "yoctometer, 1e-24",
        "megameter, 1e6",
        "decimeter, 0.1",
        "yard, 0.9144"
    })
    void theLengthsOfOmeHaveTheirSizes(String unit, double meters) {
        assertEquals(meters, LengthUnits.meters(unit).getAsDouble(), meters * 1e-12);
    }

    @Test
    void pointsAndLinesArePartsOfAnInch() {
        assertEquals(72, LengthUnits.convert(1, "in", "pt").getAsDouble(), 1e-9);
        assertEquals(12, LengthUnits.convert(1, "inch", "li").getAsDouble(), 1e-9);
    }

    @Test
    void lengthsComeInAnotherUnit() {
        assertEquals(1.5, LengthUnits.convert(1500, "nm", "micrometer").getAsDouble(), 1e-12);
        assertEquals(OptionalDouble.of(7), LengthUnits.convert(7, "furlong", "furlong"));
    }

    @Test
    void whatIsNoKnownLengthCannotBeConverted() {
        assertEquals(OptionalDouble.empty(), LengthUnits.convert(7, "furlong", "nm"));
        assertEquals(OptionalDouble.empty(), LengthUnits.convert(7, "nm", "pixel"));
    }
}
