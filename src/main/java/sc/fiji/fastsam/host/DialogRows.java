package sc.fiji.fastsam.host;

import org.scijava.module.ModuleItem;

/** Which fields of a dialog share a row, so that a page is no taller than a laptop's screen. */
final class DialogRows {

    private static final int MOST = 2;

    private DialogRows() {}

    /** True when a field stands in the row of the one before it, which has so many already. */
    static boolean joins(ModuleItem<?> before, ModuleItem<?> item, int inRow) {
        if (inRow >= MOST) {
            return false;
        }
        return isFlag(item) ? isFlag(before) || isShort(before) : isShort(before) && isShort(item);
    }

    private static boolean isFlag(ModuleItem<?> item) {
        return DialogField.isFlag(item.getType());
    }

    /** Numbers, choices and short texts, but no sliders; ImageJ cuts off what is behind others. */
    private static boolean isShort(ModuleItem<?> item) {
        return !DialogField.isSlider(item)
                && (DialogField.isNumber(item.getType())
                        || DialogField.hasChoices(item)
                        || DialogField.isShortText(item));
    }
}
