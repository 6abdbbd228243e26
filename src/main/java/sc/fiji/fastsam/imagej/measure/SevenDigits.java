package sc.fiji.fastsam.imagej.measure;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers with seven digits that count, without exponent and without zeros at the end, halves
 * rounded away from zero.
 */
final class SevenDigits {

    private static final MathContext DIGITS = new MathContext(7);

    private static final long FIRST_OF_EIGHT = 10_000_000;

    /** Nearer than this to the middle of two numbers, only exact arithmetic knows where to go. */
    private static final double UNSURE = 1e-6;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12
    };

    private SevenDigits() {}

    /** The text of a finite number. */
    static String of(double value) {
        double size = Math.abs(value);
        int whole = (int) size;
        if (whole == size && whole < FIRST_OF_EIGHT) {
            return value < 0 ? "-" + whole : Integer.toString(whole);
        }
        int decimals = 0;
        while (decimals < POWERS.length && size * POWERS[decimals] < FIRST_OF_EIGHT / 10) {
            decimals++;
        }
        if (decimals == 0 || decimals == POWERS.length) {
            return exact(value);
        }
        double scaled = size * POWERS[decimals];
        long rounded = (long) (scaled + 0.5);
        boolean unsure = Math.abs(scaled - Math.floor(scaled) - 0.5) < UNSURE;
        // NB: 9999999.6 has another digit when it is rounded.
        return unsure || rounded == FIRST_OF_EIGHT
                ? exact(value)
                : (value < 0 ? "-" : "") + text(rounded, decimals);
    }

    private static String exact(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /** Of digits of which the last ones are decimals. */
    private static String text(long digits, int decimals) {
        long left = digits;
        int places = decimals;
        while (places > 0 && left % 10 == 0) {
            left /= 10;
            places--;
        }
        String all = Long.toString(left);
        if (places == 0) {
            return all;
        }
        String padded = "0".repeat(Math.max(0, places + 1 - all.length())) + all;
        int point = padded.length() - places;
        return padded.substring(0, point) + "." + padded.substring(point);
    }
}
