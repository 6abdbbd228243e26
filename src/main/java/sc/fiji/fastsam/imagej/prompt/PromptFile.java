package sc.fiji.fastsam.imagej.prompt;

import ij.ImagePlus;
import ij.gui.Roi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.fastsam.imagej.Units;
import sc.fiji.fastsam.imagej.roi.RoiSets;
import sc.fiji.fastsam.settings.PromptSettings;

/**
 * Prompts from a file: a ROI (.roi), a ROI set (.zip) or a table (.csv, .tsv, .txt; see
 * docs/prompts.md). Immutable.
 */
public final class PromptFile {

    private final Path file;
    private final List<Roi> rois;
    private final List<PromptCsv.Row> rows;

    private PromptFile(Path file, List<Roi> rois, List<PromptCsv.Row> rows) {
        this.file = file;
        this.rois = rois;
        this.rows = rows;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read, is of another kind, or holds no prompt
     */
    public static PromptFile read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such prompts file");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    file + " is a folder, a pipe or a device: name a file of prompts.");
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        PromptFile prompts =
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "roi", "zip" -> new PromptFile(file, RoiSets.read(file), List.of());
                    case "csv", "tsv", "txt" ->
                            new PromptFile(file, List.of(), PromptCsv.read(file));
                    default ->
                            throw new IOException(
                                    file
                                            + " is no file of prompts: it must be .roi, .zip or .csv.");
                };
        if (prompts.rois.isEmpty() && prompts.rows.isEmpty()) {
            throw new IOException(file + " holds no prompts.");
        }
        return prompts;
    }

    /** Where the prompts were read. */
    public Path path() {
        return file;
    }

    /**
     * The prompts for an image: all ROIs, and the rows of a table that name the image or none.
     *
     * @param image the image's file name, or its path, so that rows may tell images of one name
     *     apart by their folders; a row may leave the extension out
     * @throws IllegalArgumentException if a ROI is no prompt, or is for a plane that the image does
     *     not have, or none of the ROIs is one
     */
    public PromptList forImage(ImagePlus imp, String image) {
        return rois.isEmpty() ? ofTable(imp, slashed(image)) : ofRois(imp);
    }

    private PromptList ofRois(ImagePlus imp) {
        PromptList list = RoiPrompts.of(rois, imp);
        if (list.isEmpty()) {
            throw new IllegalArgumentException(
                    file
                            + " holds no prompts: "
                            + String.join("; ", list.notes())
                            + ". Use points, rectangles or other areas.");
        }
        return list;
    }

    private PromptList ofTable(ImagePlus imp, String image) {
        List<PromptCsv.Row> chosen =
                rows.stream().filter(row -> names(row.image(), image)).toList();
        List<PromptList.Entry> entries = new ArrayList<>();
        for (PromptCsv.Row row : chosen) {
            PromptList.Entry entry = row.entry().apply(imp);
            entry.place().checkAgainst(imp, "Prompt '" + entry.prompt().name() + "' of " + file);
            entries.add(entry);
        }
        boolean inUnits = chosen.stream().anyMatch(PromptCsv.Row::inUnits);
        return new PromptList(
                entries, PromptSettings.DEFAULT, inUnits ? List.of(inUnits(imp)) : List.of());
    }

    private String inUnits(ImagePlus imp) {
        String unit = Units.text(imp.getCalibration());
        return "X and Y of "
                + file.getFileName()
                + ", a Results table, were taken as points in "
                + unit;
    }

    /** The images that a table names, sorted; empty for ROIs. */
    public Set<String> images() {
        Set<String> images = new TreeSet<>();
        rows.stream().map(PromptCsv.Row::image).filter(i -> !i.isEmpty()).forEach(images::add);
        return images;
    }

    /**
     * Of some files those that a prompt is for.
     *
     * @param images names or paths of the files
     */
    public Set<String> imagesWithPrompts(List<String> images) {
        boolean forAll = !rois.isEmpty() || rows.stream().anyMatch(row -> row.image().isEmpty());
        if (forAll) {
            return Set.copyOf(images);
        }
        Map<String, Set<String>> byName = new HashMap<>();
        images().forEach(
                        cell ->
                                byName.computeIfAbsent(lastPart(cell), n -> new HashSet<>())
                                        .add(cell));
        return images.stream()
                .filter(
                        image ->
                                lastParts(slashed(image))
                                        .flatMap(n -> byName.getOrDefault(n, Set.of()).stream())
                                        .anyMatch(cell -> names(cell, slashed(image))))
                .collect(Collectors.toSet());
    }

    /**
     * Of the images that a table names those that mean none of some files; sorted.
     *
     * @param images names or paths of the files
     */
    public List<String> imagesNotIn(List<String> images) {
        return imagesThatMean(images, count -> count == 0);
    }

    /**
     * Of the images that a table names those that mean several files; sorted.
     *
     * @param images names or paths of the files
     */
    public List<String> imagesOfSeveral(List<String> images) {
        return imagesThatMean(images, count -> count > 1);
    }

    private List<String> imagesThatMean(List<String> images, LongPredicate isWanted) {
        // NB: by their last parts, as tables and folders may both have ten thousand of them.
        Map<String, Set<String>> byName = new HashMap<>();
        for (String image : images) {
            String path = slashed(image);
            lastParts(path)
                    .forEach(
                            name ->
                                    byName.computeIfAbsent(name, none -> new HashSet<>())
                                            .add(path));
        }
        return images().stream()
                .filter(
                        cell ->
                                isWanted.test(
                                        byName.getOrDefault(lastPart(cell), Set.of()).stream()
                                                .filter(image -> names(cell, image))
                                                .count()))
                .toList();
    }

    /** The last part of an image's path, with and without its ending. */
    private static Stream<String> lastParts(String path) {
        String name = lastPart(path);
        return Stream.of(name, name.replaceFirst("\\.[^.]*$", ""));
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * True when a table's cell means an image: blank, its name, or the end of its path, with or
     * without extension.
     *
     * @param image with {@code /} between folders, as the cell
     */
    private static boolean names(String cell, String image) {
        int dot = image.lastIndexOf('.');
        boolean hasEnding = dot > image.lastIndexOf('/') + 1;
        return cell.isEmpty()
                || isEnd(cell, image, image.length())
                || hasEnding && isEnd(cell, image, dot);
    }

    /** True when the first letters of a path end with that, and a part of the path begins there. */
    private static boolean isEnd(String end, String path, int length) {
        int from = length - end.length();
        return from >= 0
                && path.startsWith(end, from)
                && (from == 0 || path.charAt(from - 1) == '/');
    }

    private static String slashed(String path) {
        return path.replace('\\', '/');
    }
}
