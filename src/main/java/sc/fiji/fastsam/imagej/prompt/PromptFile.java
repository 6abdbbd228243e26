package sc.fiji.fastsam.imagej.prompt;

import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

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
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such prompts file");
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        PromptFile prompts =
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "roi" -> new PromptFile(file, List.of(single(file)), List.of());
                    case "zip" -> new PromptFile(file, set(file), List.of());
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

    /**
     * The prompts for an image: all ROIs, and the rows of a table that name the image or none.
     *
     * @param imageName the image's file name; a row may leave its extension out
     * @throws IllegalArgumentException if a ROI is no prompt, or is for a plane that the image does
     *     not have
     */
    public PromptList forImage(ImagePlus imp, String imageName) {
        if (!rois.isEmpty()) {
            return RoiPrompts.of(rois, imp);
        }
        List<PlacedPrompt> chosen = new ArrayList<>();
        for (PromptCsv.Row row : rows) {
            if (names(row.image(), imageName)) {
                PlacedPrompt placed = row.placed();
                placed.place()
                        .checkAgainst(imp, "Prompt '" + placed.prompt().name() + "' of " + file);
                chosen.add(placed);
            }
        }
        return new PromptList(chosen, List.of());
    }

    /** The images that a table names, sorted; empty for ROIs. */
    public Set<String> images() {
        Set<String> images = new TreeSet<>();
        rows.stream().map(PromptCsv.Row::image).filter(i -> !i.isEmpty()).forEach(images::add);
        return images;
    }

    /** Of the images that a table names those that mean none of some files; sorted. */
    public List<String> imagesNotIn(List<String> imageNames) {
        return images().stream()
                .filter(cell -> imageNames.stream().noneMatch(name -> names(cell, name)))
                .toList();
    }

    /** True when a table's cell means an image: blank, its name, or its name without extension. */
    static boolean names(String cell, String imageName) {
        int dot = imageName.lastIndexOf('.');
        String stem = dot > 0 ? imageName.substring(0, dot) : imageName;
        return cell.isEmpty() || cell.equals(imageName) || cell.equals(stem);
    }

    private static Roi single(Path file) throws IOException {
        String name = file.getFileName().toString();
        return decode(Files.readAllBytes(file), name, file.toString());
    }

    private static List<Roi> set(Path file) throws IOException {
        List<Roi> rois = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            ZipEntry entry = zip.getNextEntry();
            for (; entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".roi")) {
                    String where = entry.getName() + " in " + file;
                    rois.add(decode(zip.readAllBytes(), entry.getName(), where));
                }
            }
        } catch (java.util.zip.ZipException | IllegalArgumentException e) {
            throw new IOException(file + " is no ROI set: " + e.getMessage(), e);
        }
        if (rois.isEmpty()) {
            throw new IOException(file + " is no ROI set: there is no .roi file in it.");
        }
        return rois;
    }

    private static Roi decode(byte[] bytes, String name, String where) throws IOException {
        String plain = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.roi$", "");
        Roi roi;
        try {
            roi = new RoiDecoder(bytes, plain).getRoi();
        } catch (IOException | RuntimeException e) {
            throw new IOException(where + " is no ROI. Save it with the ROI Manager.", e);
        }
        if (roi == null) {
            throw new IOException(where + " is no ROI. Save it with the ROI Manager.");
        }
        restorePosition(roi, bytes);
        return roi;
    }

    /** NB: ImageJ writes the position of points that were made without an image, but drops it. */
    private static void restorePosition(Roi roi, byte[] bytes) {
        int position = ByteBuffer.wrap(bytes).getInt(RoiDecoder.POSITION);
        if (roi instanceof PointRoi && roi.getPosition() == 0 && !roi.hasHyperStackPosition()) {
            roi.setPosition(Math.max(0, position));
        }
    }
}
