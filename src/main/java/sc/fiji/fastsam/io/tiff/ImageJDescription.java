package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.Properties;

/** What ImageJ writes into a TIFF's description: lines of {@code key=value}. */
public final class ImageJDescription {

    private final Properties values;

    private ImageJDescription(Properties values) {
        this.values = values;
    }

    /** Empty where the text is not ImageJ's. */
    static Optional<ImageJDescription> of(String text) throws IOException {
        if (!text.startsWith("ImageJ=")) {
            return Optional.empty();
        }
        Properties values = new Properties();
        try {
            values.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw Refusal.damaged(0, "has an ImageJ description that makes no sense", e);
        }
        return Optional.of(new ImageJDescription(values));
    }

    /** True where a key is there, even if nothing follows it. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** A value, without white space around it; the other where there is none. */
    public String text(String key, String otherwise) {
        return values.getProperty(key, otherwise).strip();
    }

    /** A value as a number; the other where there is none or it is no number. */
    public double number(String key, double otherwise) {
        try {
            return Double.parseDouble(text(key, ""));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** True where the value is "true". */
    public boolean flag(String key) {
        return text(key, "").equals("true");
    }

    /**
     * A count of planes, at least 1.
     *
     * @throws IOException if it is negative or beyond 2^31 - 1
     */
    int count(String key) throws IOException {
        double count = number(key, 1);
        if (!(count >= 0 && count <= Integer.MAX_VALUE)) {
            throw Refusal.damaged(0, "declares " + text(key, "") + " " + key);
        }
        return (int) Math.max(1, count);
    }
}
