package sc.fiji.fastsam.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What of an object's surroundings the image encoder sees. */
public enum CropStyle {
    /** The image about the object, as it is. */
    PLAIN,
    /** The object alone: what is not in its mask has the crop's mean. */
    MASKED,
    /** The mean of both embeddings; takes twice the time. */
    BOTH;

    /** "masked". */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All keys, for choices. */
    public static String[] keys() {
        return Arrays.stream(values()).map(CropStyle::key).toArray(String[]::new);
    }

    /**
     * The style of a key, in any case.
     *
     * @throws IllegalArgumentException if there is none; lists them
     */
    public static CropStyle of(String key) {
        for (CropStyle style : values()) {
            if (style.key().equalsIgnoreCase(key.strip())) {
                return style;
            }
        }
        throw new IllegalArgumentException(
                "text_crop must be one of "
                        + Arrays.stream(keys()).collect(Collectors.joining(", "))
                        + ", but was \""
                        + key
                        + "\".");
    }

    @Override
    public String toString() {
        return key();
    }
}
