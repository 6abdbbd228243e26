package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00b5m",
                "\u00c2\u00b5m",
                "\u00c3\u0082\u00c2\u00b5m",
                "\u00ac\u00b5m",
                "\u00c3\u201a\u00c2\u00b5m",
                "\u252c\u2561m",
                "\ufffdm",
                "?m",
                " \u00b5m "
            })
    void aMicroSignInAWrongEncodingIsAMicroSign(String text) {
        assertEquals("\u00b5m", UnitText.mended(text));
        assertEquals(Optional.of(LengthUnit.UM), LengthUnit.of(text));
    }

    @Test
    void theGreekLetterIsMendedToItself() {
        assertEquals("\u03bcm", UnitText.mended("\u00ce\u00bcm"));
        assertEquals(Optional.of(LengthUnit.UM), LengthUnit.of("\u00ce\u00bcm"));
    }

    @Test
    void aBlankUnitIsAPixel() {
        assertEquals("pixel", UnitText.mended(" "));
        assertEquals("pixel", UnitText.mended(null));
    }

    @Test
    void otherTextStaysAsItIs() {
        assertEquals("\u00c5ngstr\u00f6m", UnitText.mended("\u00c5ngstr\u00f6m"));
        assertEquals("furlong", UnitText.mended("furlong"));
    }
}
