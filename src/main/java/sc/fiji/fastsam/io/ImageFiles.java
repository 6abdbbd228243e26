package sc.fiji.fastsam.io;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads image files whole or says why not. Never asks the user anything, and never takes a text for
 * an image.
 */
public final class ImageFiles {

    private static final String KNOWN = "TIFF, PNG, JPEG, GIF, BMP, PGM, DICOM, FITS or AVI";

    private ImageFiles() {}

    /**
     * Opens an image with all its planes.
     *
     * @param file in any format that ImageJ reads by itself
     * @return the image; its title is the file's name
     * @throws IOException if the file is missing, empty, cut short, damaged or no image; the
     *     message does not repeat the file's name
     */
    public static ImagePlus open(Path file) throws IOException {
        check(file);
        ImageFormat format = ImageFormat.of(file);
        ImagePlus image =
                switch (format) {
                    case TIFF -> TiffFiles.open(file);
                    case PNG, GIF, BMP -> RasterFiles.open(file);
                    case JPEG -> RasterFiles.openJpeg(file);
                    case PGM, DICOM, FITS, AVI -> OtherFiles.open(file, format);
                    case BIG_TIFF ->
                            throw new IOException(
                                    "is a BigTIFF, which ImageJ does not read. Save it as plain"
                                            + " TIFF (below 4 GB).");
                    case UNKNOWN ->
                            throw new IOException("is not an image: expected " + KNOWN + ".");
                };
        image.setTitle(file.getFileName().toString());
        return image;
    }

    private static void check(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("does not exist. Check the path.");
        }
        if (Files.isDirectory(file)) {
            throw new IOException(
                    "is a folder without images. Name another, or take its subfolders too with"
                            + " --recursive.");
        }
        if (!Files.isReadable(file)) {
            throw new IOException("may not be read. Check its permissions.");
        }
        if (Files.size(file) == 0) {
            throw new IOException("is empty (0 bytes).");
        }
    }
}
