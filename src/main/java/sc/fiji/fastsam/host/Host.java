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
import org.scijava.service.Service;

/**
 * The program that the menu entry was chosen in.
 *
 * @param context in which commands run
 * @param isFiji true when ImageJ's legacy layer is in that context, which brings a dialog of its
 *     own; plain ImageJ gets ours
 */
record Host(Context context, boolean isFiji) {

    private static final String LEGACY_SERVICE = "net.imagej.legacy.LegacyService";
    private static final String LEGACY_PLUGINS = "net.imagej.legacy.plugin.Macro";

    /** The host of this JVM: Fiji's context where there is one, else one of ours, made once. */
    static Host current() {
        Context fiji = fijiContext();
        return of(fiji == null ? OwnContext.get() : fiji);
    }

    /** A context, looked at for the legacy layer. */
    static Host of(Context context) {
        return new Host(context, hasLegacyLayer(context));
    }

    /**
     * The steps before a command: the context's, and in plain ImageJ the dialog.
     *
     * <p>NB: Fiji's readers and writers of macro options are left out, because the bridge does that
     * in both hosts: Fiji takes {@code mask_iou=0.5} for {@code iou}, passes over misspelt keys,
     * and records nothing of the second page.
     */
    List<PreprocessorPlugin> before() {
        List<PreprocessorPlugin> steps = new ArrayList<>();
        for (PreprocessorPlugin step : plugins(PreprocessorPlugin.class)) {
            if (!step.getClass().getName().startsWith(LEGACY_PLUGINS)
                    && !(step instanceof ScriptInputs)) {
                steps.add(step);
            }
        }
        if (!isFiji) {
            steps.add(firstAfterInput(steps), new DialogHarvester());
        }
        return steps;
    }

    /** The steps after a command: outputs are shown before the context's own steps see them. */
    List<PostprocessorPlugin> after() {
        List<PostprocessorPlugin> steps = new ArrayList<>();
        steps.add(new OutputDisplay());
        for (PostprocessorPlugin step : plugins(PostprocessorPlugin.class)) {
            if (!step.getClass().getName().startsWith(LEGACY_PLUGINS)
                    && !(step instanceof ScriptOutputs)) {
                steps.add(step);
            }
        }
        return steps;
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

    private static boolean hasLegacyLayer(Context context) {
        for (Service service : context.getServiceIndex()) {
            if (implementsNamed(service.getClass(), LEGACY_SERVICE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean implementsNamed(Class<?> type, String name) {
        if (type == null) {
            return false;
        }
        if (type.getName().equals(name) || implementsNamed(type.getSuperclass(), name)) {
            return true;
        }
        for (Class<?> parent : type.getInterfaces()) {
            if (implementsNamed(parent, name)) {
                return true;
            }
        }
        return false;
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
