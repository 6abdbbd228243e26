package sc.fiji.fastsam.io;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The extents of a pixel as a file states them, each in a unit of its own.
 *
 * @param x along x
 * @param y along y
 * @param z distance of slices
 */
public record PixelExtents(Extent x, Extent y, Extent z) {

    /**
     * One extent.
     *
     * @param value any number
     * @param unit as the file has it; empty where it says none
     */
    public record Extent(double value, String unit) {

        /** Where a file says nothing. */
        public static final Extent UNKNOWN = new Extent(1, "");

        private boolean isLength() {
            return PixelSize.isLength(value);
        }

        private boolean isPixel() {
            return LengthUnits.shorten(unit).equals(PixelSize.PIXEL);
        }

        private boolean isUnknown() {
            return value == 1 && isPixel();
        }

        /** In another unit; empty where it is no length in that. */
        private OptionalDouble in(String other) {
            OptionalDouble length = LengthUnits.convert(value, unit, other);
            return length.isPresent() && PixelSize.isLength(length.getAsDouble())
                    ? length
                    : OptionalDouble.empty();
        }

        @Override
        public String toString() {
            return unit.isBlank() ? "" + value : value + " " + LengthUnits.shorten(unit);
        }
    }

    /** Nothing is known. */
    public static final PixelExtents NONE =
            new PixelExtents(Extent.UNKNOWN, Extent.UNKNOWN, Extent.UNKNOWN);

    /** In the unit of x; without a calibration where x or y is none, or no length in it. */
    public PixelSize pixelSize() {
        return isUsed()
                ? new PixelSize(x.value, y.in(unit()).getAsDouble(), z.in(unit()).orElse(1), unit())
                : PixelSize.NONE;
    }

    private boolean isUsed() {
        boolean isLength = x.isLength() && y.in(unit()).isPresent();
        return isLength && !x.isPixel() || x.isUnknown() && y.isUnknown();
    }

    private String unit() {
        return LengthUnits.shorten(x.unit);
    }

    /** What was not used, and what is no known length, in sentences. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!isUsed()) {
            notes.add("Its pixel size of " + x + " x " + y + " is not used, for " + why() + ".");
        } else if (!x.isPixel() && LengthUnits.meters(x.unit).isEmpty()) {
            notes.add("Its pixel size is in \"" + x.unit + "\", which is no known length.");
        }
        if (isUsed() && z.in(unit()).isEmpty() && !z.isUnknown()) {
            notes.add("Its distance of slices, " + z + ", " + whyDepth() + "; it counts as 1.");
        }
        return notes;
    }

    private String whyDepth() {
        if (!z.isLength()) {
            return "is not above 0";
        }
        return x.isPixel()
                ? "is not used, as the size of its pixels is not known"
                : "is no length in " + unit();
    }

    private String why() {
        if (!x.isLength() || !y.isLength()) {
            return "it is not above 0";
        }
        if (x.unit.isBlank()) {
            return y.unit.isBlank() ? "it has no unit" : "that along x has no unit";
        }
        return x.isPixel()
                ? "its unit is \"" + x.unit + "\""
                : "its units are not both known lengths";
    }
}
