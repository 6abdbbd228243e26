package sc.fiji.fastsam.imagej.prompt;

import ij.gui.Roi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.prompt.Prompt;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.prompt.Role;
import sc.fiji.fastsam.settings.PromptKeys;
import sc.fiji.fastsam.settings.PromptSettings;
import sc.fiji.fastsam.settings.Settings;

/**
 * Prompts for the planes of one image.
 *
 * @param prompts in the user's order
 * @param rules how they choose
 * @param notes what a user should know of how they were read
 */
public record PromptList(List<Entry> prompts, PromptSettings rules, List<String> notes) {

    /**
     * A prompt and the planes that it is meant for.
     *
     * @param prompt in source pixels
     * @param place its planes
     * @param source the ROI that it was read from, if any; several points may share one
     */
    public record Entry(Prompt prompt, PromptPlace place, Optional<Roi> source) {

        /** A prompt that came from no ROI. */
        public static Entry of(Prompt prompt, PromptPlace place) {
            return new Entry(prompt, place, Optional.empty());
        }

        private Entry withName(String name) {
            return new Entry(prompt.withName(name), place, source);
        }
    }

    /** Copies the lists. */
    public PromptList {
        prompts = List.copyOf(prompts);
        notes = List.copyOf(notes);
    }

    /**
     * Prompts that choose by the default rules; names that occur again on a plane get "_2", "_3".
     */
    static PromptList of(List<Entry> prompts, List<String> notes) {
        return new PromptList(unique(prompts), PromptSettings.DEFAULT, notes);
    }

    /** No prompts. */
    public static PromptList empty() {
        return of(List.of(), List.of());
    }

    /** Some prompts for every plane. */
    public static PromptList everywhere(List<? extends Prompt> prompts) {
        return of(prompts.stream().map(p -> Entry.of(p, PromptPlace.ANY)).toList(), List.of());
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

    /**
     * The typed prompts of settings, for every plane.
     *
     * @throws IllegalArgumentException if one is not readable
     */
    public static PromptList typed(Settings settings) {
        return typed(
                settings.get(PromptKeys.POINTS),
                settings.get(PromptKeys.BACKGROUND),
                settings.get(PromptKeys.BOXES));
    }

    /**
     * These and then the others, under these rules; names that occur again on a plane get a number.
     */
    public PromptList and(PromptList others) {
        List<Entry> all = new ArrayList<>(prompts);
        all.addAll(others.prompts);
        List<String> allNotes = new ArrayList<>(notes);
        allNotes.addAll(others.notes);
        return new PromptList(unique(all), rules, allNotes);
    }

    /** The same prompts under other rules. */
    public PromptList withRules(PromptSettings other) {
        return new PromptList(prompts, other, notes);
    }

    /** True when there is no prompt. */
    public boolean isEmpty() {
        return prompts.isEmpty();
    }

    /**
     * Those for one plane.
     *
     * @param channel from 1; 0 = all channels are seen, so that a prompt's does not matter
     * @param slice from 1
     * @param frame from 1
     */
    public PromptList on(int channel, int slice, int frame) {
        List<Entry> there =
                prompts.stream().filter(p -> p.place().covers(channel, slice, frame)).toList();
        return new PromptList(there, rules, notes);
    }

    /** The prompts without their planes. */
    public Prompts toPrompts() {
        return Prompts.of(prompts.stream().map(Entry::prompt).toList()).withSettings(rules);
    }

    /** The places that the prompts are meant for, each once, in the order of the prompts. */
    public List<PromptPlace> places() {
        return prompts.stream().map(Entry::place).distinct().toList();
    }

    /**
     * Names that occur again on the same slice and frame get "_2", "_3" and so on, the first that
     * is free. NB: channels are not told apart, as the network may see several at once.
     */
    private static List<Entry> unique(List<Entry> prompts) {
        Map<String, List<PromptPlace>> used = new HashMap<>();
        Map<String, Integer> next = new HashMap<>();
        List<Entry> unique = new ArrayList<>();
        for (Entry entry : prompts) {
            String name = entry.prompt().name();
            String free = name;
            while (isUsed(used, free, entry.place())) {
                free =
                        name
                                + "_"
                                + next.merge(
                                        name + " " + entry.place(), 2, (count, two) -> count + 1);
            }
            used.computeIfAbsent(free, none -> new ArrayList<>()).add(entry.place());
            unique.add(free.equals(name) ? entry : entry.withName(free));
        }
        return unique;
    }

    private static boolean isUsed(
            Map<String, List<PromptPlace>> used, String name, PromptPlace place) {
        return used.getOrDefault(name, List.of()).stream()
                .anyMatch(other -> other.covers(0, place.slice(), place.frame()));
    }
}
