package sc.fiji.fastsam.imagej;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.TiffEncoder;
import ij.measure.Calibration;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Label images as ImageJ's TIFF files. */
public final class LabelTiff {

    private LabelTiff() {}

    /**
     * Writes a label image as ImageJ saves it. Takes no memory for the file.
     *
     * @param labels in memory; their planes take less than 4 GB
     * @throws IOException if the stream fails
     */
    public static void write(ImagePlus labels, OutputStream out) throws IOException {
        FileInfo info = labels.getFileInfo();
        info.info = labels.getInfoProperty();
        info.properties = labels.getPropertiesAsArray();
        info.sliceLabels = labels.getStack().getSliceLabels();
        info.description = new FileSaver(labels).getDescriptionString();
        // NB: FileSaver's methods that take a path hide why they fail.
        ExactResolution exact = new ExactResolution(out, labels.getCalibration());
        new TiffEncoder(info).write(exact);
        exact.finish();
    }

    /**
     * What the description of such a file says besides sizes and unit: times, origin and display
     * range.
     *
     * @param source calibration of the image that was segmented
     * @param colors of the objects
     * @return keys and values in ImageJ's form and order
     */
    public static Map<String, String> settings(Calibration source, ObjectColors colors) {
        Map<String, String> settings = new LinkedHashMap<>();
        put(settings, "finterval", source.frameInterval);
        settings.put("tunit", source.getTimeUnit());
        put(settings, "fps", source.fps);
        settings.put("loop", Boolean.toString(source.loop));
        settings.put("min", Double.toString(colors.lowest()));
        settings.put("max", Double.toString(colors.highest()));
        put(settings, "xorigin", source.xOrigin);
        put(settings, "yorigin", source.yOrigin);
        put(settings, "zorigin", source.zOrigin);
        settings.put("inverty", Boolean.toString(source.getInvertY()));
        return settings;
    }

    private static void put(Map<String, String> settings, String key, double value) {
        if (value != 0) {
            settings.put(key, Double.toString(value));
        }
    }
}
