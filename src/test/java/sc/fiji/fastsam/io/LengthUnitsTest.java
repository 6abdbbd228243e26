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
        "furlong, furlong"
    })
    void spellingsHaveOneShortForm(String spelling, String expected) {
        assertEquals(expected, LengthUnits.shorten(spelling));
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
