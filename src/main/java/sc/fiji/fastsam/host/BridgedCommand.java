package sc.fiji.fastsam.host;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.plugin.frame.Recorder;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.command.Previewable;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleRunner;
import org.scijava.module.ModuleService;
import org.scijava.module.event.ModuleErroredEvent;

/** One run of a SciJava command from a menu entry or a macro. */
final class BridgedCommand {

    private final Host host;
    private final String commandClass;
    private final MacroOptions options;

    BridgedCommand(Host host, String commandClass, MacroOptions options) {
        this.host = host;
        this.commandClass = commandClass;
        this.options = options;
    }

    /** Runs it and tells the user how it ended; see {@link CommandBridge#run}. */
    void run() {
        CommandInfo info = host.context().service(CommandService.class).getCommand(commandClass);
        if (info == null) {
            Failure.report(
                    commandClass, new IllegalArgumentException(missing(host.context())), host);
            return;
        }
        try {
            Module module = host.context().service(ModuleService.class).createModule(info);
            runModule(module);
            if (((Cancelable) module).isCanceled()) {
                stopMacro(((Cancelable) module).getCancelReason());
            }
        } catch (RuntimeException | Error e) {
            if (Failure.root(e) instanceof CancellationException cancel) {
                stopMacro(cancel.getMessage());
                return;
            }
            dropRecord();
            Failure.report(info.getTitle(), e, host);
        }
    }

    private void runModule(Module module) {
        if (options.isEmpty()) {
            SampleOffer.make(module);
            ActiveImage.set(module);
            resolveWhereNobodyIsAsked(module);
        } else {
            MacroInputs.set(module, options);
            ActiveImage.set(module);
        }
        requireImage(module);
        if (module.getDelegateObject() instanceof Bridged command) {
            boolean dialog = options.isEmpty() && !GraphicsEnvironment.isHeadless();
            command.begin(dialog).forEach(module::resolveInput);
        }
        try (QuietErrors quiet = new QuietErrors(host.context(), module)) {
            new ModuleRunner(host.context(), module, host.before(), host.after()).run();
        } finally {
            endPreview(module);
        }
    }

    /** NB: where a step between dialog and run fails, SciJava tells the command nothing. */
    private static void endPreview(Module module) {
        if (module.getDelegateObject() instanceof Previewable command) {
            command.cancel();
        }
    }

    /** Without a display there is no dialog, and the defaults apply. */
    private static void resolveWhereNobodyIsAsked(Module module) {
        if (GraphicsEnvironment.isHeadless()) {
            Inputs.fields(module).forEach(input -> module.resolveInput(input.getName()));
        }
    }

    private static void requireImage(Module module) {
        for (ModuleItem<?> input : module.getInfo().inputs()) {
            if (input.getType() == ImagePlus.class
                    && input.isRequired()
                    && module.getInput(input.getName()) == null) {
                throw new IllegalArgumentException(
                        "There is no image open. Open an image first, then run "
                                + module.getInfo().getTitle());
            }
        }
    }

    private static void stopMacro(String reason) {
        dropRecord();
        IJ.showProgress(1.0);
        IJ.showStatus(reason == null ? "" : reason);
        Macro.abort();
    }

    /** A run that gave nothing is not recorded. */
    private static void dropRecord() {
        if (IJ.recording()) {
            Recorder.setCommand(null);
        }
    }

    private String missing(Context context) {
        return String.format(
                Locale.ROOT,
                "The command %s is not in %s. The jar may be damaged: install it again.",
                commandClass,
                context);
    }

    /** The image that a command works on, and the one that it leaves active. */
    private static final class ActiveImage {

        private ActiveImage() {}

        /**
         * Gives the active image to each image input that has none. Resolves the input where there
         * is an image, so that the host neither asks for it nor records it.
         */
        static void set(Module module) {
            ImagePlus active = WindowManager.getCurrentImage();
            for (ModuleItem<?> input : module.getInfo().inputs()) {
                String name = input.getName();
                if (input.getType() != ImagePlus.class) {
                    continue;
                }
                if (module.getInput(name) == null && active != null) {
                    module.setInput(name, active);
                }
                if (module.getInput(name) != null || !input.isRequired()) {
                    module.resolveInput(name);
                }
            }
        }
    }

    /**
     * While open, keeps SciJava from writing a module's failure to the console as a stack trace:
     * the bridge tells the user itself.
     */
    private static final class QuietErrors implements AutoCloseable {

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
}
