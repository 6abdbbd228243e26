package sc.fiji.fastsam.imagej.roi;

import ij.IJ;
import ij.gui.Roi;
import ij.process.LUT;
import java.io.File;
import java.lang.reflect.Field;
import sc.fiji.fastsam.imagej.LabelColors;

/**
 * Sets groups of regions without noise.
 *
 * <p>NB: ImageJ colors groups by its file luts/glasbey.lut. Where that is missing (a bare ij.jar,
 * the command line) it looks for it again and writes a line to its log for every single region. So
 * in that case its table gets the colors of labels.
 */
final class RoiGroups {

    private static final boolean QUIET = makeQuiet();

    private RoiGroups() {}

    /** Puts a region into a group; leaves it without one where that would flood the log. */
    static void set(Roi roi, int group) {
        if (QUIET || group == 0) {
            roi.setGroup(group);
        }
    }

    /** To be called before regions with groups are decoded. */
    static void prepare() {
        // NB: loading this class does it.
    }

    private static boolean makeQuiet() {
        if (exists("Glasbey.lut") || exists("glasbey.lut")) {
            return true;
        }
        try {
            Field field = Roi.class.getDeclaredField("glasbeyLut");
            if (field.getType() != LUT.class || !field.trySetAccessible()) {
                return false;
            }
            if (field.get(null) == null) {
                field.set(null, LabelColors.lut());
            }
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static boolean exists(String name) {
        String folder = IJ.getDir("luts");
        return folder != null && new File(folder, name).isFile();
    }
}
