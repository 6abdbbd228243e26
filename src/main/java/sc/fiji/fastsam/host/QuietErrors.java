package sc.fiji.fastsam.host;

import java.util.List;
import org.scijava.Context;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.module.Module;
import org.scijava.module.event.ModuleErroredEvent;

/**
 * While open, keeps SciJava from writing a module's failure to the console as a stack trace: the
 * bridge tells the user itself.
 */
final class QuietErrors implements AutoCloseable {

    private final EventService events;
    private final Module module;
    private final List<EventSubscriber<?>> subscribers;

    QuietErrors(Context context, Module module) {
        this.events = context.service(EventService.class);
        this.module = module;
        this.subscribers = events.subscribe(this);
    }

    @EventHandler
    private void onEvent(ModuleErroredEvent event) {
        if (event.getModule() == module) {
            event.consume();
        }
    }

    @Override
    public void close() {
        events.unsubscribe(subscribers);
    }
}
