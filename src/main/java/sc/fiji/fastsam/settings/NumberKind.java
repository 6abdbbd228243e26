package sc.fiji.fastsam.settings;

import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * Numbers within limits.
 *
 * @param range limits
 * @param isWhole true when fractions are none of the values
 * @param boxed makes the value of a number
 */
record NumberKind<N extends Number>(NumberRange range, boolean isWhole, DoubleFunction<N> boxed)
        implements SettingKind<N> {

    static Setting<Double> decimal(String key, double standard, NumberRange range) {
        return Setting.of(key, standard, new NumberKind<>(range, false, Double::valueOf));
    }

    static Setting<Integer> whole(String key, int standard, NumberRange range) {
        return Setting.of(key, standard, new NumberKind<>(range, true, value -> (int) value));
    }

    @Override
    public Optional<N> parse(String text) {
        try {
            double number = Double.parseDouble(text);
            return isWhole && number != (int) number
                    ? Optional.empty()
                    : Optional.of(boxed.apply(number));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String noun() {
        return isWhole ? "a whole number" : "a number";
    }

    @Override
    public String values() {
        return range.toString();
    }

    @Override
    public String text(N value) {
        return NumberRange.text(value.doubleValue());
    }

    @Override
    public void check(String key, N value) {
        range.check(key, value.doubleValue());
    }
}
