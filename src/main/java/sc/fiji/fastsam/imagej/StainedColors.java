package sc.fiji.fastsam.imagej;

import ij.IJ;
import ij.ImagePlus;
import sc.fiji.fastsam.settings.SegmentationKeys;
import sc.fiji.fastsam.settings.Stain;

/** Which images have colors of stains. */
final class StainedColors {

    private StainedColors() {}

    /**
     * @throws IllegalArgumentException if the image is neither RGB nor shown as a composite, or one
     *     of its channels is asked for
     */
    static void check(ImagePlus image, ChannelSource channel, Stain stain) {
        String what = "stain = " + SegmentationKeys.STAIN.text(stain);
        if (channel.isNumbered()) {
            throw new IllegalArgumentException(
                    what
                            + " looks at all colors, but channel is "
                            + channel.number()
                            + ". Leave one of them out.");
        }
        boolean composite = image.isComposite() && image.getDisplayMode() == IJ.COMPOSITE;
        if (image.getBitDepth() != 24 && !composite) {
            throw new IllegalArgumentException(
                    what
                            + " needs colors: an RGB image, or channels shown as a composite (Image"
                            + " > Color > Make Composite). \""
                            + image.getTitle()
                            + "\" is neither; leave stain out.");
        }
    }
}
