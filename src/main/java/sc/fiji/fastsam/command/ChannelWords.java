package sc.fiji.fastsam.command;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;

/** The values of the key "channel" in words, each with its number in brackets at the end. */
final class ChannelWords {

    /** Of a pixel of three colors, each of which can be read as a channel. */
    private static final List<String> COLORS = List.of("red (1)", "green (2)", "blue (3)");

    private ChannelWords() {}

    /** Those of an image. */
    static List<String> of(ImagePlus image) {
        List<String> words = new ArrayList<>(List.of("active channel (-1)", "as displayed (0)"));
        if (image.getBitDepth() == 24) {
            words.addAll(COLORS);
            return words;
        }
        for (int channel = 1; channel <= image.getNChannels(); channel++) {
            words.add("channel (" + channel + ")");
        }
        return words;
    }
}
