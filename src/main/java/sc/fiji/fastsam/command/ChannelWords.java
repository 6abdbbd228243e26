package sc.fiji.fastsam.command;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;

/** The values of the key "channel" in words, each with its number in brackets at the end. */
final class ChannelWords {

    private ChannelWords() {}

    /** Those of an image. */
    static List<String> of(ImagePlus image) {
        List<String> words = new ArrayList<>(List.of("active channel (-1)", "as displayed (0)"));
        for (int channel = 1; channel <= image.getNChannels(); channel++) {
            words.add("channel (" + channel + ")");
        }
        return words;
    }
}
