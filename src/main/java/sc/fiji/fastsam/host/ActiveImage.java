package sc.fiji.fastsam.host;

import ij.ImagePlus;
import ij.WindowManager;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** The image that a command works on, and the one that it leaves active. */
final class ActiveImage {

    private ActiveImage() {}

    /**
     * Gives the active image to each image input that has none. Resolves the input where there is
     * an image, so that the host neither asks for it nor records it.
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
