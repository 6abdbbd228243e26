package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.prompt.PromptRois;
import sc.fiji.fastsam.settings.NetworkKeys;
import sc.fiji.fastsam.settings.PromptKeys;
import sc.fiji.fastsam.settings.PromptSettings;
import sc.fiji.fastsam.settings.Setting;
import sc.fiji.fastsam.settings.Settings;
import sc.fiji.fastsam.text.TextPrompt;
import sc.fiji.fastsam.text.TextQuery;

/** The prompts that settings tell. */
public final class TaskPrompts {

    private static final String OTHERS =
            "Leave it out: prompts alone are taken. Settings are those that the image was segmented"
                    + " with, or the session was opened with, and the result has methods for what"
                    + " is given out.";

    private TaskPrompts() {}

    /**
     * Reads settings of prompts, as {@code "points=[120,88; 301,40]"}.
     *
     * @throws IllegalArgumentException if a key is unknown or none of prompts, or a value does not
     *     suit its key
     */
    public static Settings parse(String text) {
        List<Setting<?>> some = new ArrayList<>(PromptKeys.all());
        some.add(NetworkKeys.CLIP);
        return Settings.parse(text, some, OTHERS);
    }

    /**
     * The typed points, boxes and words; where there are none, the ROIs of the source.
     *
     * @throws IllegalArgumentException if there is no image or no prompt, or one is not readable
     * @throws java.io.UncheckedIOException if there are words, but no CLIP; says how to install it
     */
    public static PromptList of(Settings settings, ImagePlus image) {
        ImageSegmenter.check(image);
        PromptList typed = typed(settings);
        PromptList all =
                typed.isEmpty() ? PromptRois.read(settings.get(PromptKeys.SOURCE), image) : typed;
        return all.withRules(PromptSettings.of(settings));
    }

    /**
     * The typed points, boxes and words alone, for every plane; may be none.
     *
     * @throws IllegalArgumentException if one is not readable
     * @throws java.io.UncheckedIOException if there are words, but no CLIP
     */
    public static PromptList typed(Settings settings) {
        List<TextPrompt> words =
                TextQuery.of(settings)
                        .map(query -> TextPrompt.of(query, WordScorer.of(settings)))
                        .orElse(List.of());
        return PromptList.typed(settings)
                .and(PromptList.everywhere(words))
                .withRules(PromptSettings.of(settings));
    }
}
