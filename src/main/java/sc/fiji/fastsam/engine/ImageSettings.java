package sc.fiji.fastsam.engine;

import java.util.Objects;
import sc.fiji.fastsam.imagej.ChannelChoice;
import sc.fiji.fastsam.settings.OverlapRule;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * What of an image is segmented, and how.
 *
 * @param segmentation settings of each plane
 * @param overlap which object is on top in the label image
 * @param channel what the network reads of the channels
 * @param wholeStack all slices and frames, else the plane that is shown
 * @param inSelection only inside the image's area selection, where it has one
 */
public record ImageSettings(
        SegmentationSettings segmentation,
        OverlapRule overlap,
        ChannelChoice channel,
        boolean wholeStack,
        boolean inSelection) {

    /** The plane that is shown, with the defaults of everything. */
    public static final ImageSettings DEFAULT =
            new ImageSettings(
                    SegmentationSettings.defaults(),
                    OverlapRule.SMALLEST_ON_TOP,
                    ChannelChoice.ACTIVE,
                    false,
                    true);

    /** No part may be null. */
    public ImageSettings {
        Objects.requireNonNull(segmentation, "segmentation");
        Objects.requireNonNull(overlap, "overlap");
        Objects.requireNonNull(channel, "channel");
    }
}
