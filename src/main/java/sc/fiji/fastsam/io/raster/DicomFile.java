package sc.fiji.fastsam.io.raster;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ColorTable;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelSize;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneSource;

/**
 * DICOM images without compression, one or several frames, with their rescale slope and intercept.
 * Source: DICOM PS3.3 (C.7.6.3, C.11.1) and PS3.5.
 */
public final class DicomFile {

    private static final int INTERCEPT = 0x00281052;
    private static final int SLOPE = 0x00281053;
    private static final int LOOKUP_TABLE = 0x00283000;

    private final DicomTags tags;

    private DicomFile(DicomTags tags) {
        this.tags = tags;
    }

    /**
     * Opens the image.
     *
     * @throws IOException if the file is damaged, cut short, compressed, or holds no image
     */
    public static PlaneSource open(Path file) throws IOException {
        return new DicomFile(DicomTags.of(file)).source(file);
    }

    private PlaneSource source(Path file) throws IOException {
        checkSyntax();
        checkMeaning();
        int samples = tags.number(0x00280002, 1);
        if (samples != 1 && samples != 3 || samples == 3 && tags.number(0x00280006, 0) != 0) {
            throw unread(samples + " samples for each pixel, stored apart");
        }
        String photometric = tags.text(0x00280004, "MONOCHROME2");
        boolean gray = photometric.startsWith("MONOCHROME") && samples == 1;
        if (!gray && !(photometric.equals("RGB") && samples == 3)) {
            throw unread("colors of the kind " + photometric);
        }
        int width = tags.number(0x00280011, 0);
        int height = tags.number(0x00280010, 0);
        int frames = tags.number(0x00280008, 1);
        if (width < 1 || height < 1 || frames < 1) {
            throw Refusal.damaged(
                    "it declares " + frames + " frames of " + width + " x " + height + " pixels");
        }
        FlatPixels pixels =
                new FlatPixels(
                        tags.pixelOffset(), new Size(width, height), samples, number(), false);
        checkLength(pixels, frames);
        return FlatSource.open(file, pixels, layout(pixels, frames, photometric));
    }

    private void checkSyntax() throws IOException {
        String syntax = tags.text(0x00020010, DicomTags.IMPLICIT);
        if (!DicomTags.PLAIN.contains(syntax) || tags.pixelLength() == 0xffffffffL) {
            throw unread("compressed pixels (transfer syntax " + syntax + ")");
        }
    }

    private void checkMeaning() throws IOException {
        if (tags.has(LOOKUP_TABLE)) {
            throw unread("values whose meaning is in a table (Modality LUT)");
        }
        if (tags.isAmbiguous(SLOPE) || tags.isAmbiguous(INTERCEPT)) {
            throw unread("frames with a RescaleSlope or RescaleIntercept of their own");
        }
    }

    private static IOException unread(String what) {
        return new IOException(
                "is a DICOM file of a kind that is not read: it holds "
                        + what
                        + ". Open it in Fiji with Bio-Formats and save it as TIFF.");
    }

    private FlatPixels.Number number() throws IOException {
        int bits = tags.number(0x00280100, 0);
        int stored = tags.number(0x00280101, bits);
        if (bits != 8 && bits != 16 && bits != 32) {
            throw unread(bits + "-bit values");
        }
        boolean signed = tags.number(0x00280103, 0) == 1;
        boolean low = tags.number(0x00280102, stored - 1) == stored - 1;
        if (stored < 1 || stored > bits || !low || bits == 32 && stored != bits) {
            throw unread("values of " + stored + " somewhere in " + bits + " bits");
        }
        double slope = tags.real(SLOPE, 1);
        ByteOrder order = tags.order();
        return new FlatPixels.Number(
                bits,
                stored,
                signed ? 's' : 'u',
                order,
                slope == 0 ? 1 : slope,
                tags.real(INTERCEPT, 0),
                Double.NaN);
    }

    private void checkLength(FlatPixels pixels, int frames) throws IOException {
        double needed = (double) pixels.planeBytes() * frames;
        if (needed > tags.pixelLength()) {
            throw Refusal.damaged(
                    String.format(
                            Locale.ROOT,
                            "it declares %d frames of %s, which need %.0f bytes, but has %d",
                            frames,
                            pixels.size(),
                            needed,
                            tags.pixelLength()));
        }
    }

    private ImageLayout layout(FlatPixels pixels, int frames, String photometric)
            throws IOException {
        ImageLayout layout =
                ImageLayout.of(pixels.size(), pixels.type())
                        .withPlanes(new PlaneCounts(pixels.channels(), frames, 1))
                        .withPixelSize(pixelSize());
        return photometric.equals("MONOCHROME1")
                ? layout.withColors(ColorTable.inverted())
                : layout;
    }

    /** Rows' distance comes first. */
    private PixelSize pixelSize() throws IOException {
        List<Double> spacing = tags.reals(0x00280030);
        if (spacing.size() < 2) {
            spacing = tags.reals(0x00181164);
        }
        boolean known =
                spacing.size() >= 2
                        && PixelSize.isLength(spacing.get(0))
                        && PixelSize.isLength(spacing.get(1));
        if (!known) {
            return PixelSize.NONE;
        }
        double depth = tags.real(0x00180088, tags.real(0x00180050, 1));
        return new PixelSize(
                spacing.get(1), spacing.get(0), PixelSize.isLength(depth) ? depth : 1, "mm");
    }
}
