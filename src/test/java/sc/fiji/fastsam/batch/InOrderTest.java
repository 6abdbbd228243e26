package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InOrderTest {

    private final List<String> told = new ArrayList<>();

    private final BatchListener listener =
            new BatchListener() {

                @Override
                public void begin(InputFile input, int index, int total) {
                    told.add("begin " + input.name() + " of " + total);
                }

                @Override
                public void end(FileOutcome outcome) {
                    told.add(outcome.input().toString());
                }

                @Override
                public void update(long done, long total, String task) {}

                @Override
                public boolean isCanceled() {
                    return false;
                }
            };

    private static InputFile file(int index) {
        return new InputFile(Path.of("" + index), "" + index);
    }

    private static FileOutcome outcome(int index) {
        return FileOutcome.canceled(file(index));
    }

    @Test
    void anOutcomeWaitsForThoseBeforeItAndAPostponedFileKeepsNoneWaiting() {
        InOrder order = new InOrder(5, listener);
        order.end(2, outcome(2));
        order.end(1, outcome(1));
        order.begin(file(0), 0);
        assertEquals(List.of("begin 0 of 5"), told);
        order.postpone(0);
        assertEquals(List.of("begin 0 of 5", "1", "2"), told);
        order.end(4, outcome(4));
        order.end(0, outcome(0));
        assertEquals(List.of("begin 0 of 5", "1", "2", "0"), told);
        order.end(3, outcome(3));
        assertEquals(List.of("begin 0 of 5", "1", "2", "0", "3", "4"), told);
    }

    @Test
    void eachOutcomeIsToldOnceWhateverTheOrderOfTheirEnds() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int files = 1 + random.nextInt(9);
            List<Integer> postponed = new ArrayList<>();
            List<Integer> ends = new ArrayList<>();
            for (int i = 0; i < files; i++) {
                (random.nextInt(4) == 0 ? postponed : ends).add(i);
            }
            List<String> expected = new ArrayList<>(ends.stream().map(String::valueOf).toList());
            Collections.shuffle(ends, random);
            Collections.shuffle(postponed, random);
            told.clear();
            InOrder order = new InOrder(files, listener);
            int later = 0;
            for (int i = 0; i < ends.size(); i++) {
                if (later < postponed.size() && random.nextBoolean()) {
                    order.postpone(postponed.get(later++));
                }
                order.end(ends.get(i), outcome(ends.get(i)));
            }
            while (later < postponed.size()) {
                order.postpone(postponed.get(later++));
            }
            assertEquals(expected, told, "seed " + seed);
            postponed.forEach(i -> order.end(i, outcome(i)));
            postponed.forEach(i -> expected.add("" + i));
            assertEquals(expected, told, "seed " + seed);
            for (int i = 0; i < files; i++) {
                assertEquals("" + i, order.all().get(i).input().toString());
            }
        }
    }
}
