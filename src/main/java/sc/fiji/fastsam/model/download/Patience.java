package sc.fiji.fastsam.model.download;

/**
 * How long to wait.
 *
 * @param connectMillis for a server to be reached
 * @param silenceMillis for the next byte
 * @param pauseMillis before another try
 * @param tries all in all
 */
record Patience(int connectMillis, int silenceMillis, int pauseMillis, int tries) {

    static final Patience USUAL = new Patience(20_000, 60_000, 2_000, 4);
}
