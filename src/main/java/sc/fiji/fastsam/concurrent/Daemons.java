package sc.fiji.fastsam.concurrent;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep Java from ending. */
public final class Daemons {

    private Daemons() {}

    /** Makes threads of a name. */
    public static ThreadFactory named(String name) {
        return run -> {
            Thread thread = new Thread(run, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
