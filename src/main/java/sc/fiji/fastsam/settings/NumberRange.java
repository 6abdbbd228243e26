package sc.fiji.fastsam.settings;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

/**
 * Limits of a number, both included.
 *
 * @param low limit, may be infinite
 * @param high limit, may be infinite
 * @param orZero true when 0 is a value too, though below the low limit
 */
public record NumberRange(double low, double high, boolean orZero) {

    /** No limits. */
    static final NumberRange ALL = new NumberRange(NEGATIVE_INFINITY, POSITIVE_INFINITY, false);

    /** 0..1. */
    static final NumberRange UNIT = between(0, 1);

    static NumberRange between(double low, double high) {
        return new NumberRange(low, high, false);
    }

    static NumberRange atLeast(double low) {
        return between(low, POSITIVE_INFINITY);
    }

    static NumberRange zeroOr(double low, double high) {
        return new NumberRange(low, high, true);
    }

    /** The smallest value that there is. */
    public double smallest() {
        return orZero ? 0 : low;
    }

    /**
     * @throws IllegalArgumentException if the value is outside, or no number
     */
    void check(String key, double value) {
        if (value >= low && value <= high || orZero && value == 0) {
            return;
        }
        String limits =
                high == POSITIVE_INFINITY
                        ? " must be " + text(low) + " or more"
                        : " must lie between " + text(low) + " and " + text(high);
        throw new IllegalArgumentException(
                key
                        + (orZero ? " (other than 0)" : "")
                        + limits
                        + ", but was "
                        + text(value)
                        + ".");
    }

    /** The values other than 0, as "32 to 32768". */
    public String others() {
        return text(low) + " to " + text(high);
    }

    /** "0..1", "0 or more", "0 or 32..32768". */
    @Override
    public String toString() {
        if (low == NEGATIVE_INFINITY) {
            return "any number";
        }
        return (orZero ? "0 or " : "")
                + text(low)
                + (high == POSITIVE_INFINITY ? " or more" : ".." + text(high));
    }

    /** Without ".0". */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
