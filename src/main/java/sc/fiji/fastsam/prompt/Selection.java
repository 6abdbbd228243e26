package sc.fiji.fastsam.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * What prompts chose.
 *
 * @param answers one a prompt, in the order of the prompts
 * @param objects the distinct objects, in the order of the first prompt that each answers; with
 *     background points alone, all that is left, in the segmentation's order
 * @param notes what a user should know: clamped coordinates, a second look
 */
public record Selection(List<Answer> answers, List<SelectedObject> objects, List<String> notes) {

    /** What the note of the prompts without match begins with. */
    public static final String NO_MATCH = "no match for ";

    /** Copies the lists. */
    public Selection {
        answers = List.copyOf(answers);
        objects = List.copyOf(objects);
        notes = List.copyOf(notes);
    }

    /** The distinct objects of some answers: equal masks are one object. */
    public static Selection of(List<Answer> answers, List<String> notes) {
        Map<Mask, SegmentedObject> objects = new LinkedHashMap<>();
        Map<Mask, List<String>> names = new LinkedHashMap<>();
        for (Answer answer : answers) {
            answer.object()
                    .ifPresent(
                            object -> {
                                objects.putIfAbsent(object.mask(), object);
                                names.computeIfAbsent(object.mask(), m -> new ArrayList<>())
                                        .add(answer.prompt().name());
                            });
        }
        List<SelectedObject> selected = new ArrayList<>();
        objects.forEach((mask, o) -> selected.add(new SelectedObject(o, names.get(mask))));
        return new Selection(answers, selected, notes);
    }

    /** Names of the prompts that found no object, in order. */
    public List<String> unmatched() {
        return answers.stream().filter(Answer::isNoMatch).map(a -> a.prompt().name()).toList();
    }

    /** The place of an answer's object among {@link #objects}, from 0; -1 without an object. */
    public int indexOf(Answer answer) {
        for (int i = 0; answer.isMatch() && i < objects.size(); i++) {
            if (objects.get(i).object().mask().equals(answer.object().get().mask())) {
                return i;
            }
        }
        return -1;
    }

    /** The same selection with a further note. */
    public Selection withNote(String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return new Selection(answers, objects, all);
    }

    /**
     * The chosen objects, in this selection's order and not by score, as a segmentation of the same
     * plane; its summary gains the notes and the prompts without match.
     */
    public Segmentation toSegmentation(Segmentation from) {
        Segmentation chosen =
                from.withObjects(objects.stream().map(SelectedObject::object).toList());
        var summary = from.summary();
        for (String note : notes) {
            summary = summary.withNote(Note.Kind.PROMPTS, note);
        }
        return chosen.withSummary(
                unmatched().isEmpty()
                        ? summary
                        : summary.withNote(
                                Note.Kind.UNMATCHED, NO_MATCH + String.join(", ", unmatched())));
    }

    /** "2 objects for 3 prompts; no match for point3". */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(objects.size()).append(objects.size() == 1 ? " object" : " objects");
        text.append(" for ").append(answers.size());
        text.append(answers.size() == 1 ? " prompt" : " prompts");
        if (!unmatched().isEmpty()) {
            text.append("; ").append(NO_MATCH).append(String.join(", ", unmatched()));
        }
        notes.forEach(note -> text.append("; ").append(note));
        return text.toString();
    }
}
