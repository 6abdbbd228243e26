package sc.fiji.fastsam.start;

import java.util.function.Consumer;
import org.scijava.module.Module;

/**
 * A step of SciJava's before or after a command of ours that a script runs. NB: SciJava creates
 * such steps for every command of the host, on an old Java too, which then could only complain of
 * them. So they are classes that an old Java can load, and what they do is loaded when needed.
 */
final class ScriptStep {

    private static final String OURS = "sc.fiji.fastsam.";

    private ScriptStep() {}

    /**
     * Does it where the module is a command of ours.
     *
     * @param name of a class that takes the module: a {@code Consumer<Module>}
     * @throws IllegalStateException if the class cannot be loaded
     */
    static void run(String name, Module module) {
        if (!module.getInfo().getDelegateClassName().startsWith(OURS)) {
            return;
        }
        try {
            step(name).accept(module);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException(MenuEntry.incomplete(e), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Consumer<Module> step(String name) throws ReflectiveOperationException {
        return (Consumer<Module>) Class.forName(name).getDeclaredConstructor().newInstance();
    }
}
