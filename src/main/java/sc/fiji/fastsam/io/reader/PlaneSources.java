package sc.fiji.fastsam.io.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import sc.fiji.fastsam.io.ForeignFormat;
import sc.fiji.fastsam.io.ImageFormat;
import sc.fiji.fastsam.io.ImageReader;
import sc.fiji.fastsam.io.PlaneSource;
import sc.fiji.fastsam.io.raster.BmpFile;
import sc.fiji.fastsam.io.raster.DicomFile;
import sc.fiji.fastsam.io.raster.FitsFile;
import sc.fiji.fastsam.io.raster.GifFile;
import sc.fiji.fastsam.io.raster.JpegFile;
import sc.fiji.fastsam.io.raster.PngFile;
import sc.fiji.fastsam.io.raster.PnmFile;
import sc.fiji.fastsam.io.tiff.TiffSource;
import sc.fiji.fastsam.io.zarr.OmeZarr;

/** Opens images of all formats that are read without ImageJ. */
public final class PlaneSources {

    private static final String KNOWN =
            "TIFF, OME-Zarr, PNG, JPEG, GIF, BMP, PNM, DICOM, FITS or AVI";

    private PlaneSources() {}

    /**
     * Opens an image; the caller closes it.
     *
     * @throws IOException if the file is missing, empty, cut short, damaged, or of a kind that is
     *     not read; the message follows the file's name and says the way out
     */
    public static PlaneSource open(Path file) throws IOException {
        check(file);
        ImageReader reader = reader(file);
        try {
            return reader.open(file);
        } catch (OutOfMemoryError e) {
            throw new IOException(
                    "needs more memory than Java has left. Give it more (-Xmx), or save it as a"
                            + " tiled TIFF.",
                    e);
        }
    }

    /**
     * Refuses what cannot be a file with an image, nor a folder that is one.
     *
     * @throws IOException if the file is missing, remote, a folder but no Zarr store, unreadable, a
     *     pipe or device, or empty
     */
    public static void check(Path file) throws IOException {
        if (!Files.exists(file)) {
            OmeZarr.refuseRemote(file);
            throw new IOException("does not exist. Check the path.");
        }
        if (Files.isDirectory(file) && !OmeZarr.isImage(file)) {
            throw new IOException(
                    "is a folder without images. Name another, or take its subfolders too"
                            + " (subfolders = true).");
        }
        if (!Files.isReadable(file)) {
            throw new IOException("may not be read. Check its permissions.");
        }
        if (!Files.isDirectory(file) && !Files.isRegularFile(file)) {
            throw new IOException(
                    "is a pipe or a device, which cannot be read in any order. Save what comes from"
                            + " it to a file, and name that.");
        }
        if (Files.size(file) == 0) {
            throw new IOException("is empty (0 bytes).");
        }
    }

    /** NB: no map of readers: all of their classes would be loaded for the first file. */
    private static ImageReader reader(Path file) throws IOException {
        return switch (ImageFormat.of(file)) {
            case TIFF, BIG_TIFF -> TiffSource::open;
            case PNG -> PngFile::open;
            case JPEG -> JpegFile::open;
            case GIF -> GifFile::open;
            case BMP -> BmpFile::open;
            case PNM -> PnmFile::open;
            case FITS -> FitsFile::open;
            case DICOM -> DicomFile::open;
            case ZARR -> OmeZarr::open;
            case AVI, UNKNOWN -> throw unread(file);
        };
    }

    private static IOException unread(Path file) throws IOException {
        OmeZarr.refusePacked(file);
        Optional<String> foreign = ForeignFormat.of(file);
        return new IOException(
                foreign.map(PlaneSources::foreign)
                        .orElse("is not an image: expected " + KNOWN + "."));
    }

    private static String foreign(String name) {
        return "is a file of the kind "
                + name
                + ", which is not read. Open it in Fiji with Bio-Formats and segment it there, or"
                + " convert it: bfconvert IN OUT.ome.tif, or bioformats2raw IN OUT.zarr.";
    }
}
