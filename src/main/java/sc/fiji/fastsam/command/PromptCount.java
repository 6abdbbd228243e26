package sc.fiji.fastsam.command;

import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.prompt.BoxPrompt;
import sc.fiji.fastsam.prompt.Prompt;
import sc.fiji.fastsam.settings.Counted;

/** What was understood as prompts, in words. */
final class PromptCount {

    private PromptCount() {}

    /** "3 points, 2 background points, 1 rectangle, 1 other area (by bounds)". */
    static String text(PromptList list) {
        List<Prompt> prompts = list.prompts().stream().map(entry -> entry.prompt()).toList();
        long background = prompts.stream().filter(Prompt::isBackground).count();
        long boxes = prompts.stream().filter(BoxPrompt.class::isInstance).count();
        long areas = list.prompts().stream().filter(PromptCount::isOtherArea).count();
        List<String> parts = new ArrayList<>();
        add(parts, prompts.size() - background - boxes, "point");
        add(parts, background, "background point");
        add(parts, boxes - areas, "rectangle");
        add(parts, areas, "other area");
        return String.join(", ", parts) + (areas > 0 ? " (by bounds)" : "");
    }

    private static boolean isOtherArea(PromptList.Entry prompt) {
        return prompt.source().filter(r -> r.isArea() && r.getType() != Roi.RECTANGLE).isPresent();
    }

    private static void add(List<String> parts, long count, String noun) {
        if (count > 0) {
            parts.add(Counted.text(count, noun));
        }
    }
}
