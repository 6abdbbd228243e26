package sc.fiji.fastsam.host;

import ij.gui.HTMLDialog;
import java.util.List;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** The help of a command: its description, what each setting does, and its macro keys. */
public final class HelpText {

    /** Where the manual is. */
    public static final String MANUAL = "https://imagej.net/plugins/fastsam";

    private HelpText() {}

    /** A page made from the module's declarations, in HTML. */
    static String html(Module module) {
        StringBuilder page = new StringBuilder("<html><body width=520>");
        page.append("<h2>").append(escaped(module.getInfo().getTitle().replace("...", "")));
        page.append("</h2><p>").append(escaped(module.getInfo().getDescription())).append("</p>");
        append(page, Inputs.first(module));
        if (!Inputs.second(module).isEmpty()) {
            page.append("<h3>More settings</h3>");
            append(page, Inputs.second(module));
        }
        page.append("<p>In a macro: <tt>run(\"").append(escaped(module.getInfo().getTitle()));
        page.append("\", \"key=value key=[two words]\");</tt></p>");
        page.append("<p>Manual: <a href=\"").append(MANUAL).append("\">").append(MANUAL);
        return page.append("</a></p></body></html>").toString();
    }

    /** Opens the page in a window of its own, which blocks nothing. */
    public static void open(Module module) {
        String title = module.getInfo().getTitle().replace("...", "") + ": Help";
        new HTMLDialog(title, html(module), false);
    }

    private static void append(StringBuilder page, List<ModuleItem<?>> inputs) {
        page.append("<ul>");
        for (ModuleItem<?> input : inputs) {
            page.append("<li><b>").append(escaped(Inputs.label(input))).append("</b> <tt>");
            boolean isKey = input.getVisibility() != ItemVisibility.INVISIBLE;
            page.append(isKey ? input.getName() : "").append("</tt><br>");
            page.append(escaped(input.getDescription()));
            if (input.getChoices() != null && !input.getChoices().isEmpty()) {
                page.append(" One of ").append(escaped(String.valueOf(input.getChoices())));
            }
            page.append("</li>");
        }
        page.append("</ul>");
    }

    private static String escaped(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
