package sc.fiji.fastsam.io;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.io.TiffDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** TIFF files, through ImageJ's reader, which itself fills what is missing with zeros. */
final class TiffFiles {

    private TiffFiles() {}

    /**
     * @throws IOException if the file is damaged, cut short, or of a kind that ImageJ does not read
     */
    static ImagePlus open(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        FileInfo[] planes;
        try {
            planes = new TiffDecoder(folder(absolute), name(absolute)).getTiffInfo();
        } catch (IOException e) {
            return openOtherwise(file, e);
        } catch (RuntimeException e) {
            throw new IOException("is a damaged TIFF: its directory makes no sense.", e);
        }
        if (planes == null || planes.length == 0) {
            throw new IOException("is a damaged TIFF: it has no image directory.");
        }
        return open(absolute, planes);
    }

    private static ImagePlus open(Path file, FileInfo[] planes) throws IOException {
        for (FileInfo plane : planes) {
            check(plane, Files.size(file));
        }
        Opener opener = new Opener();
        opener.setSilentMode(true);
        ImagePlus image = opener.openTiff(folder(file), name(file));
        if (image == null) {
            throw new IOException("is a TIFF that ImageJ cannot read. Save it uncompressed.");
        }
        return image;
    }

    private static ImagePlus openOtherwise(Path file, IOException why) throws IOException {
        try {
            return RasterFiles.openTiff(file);
        } catch (IOException e) {
            why.addSuppressed(e);
            throw new IOException(
                    "is a TIFF that cannot be read: " + oneLine(why) + " And " + oneLine(e), why);
        }
    }

    private static void check(FileInfo plane, long fileBytes) throws IOException {
        if (plane.width < 1 || plane.height < 1) {
            throw new IOException(
                    "has no pixels: it is " + plane.width + " x " + plane.height + ".");
        }
        long needed = lastByte(plane);
        if (needed > fileBytes) {
            throw new IOException(
                    "is cut short: its pixels need "
                            + needed
                            + " bytes, but it has "
                            + fileBytes
                            + ".");
        }
    }

    private static long lastByte(FileInfo plane) {
        if (plane.stripOffsets == null || plane.stripLengths == null) {
            return plane.getOffset() + bytes(plane);
        }
        long last = plane.compression <= FileInfo.COMPRESSION_NONE ? plane.getOffset() + 1 : 0;
        for (int i = 0; i < plane.stripOffsets.length; i++) {
            long offset = plane.stripOffsets[i] & 0xffffffffL;
            last = Math.max(last, offset + (plane.stripLengths[i] & 0xffffffffL));
        }
        // NB: ImageJ's own stacks have one directory for all planes, which follow each other.
        return plane.nImages > 1 ? Math.max(last, plane.getOffset() + bytes(plane)) : last;
    }

    private static long bytes(FileInfo plane) {
        long one = (long) plane.width * plane.height * plane.getBytesPerPixel();
        return one * plane.nImages + plane.getGap() * (plane.nImages - 1L);
    }

    private static String folder(Path file) {
        return file.getParent() + "/";
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String oneLine(IOException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
