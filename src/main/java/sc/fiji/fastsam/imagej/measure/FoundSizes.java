package sc.fiji.fastsam.imagej.measure;

import ij.ImagePlus;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import sc.fiji.fastsam.imagej.Diameters;
import sc.fiji.fastsam.imagej.Units;
import sc.fiji.fastsam.mask.RunSummary;

/**
 * How large a run's objects are, level by level, the largest first: what a user who disagrees types
 * as diameter.
 *
 * @param levels of the run
 * @param lengths typical diameters in the image's unit; nothing where a level has no object, or the
 *     image no calibration
 * @param unit of the lengths, as "µm"; "pixels" without calibration
 * @param text as "28 px (8.97 µm)", of two levels "62 px and 20 px"; empty without objects
 */
public record FoundSizes(
        List<RunSummary.Level> levels, List<OptionalDouble> lengths, String unit, String text) {

    /** Copies the lists. */
    public FoundSizes {
        levels = List.copyOf(levels);
        lengths = List.copyOf(lengths);
    }

    /** The sizes of objects of an image. */
    public static FoundSizes of(RunSummary.Sizes sizes, ImagePlus image) {
        List<OptionalDouble> lengths =
                sizes.levels().stream()
                        .map(RunSummary.Level::typicalDiameter)
                        .map(d -> d.isPresent() ? Diameters.calibrated(d.getAsDouble(), image) : d)
                        .toList();
        String text =
                sizes.levels().stream()
                        .flatMapToDouble(level -> level.typicalDiameter().stream())
                        .mapToObj(pixels -> Diameters.text(pixels, image))
                        .collect(Collectors.joining(" and "));
        return new FoundSizes(sizes.levels(), lengths, Units.text(image.getCalibration()), text);
    }

    /** "typical diameter 28 px (8.97 µm)"; "2 levels, typical diameters 62 px and 20 px". */
    public String phrase() {
        return levels.size() == 1
                ? "typical diameter " + text
                : levels.size() + " levels, typical diameters " + text;
    }

    /** Network pixels per pixel of the image, as "1.25", of two levels "0.50 and 1.60". */
    public String scales() {
        return levels.stream()
                .map(level -> String.format(Locale.ROOT, "%.2f", level.scale()))
                .collect(Collectors.joining(" and "));
    }
}
