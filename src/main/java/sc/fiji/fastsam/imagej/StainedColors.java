package sc.fiji.fastsam.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.LUT;
import java.util.List;
import sc.fiji.fastsam.settings.SegmentationKeys;
import sc.fiji.fastsam.settings.Stain;

/**
 * Which images have the colors of a stained section as a camera saw them: RGB, or red, green and
 * blue as three channels of 8 bits, as Bio-Formats opens it.
 */
final class StainedColors {

    private static final List<Integer> CHANNELS = List.of(0xff0000, 0x00ff00, 0x0000ff);

    private StainedColors() {}

    /**
     * @param channel what of the channels is read
     * @throws IllegalArgumentException if the image has no such colors, or one of its channels is
     *     asked for
     */
    static void check(ImagePlus image, ChannelSource channel, Stain stain) {
        if (channel.isNumbered()) {
            throw new IllegalArgumentException(
                    "stain = "
                            + SegmentationKeys.STAIN.text(stain)
                            + " looks at all colors, but channel is "
                            + channel.number()
                            + ". Leave one of them out.");
        }
        if (image.getBitDepth() != 24 && !areChannels(image)) {
            throw new IllegalArgumentException(
                    "stain = "
                            + SegmentationKeys.STAIN.text(stain)
                            + " needs an image in RGB, or three channels of 8 bits shown in red,"
                            + " green and blue, but \""
                            + image.getTitle()
                            + "\" is neither. In ImageJ, Image > Color > Make Composite shows"
                            + " channels so, and Image > Type > RGB Color makes RGB; else leave"
                            + " stain out.");
        }
    }

    /** True where red, green and blue are channels. */
    private static boolean areChannels(ImagePlus image) {
        if (image.getBitDepth() != 8
                || image.getNChannels() != CHANNELS.size()
                || !(image instanceof CompositeImage composite)) {
            return false;
        }
        for (int channel = 1; channel <= CHANNELS.size(); channel++) {
            LUT table = composite.getChannelLut(channel);
            if ((table.getRGB(255) & 0xffffff) != CHANNELS.get(channel - 1)) {
                return false;
            }
        }
        return true;
    }
}
