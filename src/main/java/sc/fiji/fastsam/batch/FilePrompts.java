package sc.fiji.fastsam.batch;

import ij.ImagePlus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.imagej.prompt.PromptFile;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.io.Fingerprint;
import sc.fiji.fastsam.settings.NameList;
import sc.fiji.fastsam.settings.PromptSettings;
import sc.fiji.fastsam.settings.Settings;

/**
 * The prompts of a run and how they choose.
 *
 * @param typed for every image
 * @param file with prompts for each image, if any
 * @param rules how they choose
 * @param asked all that was asked for but the file, setting by setting
 */
public record FilePrompts(
        PromptList typed, Optional<PromptFile> file, PromptSettings rules, Settings asked) {

    /**
     * @throws IllegalArgumentException if there is no prompt
     */
    public FilePrompts {
        if (typed.isEmpty() && file.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no prompt: give --points, --background, --boxes, --text or --prompts.");
        }
    }

    /**
     * What tells these prompts from others: settings as macros write them, and the fingerprint of
     * the file's content.
     *
     * @throws IOException if the file cannot be read any more
     */
    String asText() throws IOException {
        return file.isEmpty()
                ? asked.toString()
                : (asked + " prompts=" + Fingerprint.of(file.get().path())).strip();
    }

    /** What a user should know of rows that name none of the images; empty if nothing. */
    public Optional<String> strangers(List<InputFile> images) {
        List<String> names =
                images.stream().map(image -> image.path().getFileName().toString()).toList();
        List<String> strange = file.map(prompts -> prompts.imagesNotIn(names)).orElse(List.of());
        return strange.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "prompts for "
                                + NameList.text(strange)
                                + " are left out: there is no such image among the inputs");
    }

    /**
     * The prompts for an image.
     *
     * @throws IllegalArgumentException if there is none for it, or one cannot be used on it
     */
    PromptList forImage(ImagePlus image, String name) {
        PromptList list = file.map(f -> typed.and(f.forImage(image, name))).orElse(typed);
        if (list.isEmpty()) {
            throw new IllegalArgumentException(noneFor(name));
        }
        return list.withRules(rules);
    }

    private String noneFor(String name) {
        List<String> named = file.map(f -> List.copyOf(f.images())).orElse(List.of());
        return "No prompt is for "
                + name
                + (named.isEmpty() ? "." : "; the prompts are for " + NameList.text(named) + ".");
    }
}
