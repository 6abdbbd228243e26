package sc.fiji.fastsam.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sc.fiji.fastsam.model.ModelCard;
import sc.fiji.fastsam.model.ModelSpec;

/** What a network says of itself, in lines. */
final class ModelFacts {

    private ModelFacts() {}

    /** One line a fact; none for what the file does not say. */
    static List<String> of(ModelSpec spec) {
        ModelCard card = spec.card();
        List<String> lines = new ArrayList<>();
        add(lines, "title", card.title());
        add(lines, "author", card.author());
        add(lines, "version", card.version());
        add(lines, "license", card.license());
        add(lines, "classes", String.join(", ", card.classes()));
        String size =
                spec.input()
                        .fixedSize()
                        .map(fixed -> fixed + " only")
                        .orElse("multiples of " + spec.stride());
        add(lines, "image size", size + ", made for " + spec.imageSize());
        spec.favoriteDiameter()
                .ifPresent(d -> add(lines, "best diameter", String.format(Locale.ROOT, "%.0f", d)));
        return lines;
    }

    private static void add(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(name + ": " + value);
        }
    }
}
