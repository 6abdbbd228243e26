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
        "0.00012345, 0.000123",
        "0.00009996, 0.000100",
        "0.000012345, 1.23e-5",
        "-0.0000099996, -1.00e-5",
        "2e-13, 2.00e-13",
        "-2, -2.00",
        "0, 0.00",
        "NaN, NaN"
    })
    void threeDigitsCountAndWhatIsTinyHasAnExponent(double value, String text) {
        assertEquals(text, Digits.text(value, 3));
    }
}
