package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;

class RunTest {

    /** Canceled when asked for the nth time. */
    private static Progress canceledAt(int n) {
        return new Progress() {
            private int asked;

            @Override
            public void update(long done, long total, String task) {}

            @Override
            public boolean isCanceled() {
                return ++asked >= n;
            }
        };
    }

    @Test
    void saysHowFarItCameWhenCanceled() {
        Run run = new Run(canceledAt(2));
        run.finished(0, 7);
        CancellationException e =
                assertThrows(CancellationException.class, () -> run.finished(1, 7));
        assertEquals("Canceled after 1 of 7 tiles.", e.getMessage());
        assertEquals("Canceled after 1 of 7 tiles.", run.canceled().getMessage());
    }

    @Test
    void saysThatNothingWasDoneBeforeTheFirstTile() {
        assertEquals(
                "Canceled before the first tile.", new Run(Progress.NONE).canceled().getMessage());
    }
}
