package sc.fiji.fastsam.text;

import java.util.Locale;
import sc.fiji.fastsam.settings.Setting;

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

    /**
     * The style of a key, in any case.
     *
     * @throws IllegalArgumentException if there is none; lists them
     */
    public static CropStyle of(String key) {
        return Setting.choice("text_crop", MASKED).parse(key);
    }

    @Override
    public String toString() {
        return key();
    }
}
