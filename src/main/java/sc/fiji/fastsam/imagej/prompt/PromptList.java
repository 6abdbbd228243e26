package sc.fiji.fastsam.imagej.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.fastsam.prompt.Prompt;
import sc.fiji.fastsam.prompt.Role;

/**
 * Prompts for the planes of one image.
 *
 * @param prompts in the user's order
 * @param notes what a user should know of how they were read
 */
public record PromptList(List<PlacedPrompt> prompts, List<String> notes) {

    /** Copies the lists. */
    public PromptList {
        prompts = List.copyOf(prompts);
        notes = List.copyOf(notes);
    }

    /** No prompts. */
    public static PromptList empty() {
        return new PromptList(List.of(), List.of());
    }

    /** Some prompts for every plane. */
    public static PromptList everywhere(List<? extends Prompt> prompts) {
        return new PromptList(
                prompts.stream().map(p -> PlacedPrompt.of(p, PromptPlace.ANY)).toList(), List.of());
    }

    /**
     * Typed prompts for every plane, as {@link PromptText} reads them.
     *
     * @throws IllegalArgumentException if one is not readable
     */
    public static PromptList typed(String points, String background, String boxes) {
        return everywhere(PromptText.points(points, Role.FOREGROUND))
                .and(everywhere(PromptText.points(background, Role.BACKGROUND)))
                .and(everywhere(PromptText.boxes(boxes)));
    }

    /** These and then the others; names that occur again get a number. */
    public PromptList and(PromptList others) {
        List<PlacedPrompt> all = new ArrayList<>(prompts);
        all.addAll(others.prompts);
        List<String> allNotes = new ArrayList<>(notes);
        allNotes.addAll(others.notes);
        return new PromptList(all, allNotes).withUniqueNames();
    }

    /** True when there is no prompt. */
    public boolean isEmpty() {
        return prompts.isEmpty();
    }

    /** The prompts for one plane, channel, slice and frame counted from 1. */
    public List<Prompt> on(int channel, int slice, int frame) {
        return placedOn(channel, slice, frame).stream().map(PlacedPrompt::prompt).toList();
    }

    /** The prompts for one plane with where they came from. */
    public List<PlacedPrompt> placedOn(int channel, int slice, int frame) {
        return prompts.stream().filter(p -> p.place().covers(channel, slice, frame)).toList();
    }

    /** The places that the prompts are meant for, each once, in the order of the prompts. */
    public List<PromptPlace> places() {
        return prompts.stream().map(PlacedPrompt::place).distinct().toList();
    }

    /** Names that occur again get "_2", "_3" and so on. */
    PromptList withUniqueNames() {
        Map<String, Integer> seen = new HashMap<>();
        List<PlacedPrompt> unique = new ArrayList<>();
        for (PlacedPrompt placed : prompts) {
            String name = placed.prompt().name();
            int count = seen.merge(name, 1, Integer::sum);
            Prompt prompt =
                    count == 1 ? placed.prompt() : placed.prompt().withName(name + "_" + count);
            unique.add(new PlacedPrompt(prompt, placed.place(), placed.source()));
        }
        return new PromptList(unique, notes);
    }
}
