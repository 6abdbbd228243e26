package sc.fiji.fastsam.command;

import java.util.concurrent.atomic.AtomicInteger;
import sc.fiji.fastsam.segment.Progress;

/** Canceled as soon as a request is not the latest any more. */
record Superseded(AtomicInteger latest, int number) implements Progress {

    @Override
    public void update(int done, int total, String task) {}

    @Override
    public boolean isCanceled() {
        return latest.get() != number;
    }
}
