package sc.fiji.fastsam.imagej;

import ij.ImagePlus;
import java.util.Objects;
import sc.fiji.fastsam.settings.Diameter;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * Settings whose diameter may stand in a unit of length, so that it depends on the image.
 *
 * @param settings all others; the diameter in them does not count
 * @param diameter of a typical object
 */
public record CalibratedSettings(SegmentationSettings settings, Diameter diameter) {

    /** No part may be null. */
    public CalibratedSettings {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(diameter, "diameter");
    }

    /** Settings that are the same for all images. */
    public static CalibratedSettings of(SegmentationSettings settings) {
        return new CalibratedSettings(settings, Diameter.inPixels(settings.scale().diameter()));
    }

    /**
     * The settings for an image, with the diameter in its pixels.
     *
     * @throws IllegalArgumentException as {@link Diameters#inPixels}
     */
    public SegmentationSettings in(ImagePlus image) {
        return settings.withDiameter(Diameters.inPixels(diameter, image));
    }
}
