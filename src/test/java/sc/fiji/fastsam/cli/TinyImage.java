package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.nio.file.Path;
import sc.fiji.fastsam.batch.SampleFiles;
import sc.fiji.fastsam.onnx.TinyModels;

/** The image of {@link TinyModels} as a file, and what is found in it. */
final class TinyImage {

    private TinyImage() {}

    /** Writes it as 8-bit TIFF. */
    static Path save(Path file) {
        return SampleFiles.save(image(), file);
    }

    /** Likewise, with a pixel size. */
    static Path saveCalibrated(Path file, double width, double height, String unit) {
        ImagePlus image = image();
        image.getCalibration().pixelWidth = width;
        image.getCalibration().pixelHeight = height;
        image.getCalibration().setUnit(unit);
        return SampleFiles.save(image, file);
    }

    private static ImagePlus image() {
        float[] brightness = TinyModels.brightness();
        ByteProcessor pixels = new ByteProcessor(TinyModels.WIDTH, TinyModels.HEIGHT);
        for (int i = 0; i < brightness.length; i++) {
            pixels.set(i, Math.round(brightness[i] * 255));
        }
        return new ImagePlus("three", pixels);
    }

    /**
     * Checks a label image of its three objects. The pixels of each one's edge may be missing: the
     * networks' prototypes are four pixels wide and round its corners.
     */
    static void assertLabels(ImagePlus labels) {
        int[][] boxes = {{12, 8, 40, 24}, {60, 40, 92, 52}, {4, 36, 16, 60}};
        for (int y = 0; y < TinyModels.HEIGHT; y++) {
            for (int x = 0; x < TinyModels.WIDTH; x++) {
                int label = labels.getProcessor().get(x, y);
                int outer = at(boxes, 0, x, y);
                String place = x + "," + y + " is " + label;
                assertTrue(label == outer || label == at(boxes, 1, x, y), place);
            }
        }
    }

    /** Number of the box, made smaller on all sides, that holds a pixel; 0 = none. */
    private static int at(int[][] boxes, int margin, int x, int y) {
        for (int i = 0; i < boxes.length; i++) {
            int[] b = boxes[i];
            boolean inside = x >= b[0] + margin && x < b[2] - margin;
            if (inside && y >= b[1] + margin && y < b[3] - margin) {
                return i + 1;
            }
        }
        return 0;
    }
}
