package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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

    @Test
    void anOutcomeIsToldAsSoonAsThoseBeforeItAreAndAPostponedOneKeepsNoneWaiting() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int files = 1 + random.nextInt(9);
            List<Integer> steps = new ArrayList<>(IntStream.range(0, files).boxed().toList());
            Collections.shuffle(steps, random);
            boolean[] ended = new boolean[files];
            boolean[] postponed = new boolean[files];
            List<String> expected = new ArrayList<>();
            int next = 0;
            told.clear();
            InOrder order = new InOrder(files, listener);
            while (!steps.isEmpty()) {
                int file = steps.remove(0);
                if (!postponed[file] && random.nextInt(4) == 0) {
                    postponed[file] = true;
                    steps.add(file);
                    order.postpone(file);
                } else {
                    ended[file] = true;
                    if (postponed[file]) {
                        expected.add("" + file);
                    }
                    order.end(file, FileOutcome.canceled(file(file)));
                }
                while (next < files && (ended[next] || postponed[next])) {
                    if (!postponed[next]) {
                        expected.add("" + next);
                    }
                    next++;
                }
                assertEquals(expected, told, "seed " + seed);
            }
            for (int i = 0; i < files; i++) {
                assertEquals("" + i, order.all().get(i).input().toString());
            }
        }
        told.clear();
        new InOrder(5, listener).begin(file(3), 3);
        assertEquals(List.of("begin 3 of 5"), told);
    }
}
