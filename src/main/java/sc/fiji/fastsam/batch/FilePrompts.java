package sc.fiji.fastsam.batch;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sc.fiji.fastsam.imagej.prompt.PromptFile;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.io.Fingerprint;
import sc.fiji.fastsam.settings.Counted;
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

    /**
     * The images that a prompt is for. Where there is none, all, so that each says so; those that
     * cannot even be tried are kept in any case.
     */
    public List<InputFile> asked(List<InputFile> images) {
        if (file.isEmpty() || !typed.isEmpty()) {
            return images;
        }
        Set<String> asked = file.get().imagesWithPrompts(paths(images));
        return asked.isEmpty()
                ? images
                : images.stream()
                        .filter(
                                image ->
                                        image.problem().isPresent()
                                                || asked.contains(path(image.path())))
                        .toList();
    }

    /**
     * What a user should know of images without prompt, and of rows that name none of the images,
     * or several.
     */
    public List<String> notes(List<InputFile> images) {
        if (file.isEmpty()) {
            return List.of();
        }
        List<String> paths = paths(images);
        List<String> notes = new ArrayList<>();
        int without = images.size() - asked(images).size();
        if (without > 0) {
            notes.add(
                    Counted.text(without, "image")
                            + " of "
                            + images.size()
                            + (without == 1 ? " has" : " have")
                            + " no prompts and"
                            + (without == 1 ? " is" : " are")
                            + " left out");
        }
        List<String> strange = file.get().imagesNotIn(paths);
        if (!strange.isEmpty()) {
            notes.add(
                    "prompts for "
                            + NameList.text(strange)
                            + " are left out: there is no such image among the inputs");
        }
        List<String> shared = file.get().imagesOfSeveral(paths);
        if (!shared.isEmpty()) {
            notes.add(
                    "prompts for "
                            + NameList.text(shared)
                            + " are for several of the inputs; to mean one, write its folder too, as"
                            + " day1/cells.tif");
        }
        return notes;
    }

    private static List<String> paths(List<InputFile> images) {
        return images.stream().map(image -> path(image.path())).toList();
    }

    private static String path(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /**
     * The prompts for an image.
     *
     * @throws IllegalArgumentException if there is none for it, or one cannot be used on it
     */
    PromptList forImage(ImagePlus image, Path input) {
        PromptList list = file.map(f -> typed.and(f.forImage(image, path(input)))).orElse(typed);
        if (list.isEmpty()) {
            throw new IllegalArgumentException(noneFor(input.getFileName().toString()));
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
