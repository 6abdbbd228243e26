package sc.fiji.fastsam.prompt;

/** Told how many objects an {@link AppearanceScorer} has looked at, asked whether to go on. */
public interface ScoringProgress {

    /** Ignores everything and never cancels. */
    ScoringProgress NONE =
            new ScoringProgress() {
                @Override
                public void update(int done, int total) {}

                @Override
                public boolean isCanceled() {
                    return false;
                }
            };

    /** Reports finished objects, on the thread that does the work. */
    void update(int done, int total);

    /** True when the user wants to end; asked from another thread too, so must be thread-safe. */
    boolean isCanceled();
}
