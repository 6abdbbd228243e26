package sc.fiji.fastsam.imagej.roi;

import ij.gui.Roi;
import ij.io.RoiEncoder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of regions as ImageJ's ROI Manager reads and writes them. */
public final class RoiSets {

    private static final String EXTENSION = ".roi";

    /**
     * Of all entries, so that the same regions give the same bytes. NB: the second that zip knows:
     * to the first Java adds the moment in universal time, which differs by the time zone.
     */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 2);

    private static final Pattern NO_FILE_NAME = Pattern.compile("[/\\\\:]");

    private RoiSets() {}

    /**
     * Writes the content of a zip file, which depends on the regions alone; leaves the stream open.
     */
    public static void write(List<Roi> rois, OutputStream out) throws IOException {
        write(rois.stream(), out);
    }

    /** Likewise; regions are asked for one after the other, so that they need not all be there. */
    public static void write(Stream<Roi> rois, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
        Set<String> used = new HashSet<>();
        for (Iterator<Roi> next = rois.iterator(); next.hasNext(); ) {
            Roi roi = next.next();
            ZipEntry entry = new ZipEntry(entryName(roi, used));
            entry.setTimeLocal(TIME);
            zip.putNextEntry(entry);
            zip.write(RoiEncoder.saveAsByteArray(roi));
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    /** The region's name; further ones of the same name get "-1", "-2", as ImageJ's. */
    private static String entryName(Roi roi, Set<String> used) {
        String name =
                roi.getName() == null ? "roi" : NO_FILE_NAME.matcher(roi.getName()).replaceAll("_");
        String unique = name;
        for (int i = 1; !used.add(unique); i++) {
            unique = name + "-" + i;
        }
        return unique + EXTENSION;
    }

    /**
     * Reads a zip file of regions or a single ".roi" file, in the order of its entries.
     *
     * @throws IOException if it cannot be read or holds no region; the message says why
     */
    public static List<Roi> read(Path file) throws IOException {
        return new RoiReader(file).read();
    }
}
