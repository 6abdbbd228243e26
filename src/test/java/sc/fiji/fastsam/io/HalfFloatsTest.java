package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatsTest {

    /** Bits and values from IEEE 754. */
    @ParameterizedTest
    @CsvSource({
        "0x0000, 0",
        "0x8000, -0.0",
        "0x3c00, 1",
        "0xc000, -2",
        "0x7bff, 65504",
        "0x0400, 0.00006103515625",
        "0x0001, 5.9604644775390625e-8",
        "0x83ff, -6.097555160522461e-5",
        "0x3555, 0.333251953125",
        "0x7c00, Infinity",
        "0xfc00, -Infinity",
        "0x7e00, NaN"
    })
    void valuesAreExact(int bits, float expected) {
        assertEquals(expected, HalfFloats.value(bits));
    }

    @Test
    void halfFloatsAreExactBothWays() {
        assertEquals(1, HalfFloats.value(0x3c00));
        assertEquals(-2, HalfFloats.value(0xc000));
        assertEquals(65504, HalfFloats.value(0x7bff));
        assertEquals(0x1p-24f, HalfFloats.value(1));
        assertEquals(Float.NEGATIVE_INFINITY, HalfFloats.value(0xfc00));
        for (int bits = 0; bits < 0x7c00; bits++) {
            assertEquals(bits, HalfFloats.bits(HalfFloats.value(bits)));
            assertEquals(bits | 0x8000, HalfFloats.bits(HalfFloats.value(bits | 0x8000)));
        }
        assertEquals(0x7c00, HalfFloats.bits(65520));
        assertEquals(0x3c00, HalfFloats.bits(1 + 0x1p-11f));
    }
}
