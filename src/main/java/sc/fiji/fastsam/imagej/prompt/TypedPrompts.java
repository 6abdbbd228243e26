package sc.fiji.fastsam.imagej.prompt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.prompt.BoxPrompt;
import sc.fiji.fastsam.prompt.PointPrompt;
import sc.fiji.fastsam.prompt.Prompt;

/**
 * Prompts as texts that {@link PromptList#typed(String, String, String)} reads.
 *
 * @param points foreground points; empty for none
 * @param background background points
 * @param boxes x, y, width, height
 */
public record TypedPrompts(String points, String background, String boxes) {

    private static final int DECIMALS = 2;

    /** Points and boxes, in their order; points as the pixels that they lie in. */
    public static TypedPrompts of(List<PromptList.Entry> entries) {
        List<Prompt> prompts = entries.stream().map(PromptList.Entry::prompt).toList();
        return new TypedPrompts(
                texts(points(prompts).filter(point -> !point.isBackground())),
                texts(points(prompts).filter(Prompt::isBackground)),
                prompts.stream()
                        .filter(BoxPrompt.class::isInstance)
                        .map(prompt -> text(((BoxPrompt) prompt).boxInSource()))
                        .collect(Collectors.joining("; ")));
    }

    private static Stream<PointPrompt> points(List<Prompt> prompts) {
        return prompts.stream().filter(PointPrompt.class::isInstance).map(PointPrompt.class::cast);
    }

    private static String texts(Stream<PointPrompt> points) {
        return points.map(point -> text(Math.floor(point.x()), Math.floor(point.y())))
                .collect(Collectors.joining("; "));
    }

    private static String text(Box box) {
        return text(box.x0(), box.y0(), box.x1() - box.x0(), box.y1() - box.y0());
    }

    private static String text(double... numbers) {
        return DoubleStream.of(numbers)
                .mapToObj(number -> new BigDecimal(number).setScale(DECIMALS, RoundingMode.HALF_UP))
                .map(number -> number.stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(","));
    }
}
