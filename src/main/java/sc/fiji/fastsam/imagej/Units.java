package sc.fiji.fastsam.imagej;

import ij.measure.Calibration;
import sc.fiji.fastsam.settings.UnitText;

/** Units of length of images, by what was meant: see {@link UnitText}. */
public final class Units {

    private Units() {}

    /** Plural of the unit along x, as "µm" or "pixels"; never blank. */
    public static String text(Calibration calibration) {
        return mended(calibration).getUnits();
    }

    /** A copy with mended units. */
    public static Calibration mended(Calibration calibration) {
        Calibration copy = calibration.copy();
        String x = UnitText.mended(calibration.getXUnit());
        String y = UnitText.mended(calibration.getYUnit());
        String z = UnitText.mended(calibration.getZUnit());
        copy.setUnit(x);
        // NB: null = as x, so that files name the unit once.
        copy.setYUnit(y.equals(x) ? null : y);
        copy.setZUnit(z.equals(x) ? null : z);
        return copy;
    }
}
