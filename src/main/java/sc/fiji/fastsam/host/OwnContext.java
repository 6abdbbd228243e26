package sc.fiji.fastsam.host;

import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.event.EventService;

/** The SciJava context of plain ImageJ: made when first asked for, once a class loader. */
final class OwnContext {

    private OwnContext() {}

    /** The one context. Its plugins are those of this class's loader. */
    static Context get() {
        return Holder.CONTEXT;
    }

    private static final class Holder {
        private static final Context CONTEXT = create();

        private static Context create() {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(OwnContext.class.getClassLoader());
            try {
                return new Context(
                        CommandService.class,
                        ConvertService.class,
                        EventService.class,
                        StatusService.class);
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }
}
