package sc.fiji.fastsam.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The figures of docs/linking.md come from {@link LinkAccuracy}; these bounds keep them. */
class MadeSequencesTest {

    private static LinkErrors cells(String kind, Linker.Matcher matcher) {
        MadeSequence made = LinkAccuracy.cells().get(kind).apply(1);
        LinkSettings settings = LinkSettings.frames(1);
        return made.errors(Linker.link(made.objects(), settings, matcher), 1);
    }

    @Test
    void slowCellsKeepTheirIdsAndMostDivisionsAreFound() {
        LinkErrors errors = cells("slow", Assignment::of);
        assertTrue(errors.missedPercent() < 0.5 && errors.wrongPercent() < 0.5, "" + errors);
        assertTrue(errors.childrenFound() > 0.75 * errors.children(), "" + errors);
    }

    @Test
    void theAssignmentMissesFewerThanTheBestPairFirst() {
        LinkErrors best = cells("any way", Assignment::of);
        LinkErrors greedy = cells("any way", Greedy::match);
        assertTrue(best.missed() < greedy.missed(), best + " and " + greedy);
    }

    @Test
    void slicesOfEllipsoidsBecomeEllipsoids() {
        MadeSequence made = LinkAccuracy.volumes().get("packed ellipsoids").apply(1);
        LinkErrors errors = made.errors(Linker.link(made.objects(), LinkSettings.slices(1)), 1);
        assertTrue(errors.missedPercent() < 0.1 && errors.wrongPercent() < 0.5, "" + errors);
    }

    @Test
    void theSameObjectsGetTheSameIds() {
        MadeSequence made = LinkAccuracy.cells().get("any way").apply(2);
        Links first = Linker.link(made.objects(), LinkSettings.frames(1));
        Links second = Linker.link(made.objects(), LinkSettings.frames(1));
        for (int p = 0; p < made.planes().size(); p++) {
            assertEquals(first.ids(p), second.ids(p));
        }
    }

    @Test
    void anIdNeverComesTwiceInAPlane() {
        MadeSequence made = LinkAccuracy.cells().get("crowded").apply(3);
        Links links = Linker.link(made.objects(), LinkSettings.frames(2));
        for (int p = 0; p < made.planes().size(); p++) {
            assertEquals(links.ids(p).size(), links.ids(p).stream().distinct().count());
        }
    }

    @Test
    void eachMotherEndsBeforeHerTwoChildrenWhichBeginTogether() {
        MadeSequence made = LinkAccuracy.cells().get("crowded").apply(3);
        int maxGap = 2;
        Links links = Linker.link(made.objects(), LinkSettings.frames(maxGap));
        int[] first = new int[links.count() + 1];
        int[] last = new int[links.count() + 1];
        Arrays.fill(first, -1);
        for (int p = 0; p < made.planes().size(); p++) {
            for (int id : links.ids(p)) {
                first[id] = first[id] < 0 ? p : first[id];
                last[id] = p;
            }
        }
        Map<Integer, List<Integer>> children = new HashMap<>();
        for (int id = 1; id <= links.count(); id++) {
            if (links.parent(id) != 0) {
                children.computeIfAbsent(links.parent(id), m -> new ArrayList<>()).add(first[id]);
            }
        }
        assertTrue(children.size() > 40, "" + children.size());
        children.forEach(
                (mother, begins) -> {
                    assertEquals(2, begins.size(), "children of " + mother);
                    assertEquals(begins.get(0), begins.get(1));
                    int planes = begins.get(0) - last[mother];
                    assertTrue(planes >= 1 && planes <= maxGap + 1, mother + ": " + planes);
                });
    }
}
