package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {

    @ParameterizedTest
    @CsvSource({
        "8.966, 8.97",
        "0.5, 0.500",
        "3889.2, 3890",
        "389.2, 389",
        "99.96, 100",
        "9.999, 10.0",
        "0.000012345, 0.0000123",
        "-2, -2.00",
        "0, 0.00",
        "NaN, NaN"
    })
    void threeDigitsCountAndThereIsNoExponent(double value, String text) {
        assertEquals(text, Digits.text(value, 3));
    }
}
