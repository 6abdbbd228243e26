package sc.fiji.fastsam.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.Counted;
import sc.fiji.fastsam.settings.NameList;

/**
 * What prompts chose of a plane.
 *
 * @param everything all objects of the plane, of the first look
 * @param answers one a prompt, in the order of the prompts
 * @param objects the distinct objects, in the order of the first prompt that each answers; with
 *     background prompts alone, all that is left, in the segmentation's order
 * @param notes what a user should know: clamped coordinates, a second look
 */
public record Answers(
        Segmentation everything, List<Answer> answers, List<Chosen> objects, List<String> notes) {

    private static final String NO_MATCH = "no match for ";

    /**
     * An object that prompts chose.
     *
     * @param object as found, or merged from several
     * @param prompts names of the prompts that it answers, in their order; empty when only
     *     background prompts were given
     */
    public record Chosen(SegmentedObject object, List<String> prompts) {

        /** Copies the list. */
        public Chosen {
            prompts = List.copyOf(prompts);
        }

        /** The names joined by "+", for one line; empty without names. */
        public String name() {
            return String.join("+", prompts);
        }
    }

    /** Copies the lists. */
    public Answers {
        answers = List.copyOf(answers);
        objects = List.copyOf(objects);
        notes = List.copyOf(notes);
    }

    /** The distinct objects of some answers: equal masks are one object. */
    public static Answers of(Segmentation everything, List<Answer> answers, List<String> notes) {
        Map<Mask, SegmentedObject> objects = new LinkedHashMap<>();
        Map<Mask, List<String>> names = new LinkedHashMap<>();
        for (Answer answer : answers) {
            for (Answer.Match match : answer.matches()) {
                Mask mask = match.object().mask();
                objects.putIfAbsent(mask, match.object());
                names.computeIfAbsent(mask, m -> new ArrayList<>()).add(answer.prompt().name());
            }
        }
        List<Chosen> chosen = new ArrayList<>();
        objects.forEach((mask, object) -> chosen.add(new Chosen(object, names.get(mask))));
        return new Answers(everything, answers, chosen, notes);
    }

    /** The same, each object without what its prompt cannot mean; see {@link Prompt#trimmed}. */
    public Answers trimmed() {
        List<Answer> trimmed =
                answers.stream().map(a -> a.withObjects(a.prompt()::trimmed)).toList();
        return trimmed.equals(answers) ? this : of(everything, trimmed, notes);
    }

    /** Names of the prompts that found no object, in order. */
    public List<String> unmatched() {
        return answers.stream().filter(Answer::isNoMatch).map(a -> a.prompt().name()).toList();
    }

    /** "no match for point3"; short however many there are. */
    public static String noMatch(List<String> names) {
        return NameList.text(NO_MATCH, names, "prompts", "in the table");
    }

    /** The place of an answer's best object among {@link #objects}, from 0; -1 without one. */
    public int indexOf(Answer answer) {
        for (int i = 0; answer.isMatch() && i < objects.size(); i++) {
            if (objects.get(i).object().mask().equals(answer.object().get().mask())) {
                return i;
            }
        }
        return -1;
    }

    /** The same with a further note. */
    public Answers withNote(String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return new Answers(everything, answers, objects, all);
    }

    /** The same with the time of a further stage, in milliseconds, in the summary. */
    public Answers withTime(String stage, double milliseconds) {
        RunSummary summary = everything.summary().withTime(stage, milliseconds);
        return new Answers(everything.withSummary(summary), answers, objects, notes);
    }

    /**
     * The chosen objects alone, in the order of {@link #objects} and not by score; the summary
     * gains the notes and the prompts without match.
     */
    public Segmentation chosen() {
        RunSummary summary = everything.summary();
        for (String note : notes) {
            summary = summary.withNote(Note.Kind.PROMPTS, note);
        }
        if (!unmatched().isEmpty()) {
            summary = summary.withNote(Note.Kind.UNMATCHED, noMatch(unmatched()));
        }
        return everything
                .withObjects(objects.stream().map(Chosen::object).toList())
                .withSummary(summary);
    }

    /** "2 objects for 3 prompts; no match for point3". */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(Counted.objects(objects.size()));
        text.append(" for ").append(Counted.text(answers.size(), "prompt"));
        if (!unmatched().isEmpty()) {
            text.append("; ").append(noMatch(unmatched()));
        }
        notes.forEach(note -> text.append("; ").append(note));
        return text.toString();
    }
}
