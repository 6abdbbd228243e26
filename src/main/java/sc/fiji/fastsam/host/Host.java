package sc.fiji.fastsam.host;

import ij.IJ;
import java.util.ArrayList;
import java.util.List;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.event.EventService;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;
import org.scijava.widget.InputHarvester;

/**
 * The program that the menu entry was chosen in.
 *
 * @param context in which commands run
 */
record Host(Context context) {

    private static final String LEGACY_SERVICE = "net.imagej.legacy.LegacyService";
    private static final String LEGACY_PLUGINS = "net.imagej.legacy.plugin.Macro";

    /** NB: the steps for scripts are classes of another package, which an old Java can load. */
    private static final String FOR_SCRIPTS = "sc.fiji.fastsam.start.";

    /** The host of this JVM: Fiji's context where there is one, else one of ours, made once. */
    static Host current() {
        Context fiji = fijiContext();
        return new Host(fiji == null ? OwnContext.get() : fiji);
    }

    /**
     * The steps before a command: the context's, and our dialog in place of the context's own.
     *
     * <p>NB: Fiji's dialog is modal, so that nobody could zoom or draw a line while it is open, and
     * taller than a laptop's screen. Fiji's readers and writers of macro options are left out,
     * because the bridge does that in both hosts: Fiji takes {@code mask_iou=0.5} for {@code iou},
     * passes over misspelt keys, and records nothing of the second page.
     */
    List<PreprocessorPlugin> before() {
        List<PreprocessorPlugin> steps = new ArrayList<>();
        for (PreprocessorPlugin step : plugins(PreprocessorPlugin.class)) {
            if (!isLeftOut(step) && !(step instanceof InputHarvester<?, ?>)) {
                steps.add(step);
            }
        }
        steps.add(firstAfterInput(steps), new DialogHarvester());
        return steps;
    }

    /** The steps after a command: outputs are shown before the context's own steps see them. */
    List<PostprocessorPlugin> after() {
        List<PostprocessorPlugin> steps = new ArrayList<>();
        steps.add(new OutputDisplay());
        for (PostprocessorPlugin step : plugins(PostprocessorPlugin.class)) {
            if (!isLeftOut(step)) {
                steps.add(step);
            }
        }
        return steps;
    }

    private static boolean isLeftOut(Object step) {
        String name = step.getClass().getName();
        return name.startsWith(LEGACY_PLUGINS) || name.startsWith(FOR_SCRIPTS);
    }

    /** Dialogs come before the step that complains of missing inputs and the one that stores. */
    private static int firstAfterInput(List<PreprocessorPlugin> steps) {
        for (int i = 0; i < steps.size(); i++) {
            String name = steps.get(i).getClass().getSimpleName();
            if (name.startsWith("SaveInputs") || name.startsWith("CheckInputs")) {
                return i;
            }
        }
        return steps.size();
    }

    private <P extends org.scijava.plugin.SciJavaPlugin> List<P> plugins(Class<P> type) {
        return context.service(PluginService.class).createInstancesOfType(type);
    }

    /**
     * Fiji's context, or null. NB: asked only where ImageJ carries the legacy layer's hooks, for
     * plain ImageJ answers the same question by making a new context each time.
     */
    private static Context fijiContext() {
        try {
            IJ.class.getField("_hooks");
            Class.forName(LEGACY_SERVICE, false, Host.class.getClassLoader());
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
        return IJ.runPlugIn("org.scijava.Context", "") instanceof Context context ? context : null;
    }

    /** The SciJava context of plain ImageJ: made when first asked for, once a class loader. */
    private static final class OwnContext {

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
}
