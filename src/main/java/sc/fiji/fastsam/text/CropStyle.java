package sc.fiji.fastsam.text;

import java.util.Locale;

/** What of an object's surroundings the image encoder sees. */
public enum CropStyle {
    /** The image about the object, as it is. */
    PLAIN,
    /** The object alone: what is not in its mask has the crop's mean. */
    MASKED,
    /** The mean of both embeddings; takes twice the time. */
    BOTH;

    /** "masked". */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
