package sc.fiji.fastsam.io;

import java.util.Locale;
import java.util.Set;

/**
 * Endings of the names of image files, so that files of folders are told apart without opening each
 * of them. What a file holds, its first bytes say: {@link ImageFormat}.
 */
public final class FileEndings {

    /** NB: BTF and TF8 are BigTIFF; LSM, STK, FLEX, SVS, NDPI, QPTIFF, SCN and GEL are TIFF too. */
    private static final Set<String> READ =
            Set.of(
                    "tif", "tiff", "btf", "tf2", "tf8", "lsm", "stk", "flex", "svs", "ndpi",
                    "qptiff", "scn", "bif", "gel", "zarr", "png", "jpg", "jpeg", "jpe", "jfif",
                    "gif", "bmp", "dib", "pbm", "pgm", "ppm", "pnm", "dcm", "dicom", "fits", "fit",
                    "fts", "avi");

    /** NB: no JPEG, which changes numbers, and no format of slides, films or cameras. */
    private static final Set<String> LABELS =
            Set.of(
                    "tif", "tiff", "btf", "tf2", "tf8", "zarr", "png", "gif", "bmp", "dib", "pbm",
                    "pgm", "pnm");

    private FileEndings() {}

    /** True for endings of formats that are read, whatever their case. */
    public static boolean isRead(String name) {
        return READ.contains(of(name));
    }

    /** True for endings of formats that label images are saved as, whatever their case. */
    public static boolean isOfLabels(String name) {
        return LABELS.contains(of(name));
    }

    /** What follows the last full stop, in lower case; nothing where there is none. */
    static String of(String name) {
        int stop = name.lastIndexOf('.');
        return stop < 0 ? "" : name.substring(stop + 1).toLowerCase(Locale.ROOT);
    }
}
