package sc.fiji.fastsam.settings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Measured numbers in sentences. */
public final class Digits {

    private Digits() {}

    /**
     * So many digits that count, without exponent: "8.97", "0.500", "3890" with three.
     *
     * @param value finite; others as Java writes them
     */
    public static String text(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        int decimals = Math.max(0, digits - (rounded.precision() - rounded.scale()));
        return rounded.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
