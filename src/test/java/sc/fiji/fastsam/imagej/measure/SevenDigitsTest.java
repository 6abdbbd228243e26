package sc.fiji.fastsam.imagej.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SevenDigitsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "12, 12",
        "-3, -3",
        "0.1, 0.1",
        "1.5, 1.5",
        "-2.25, -2.25",
        "123.456789, 123.4568",
        "0.000123456789, 0.0001234568",
        "99999.995, 99999.99",
        "99999.996, 100000",
        "9999999.6, 10000000",
        "123456789, 123456800",
        "1e-20, 0.00000000000000000001"
    })
    void numbersHaveSevenDigitsThatCount(double value, String text) {
        assertEquals(text, SevenDigits.of(value));
    }

    @Test
    void everyNumberIsAsExactArithmeticHasIt() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 8);
            check(value);
            check((float) value);
            check(Math.round(value * 8) / 8.0);
            check(Math.rint(value * 1e4) / 1e4);
        }
    }

    private static void check(double value) {
        String exact =
                new BigDecimal(value)
                        .round(new MathContext(7))
                        .stripTrailingZeros()
                        .toPlainString();
        assertEquals(exact, SevenDigits.of(value));
    }
}
