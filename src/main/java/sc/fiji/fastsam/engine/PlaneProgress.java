package sc.fiji.fastsam.engine;

import java.util.Locale;
import sc.fiji.fastsam.concurrent.Progress;

/** Progress within one plane as part of the progress over all. */
record PlaneProgress(Progress whole, int index, int planes) implements Progress {

    private static final int STEPS = 1000;

    static Progress of(Progress whole, int index, int planes) {
        return planes == 1 ? whole : new PlaneProgress(whole, index, planes);
    }

    @Override
    public void update(long done, long total, String task) {
        int within = total <= 0 ? 0 : (int) (STEPS * done / total);
        String plane = String.format(Locale.ROOT, "%s plane %d of %d", task, index + 1, planes);
        whole.update(index * STEPS + within, planes * STEPS, plane);
    }

    @Override
    public boolean isCanceled() {
        return whole.isCanceled();
    }
}
