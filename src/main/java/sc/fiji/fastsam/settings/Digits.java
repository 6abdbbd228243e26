package sc.fiji.fastsam.settings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Measured numbers in sentences. */
public final class Digits {

    /** Numbers nearer to 0 have an exponent: zeros are hard to count. */
    private static final BigDecimal LEAST_PLAIN = new BigDecimal("0.0001");

    private Digits() {}

    /**
     * So many digits that count: "8.97", "0.500", "3890" with three; below 0.0001 with an exponent:
     * "2.00e-13".
     *
     * @param value finite; others as Java writes them
     */
    public static String text(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        if (rounded.signum() != 0 && rounded.abs().compareTo(LEAST_PLAIN) < 0) {
            int exponent = rounded.precision() - rounded.scale() - 1;
            return plain(rounded.scaleByPowerOfTen(-exponent), digits - 1) + "e" + exponent;
        }
        return plain(rounded, Math.max(0, digits - (rounded.precision() - rounded.scale())));
    }

    private static String plain(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
