import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ImageProcessor;
import java.io.File;

/** Images for gpu-check: a picture of nuclei, mirrored until it fills a plane. */
public final class MakeImages {

    private MakeImages() {}

    /** Arguments: the picture; the folder in which the folders are made. */
    public static void main(String[] args) {
        ImageProcessor nuclei = IJ.openImage(args[0]).getProcessor();
        for (int i = 0; i < 26; i++) {
            save(nuclei, 300 + 37 * i, 260 + 53 * ((i * 7) % 26), args[1] + "/sizes", i);
        }
        for (int i = 0; i < 10; i++) {
            save(nuclei, 1024, 1024, args[1] + "/planes", i);
        }
        save(nuclei, 4096, 4096, args[1] + "/large", 0);
        // NB: smaller, so that the largest has ten thousand objects.
        nuclei.setInterpolationMethod(ImageProcessor.BICUBIC);
        ImageProcessor dense = nuclei.resize(nuclei.getWidth() * 17 / 20);
        int[] sides = {384, 640, 1024, 2048, 4096};
        for (int i = 0; i < sides.length; i++) {
            save(dense, sides[i], sides[i], args[1] + "/dense", i);
        }
    }

    private static void save(ImageProcessor nuclei, int width, int height, String folder, int i) {
        ImageProcessor plane = nuclei.createProcessor(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                // NB: begins elsewhere in each image, so that no two are the same.
                int column = mirrored(x + 31 * i, nuclei.getWidth());
                plane.set(x, y, nuclei.get(column, mirrored(y, nuclei.getHeight())));
            }
        }
        new File(folder).mkdirs();
        String file = String.format(java.util.Locale.ROOT, "%s/%02d.tif", folder, i);
        new FileSaver(new ImagePlus("", plane)).saveAsTiff(file);
    }

    private static int mirrored(int i, int length) {
        int place = i % (2 * length);
        return place < length ? place : 2 * length - 1 - place;
    }
}
