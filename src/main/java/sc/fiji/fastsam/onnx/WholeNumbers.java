package sc.fiji.fastsam.onnx;

/** Floats that stand for integers, as tokens do: exact up to 2^24. */
final class WholeNumbers {

    private static final int LARGEST = 1 << 24;

    private WholeNumbers() {}

    /**
     * @throws IllegalArgumentException if the value is no whole number that a float holds exactly
     */
    static int of(float value) {
        int whole = (int) value;
        if (whole != value || Math.abs(whole) > LARGEST) {
            throw new IllegalArgumentException(
                    "The network takes whole numbers from -"
                            + LARGEST
                            + " to "
                            + LARGEST
                            + ", but one of its input was "
                            + value
                            + ".");
        }
        return whole;
    }
}
