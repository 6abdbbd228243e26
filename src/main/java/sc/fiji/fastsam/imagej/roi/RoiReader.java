package sc.fiji.fastsam.imagej.roi;

import ij.gui.ImageRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads files of regions. Memory is bounded whatever they claim: no region is larger than {@value
 * #MAX_REGION} bytes, no set unfolds to more than {@value #MAX_SET}. Pictures are not read.
 */
final class RoiReader {

    private static final int MAX_REGION = 16 << 20;
    private static final long MAX_SET = 256L << 20;
    private static final String EXTENSION = ".roi";
    private static final String ADVICE = ". Save it with the ROI Manager.";

    private final Path file;

    RoiReader(Path file) {
        this.file = file;
    }

    /**
     * The regions of a set, in the order of its entries, or a single one.
     *
     * @throws IOException if the file cannot be read or holds no region
     */
    List<Roi> read() throws IOException {
        RoiGroups.prepare();
        return isSet() ? readSet() : List.of(readSingle());
    }

    private boolean isSet() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            boolean zip = in.read() == 'P' && in.read() == 'K';
            return zip || file.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        }
    }

    private Roi readSingle() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return decode(
                    bytes(in, file.toString()), file.getFileName().toString(), file.toString());
        }
    }

    private List<Roi> readSet() throws IOException {
        List<Roi> rois = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long size = 0;
            for (ZipEntry entry : entries(zip)) {
                String where = entry.getName() + " in " + file;
                byte[] bytes = bytes(zip.getInputStream(entry), where);
                size += bytes.length;
                if (size > MAX_SET) {
                    throw noSet("its regions unfold to more than " + megabytes(MAX_SET), null);
                }
                rois.add(decode(bytes, entry.getName(), where));
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw noSet("it is cut short, damaged or no zip file (" + e.getMessage() + ")", e);
        }
        if (rois.isEmpty()) {
            throw noSet("there is no .roi file in it", null);
        }
        return rois;
    }

    private IOException noSet(String reason, Exception cause) {
        return new IOException(file + " is no ROI set: " + reason + ADVICE, cause);
    }

    /** Those of regions, in the order of the file; not what a Mac puts beside them. */
    private static List<ZipEntry> entries(ZipFile zip) {
        List<ZipEntry> entries = new ArrayList<>();
        zip.stream()
                .filter(entry -> entry.getName().endsWith(EXTENSION))
                .filter(entry -> !entry.getName().startsWith("__MACOSX/"))
                .filter(entry -> !lastName(entry.getName()).startsWith("._"))
                .forEach(entries::add);
        return entries;
    }

    private static byte[] bytes(InputStream in, String where) throws IOException {
        byte[] bytes = in.readNBytes(MAX_REGION + 1);
        if (bytes.length > MAX_REGION) {
            throw noRoi(where, ": it has more than " + megabytes(MAX_REGION), null);
        }
        return bytes;
    }

    private static Roi decode(byte[] bytes, String name, String where) throws IOException {
        Roi roi;
        try {
            RoiLimits limits = new RoiLimits(bytes);
            limits.check();
            roi =
                    limits.isPicture()
                            ? picture(new RoiDecoder(limits.asRectangle(), plain(name)).getRoi())
                            : new RoiDecoder(bytes, plain(name)).getRoi();
        } catch (IllegalArgumentException e) {
            throw noRoi(where, ": " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            throw noRoi(where, "", e);
        }
        if (roi == null) {
            throw noRoi(where, "", null);
        }
        restorePosition(roi, bytes);
        return roi;
    }

    /** NB: the picture itself is not read: nothing here needs it, and it may be of any size. */
    private static Roi picture(Roi frame) {
        BufferedImage nothing = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        Roi roi = new ImageRoi(frame.getBounds().x, frame.getBounds().y, nothing);
        roi.setName(frame.getName());
        return roi;
    }

    private static IOException noRoi(String where, String reason, Exception cause) {
        return new IOException(where + " is no ROI" + reason + ADVICE, cause);
    }

    /** NB: ImageJ writes the position of points that were made without an image, but drops it. */
    private static void restorePosition(Roi roi, byte[] bytes) {
        int position = ByteBuffer.wrap(bytes).getInt(RoiDecoder.POSITION);
        if (roi instanceof PointRoi && roi.getPosition() == 0 && !roi.hasHyperStackPosition()) {
            roi.setPosition(Math.max(0, position));
        }
    }

    private static String plain(String name) {
        String last = lastName(name);
        return last.endsWith(EXTENSION)
                ? last.substring(0, last.length() - EXTENSION.length())
                : last;
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
