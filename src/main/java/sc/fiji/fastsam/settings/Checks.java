package sc.fiji.fastsam.settings;

/** Checks of settings: the message names the setting, what it must be and what it was. */
final class Checks {

    private Checks() {}

    static void range(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    name
                            + " must lie between "
                            + text(low)
                            + " and "
                            + text(high)
                            + ", but was "
                            + text(value)
                            + ".");
        }
    }

    static void notNegative(String name, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(
                    name + " must be 0 or more, but was " + text(value) + ".");
        }
    }

    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
