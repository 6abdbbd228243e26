package sc.fiji.fastsam.host;

import java.util.List;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** The help of a command: its description, what each setting does, and its macro keys. */
final class HelpText {

    /** Where the manual is. */
    private static final String MANUAL = "https://imagej.net/plugins/fastsam";

    /** NB: docs/segment-everything.md says the same. */
    private static final String NOT_RIGHT =
            """
            <h3>If the result is not right</h3><ul>
            <li><b>Objects are missed:</b> set the object diameter (draw a line across one, then \
            From line); lower the confidence, for example to 0.1; zoom in and segment a selection; \
            try another channel, or contrast = display after Image &gt; Adjust &gt; \
            Brightness/Contrast.</li>
            <li><b>Of a stained section glands, but not their nuclei:</b> stain = hematoxylin.</li>
            <li><b>Neighbors are merged:</b> set a smaller object diameter; set a maximum area; \
            nested objects = inner.</li>
            <li><b>Objects are split, or parts of them are found too:</b> set a larger object \
            diameter; set a minimum area; nested objects = outer.</li>
            <li><b>Too many objects, or background:</b> set a confidence, for example 0.5; set a \
            minimum area.\
            </li></ul>
            """;

    private HelpText() {}

    /** A page made from the module's declarations, in HTML. */
    static String html(Module module) {
        StringBuilder page = new StringBuilder("<html><body width=520>");
        page.append("<h2>").append(escaped(module.getInfo().getTitle().replace("...", "")));
        page.append("</h2><p>").append(escaped(module.getInfo().getDescription())).append("</p>");
        page.append("<p><a href=\"")
                .append(MANUAL)
                .append("\">Open the manual in the browser</a></p>");
        // NB: of commands that find objects; they alone ask for a diameter.
        page.append(module.getInfo().getInput("diameter") == null ? "" : NOT_RIGHT);
        page.append("<h3>Settings</h3>");
        append(page, Inputs.first(module));
        if (!Inputs.second(module).isEmpty()) {
            page.append("<h3>More settings</h3>");
            append(page, Inputs.second(module));
        }
        page.append("<p>In a macro: <tt>run(\"").append(escaped(module.getInfo().getTitle()));
        page.append("\", \"key=value key=[two words]\");</tt></p>");
        return page.append("</body></html>").toString();
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
