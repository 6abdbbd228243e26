package sc.fiji.fastsam.io;

import sc.fiji.fastsam.settings.UnitText;

/** Units of time as OME, OME-Zarr and ImageJ write them. */
public final class TimeUnits {

    private TimeUnits() {}

    /** Seconds that a unit has; 0 of one that is not known. */
    public static double seconds(String unit) {
        return switch (UnitText.mended(unit)) {
            case "ps", "picosecond" -> 1e-12;
            case "ns", "nanosecond" -> 1e-9;
            case "\u00b5s", "\u03bcs", "us", "microsecond" -> 1e-6;
            case "ms", "msec", "millisecond" -> 1e-3;
            case "s", "sec", "second", "seconds" -> 1;
            case "ks" -> 1e3;
            case "min", "minute", "minutes" -> 60;
            case "h", "hr", "hour", "hours" -> 3600;
            case "d", "day", "days" -> 86_400;
            default -> 0;
        };
    }

    /** A time between frames as layouts have it: 0 of what is none, as NaN or below 0. */
    public static double known(double seconds) {
        return PixelSize.isLength(seconds) ? seconds : 0;
    }
}
