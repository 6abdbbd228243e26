package sc.fiji.fastsam.imagej.prompt;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.prompt.BoxPrompt;
import sc.fiji.fastsam.prompt.PointPrompt;
import sc.fiji.fastsam.prompt.Prompt;
import sc.fiji.fastsam.prompt.Role;

/** Reads prompts typed as numbers, in source pixels: entries are separated by ";". */
final class PromptText {

    private PromptText() {}

    /**
     * Points as "120,88; 301,40.5", named "point1", "point2" or "background1" and so on.
     *
     * @return none for blank text
     * @throws IllegalArgumentException if an entry is not two numbers
     */
    static List<Prompt> points(String text, Role role) {
        String key = role == Role.FOREGROUND ? "points" : "background";
        String kind = role == Role.FOREGROUND ? "point" : "background";
        List<Prompt> prompts = new ArrayList<>();
        for (double[] p : entries(text, key, "x,y")) {
            prompts.add(new PointPrompt(kind + (prompts.size() + 1), p[0], p[1], role));
        }
        return prompts;
    }

    /**
     * Boxes as "10,10,60,80; 200,40,35,35": x and y of the top left corner, width and height.
     *
     * @return none for blank text
     * @throws IllegalArgumentException if an entry is not four numbers, or a side is not positive
     */
    static List<Prompt> boxes(String text) {
        List<Prompt> prompts = new ArrayList<>();
        for (double[] b : entries(text, "boxes", "x,y,width,height")) {
            prompts.add(BoxPrompt.of("box" + (prompts.size() + 1), b[0], b[1], b[2], b[3]));
        }
        return prompts;
    }

    private static List<double[]> entries(String text, String key, String form) {
        List<double[]> entries = new ArrayList<>();
        if (text == null || text.isBlank()) {
            return entries;
        }
        for (String entry : text.split("[;\\n]")) {
            if (!entry.isBlank()) {
                entries.add(numbers(entry.strip(), key, form));
            }
        }
        return entries;
    }

    private static double[] numbers(String entry, String key, String form) {
        String[] parts = entry.split("\\s*,\\s*|\\s+", -1);
        if (parts.length != form.split(",").length) {
            throw wrong(entry, key, form);
        }
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            try {
                numbers[i] = Double.parseDouble(parts[i]);
            } catch (NumberFormatException e) {
                throw wrong(entry, key, form);
            }
        }
        return numbers;
    }

    private static IllegalArgumentException wrong(String entry, String key, String form) {
        String two = form.length() > 3 ? "10,10,60,80; 200,40,35,35" : "120,88; 301,40";
        return new IllegalArgumentException(
                key
                        + " must be entries of "
                        + form
                        + " in pixels, separated by \";\", as \""
                        + two
                        + "\", but one was \""
                        + entry
                        + "\".");
    }
}
