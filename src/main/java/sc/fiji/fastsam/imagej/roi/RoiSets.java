package sc.fiji.fastsam.imagej.roi;

import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files of regions as ImageJ's ROI Manager reads and writes them. */
public final class RoiSets {

    private static final String EXTENSION = ".roi";

    private RoiSets() {}

    /**
     * Writes a zip file. It is complete or not there: a temporary name in the same folder, then
     * renamed.
     */
    public static void write(List<Roi> rois, Path file) throws IOException {
        // NB: Files.createTempFile would make a file that only its owner may read.
        Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            try (OutputStream out =
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
                write(rois, out);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Writes the content of a zip file; leaves the stream open. */
    public static void write(List<Roi> rois, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
        Set<String> used = new HashSet<>();
        for (Roi roi : rois) {
            zip.putNextEntry(new ZipEntry(entryName(roi, used)));
            zip.write(RoiEncoder.saveAsByteArray(roi));
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    /** The region's name; further ones of the same name get "-1", "-2", as ImageJ's. */
    private static String entryName(Roi roi, Set<String> used) {
        String name = roi.getName() == null ? "roi" : roi.getName().replaceAll("[/\\\\:]", "_");
        String unique = name;
        for (int i = 1; !used.add(unique); i++) {
            unique = name + "-" + i;
        }
        return unique + EXTENSION;
    }

    /**
     * Reads a zip file of regions or a single ".roi" file, in the order of its entries.
     *
     * @throws IOException if it cannot be read or holds no region
     */
    public static List<Roi> read(Path file) throws IOException {
        List<Roi> rois = isZip(file) ? readZip(file) : List.of(readSingle(file));
        if (rois.isEmpty()) {
            throw new IOException(
                    file + " holds no regions. Save some with ROI Manager > More > Save...");
        }
        return rois;
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    private static List<Roi> readZip(Path file) throws IOException {
        List<Roi> rois = new ArrayList<>();
        try (ZipInputStream zip =
                new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                if (e.getName().endsWith(EXTENSION)) {
                    rois.add(decode(zip.readAllBytes(), e.getName(), file));
                }
            }
        }
        return rois;
    }

    private static Roi readSingle(Path file) throws IOException {
        return decode(Files.readAllBytes(file), file.getFileName().toString(), file);
    }

    private static Roi decode(byte[] bytes, String name, Path file) throws IOException {
        RoiGroups.prepare();
        Roi roi;
        try {
            roi = new RoiDecoder(bytes, baseName(name)).getRoi();
        } catch (RuntimeException | IOException e) {
            throw noRegion(name, file, e);
        }
        if (roi == null) {
            throw noRegion(name, file, null);
        }
        return roi;
    }

    private static IOException noRegion(String name, Path file, Exception cause) {
        boolean single = file.getFileName().toString().equals(name);
        return new IOException(
                (single ? file.toString() : "Entry " + name + " of " + file)
                        + " is no ImageJ region. Save regions with ROI Manager > More > Save...",
                cause);
    }

    private static String baseName(String name) {
        return name.endsWith(EXTENSION)
                ? name.substring(0, name.length() - EXTENSION.length())
                : name;
    }
}
