package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.util.Optional;
import sc.fiji.fastsam.io.LengthUnits;
import sc.fiji.fastsam.io.PixelSize;

/** Pixel sizes by a page's resolution tags and ImageJ's description, by ImageJ's rules. */
final class Resolution {

    private static final double DEFAULT_DPI = 72;

    /** Pixels smaller than this in centimeters are given in micrometers. */
    private static final double SMALL_CM = 0.001;

    private static final double UM_IN_CM = 10_000;

    private Resolution() {}

    /** "pixel" where the page gives no size in a known unit. */
    static PixelSize of(Ifd ifd, Optional<ImageJDescription> description) throws IOException {
        double width = 1 / ifd.real(Tags.X_RESOLUTION);
        double height = 1 / ifd.real(Tags.Y_RESOLUTION);
        boolean known = PixelSize.isLength(width) && PixelSize.isLength(height);
        double depth = description.map(d -> Math.abs(d.number("spacing", 1))).orElse(1.0);
        if (!PixelSize.isLength(depth)) {
            depth = 1;
        }
        String own = description.map(d -> d.text("unit", "")).orElse("");
        if (!known || isDefault(ifd, width)) {
            // NB: without any resolution ImageJ takes pixels for an inch or a centimeter.
            return new PixelSize(1, 1, depth, LengthUnits.shorten(own));
        }
        String stated = unit(ifd);
        if (stated.equals("cm") && own.equals("um")) {
            // NB: ImageJ writes no such pages; of others, the resolution is that of centimeters.
            return new PixelSize(
                    width * UM_IN_CM, height * UM_IN_CM, depth, LengthUnits.MICROMETER);
        }
        String unit = own.isEmpty() ? stated : LengthUnits.shorten(own);
        if (unit.equals("cm") && width <= SMALL_CM) {
            return new PixelSize(
                    width * UM_IN_CM,
                    height * UM_IN_CM,
                    description.isPresent() && depth != 1 ? depth * UM_IN_CM : depth,
                    LengthUnits.MICROMETER);
        }
        boolean pixels = unit.equals(PixelSize.PIXEL) && description.isEmpty();
        return pixels ? PixelSize.NONE : new PixelSize(width, height, depth, unit);
    }

    /** True for the resolution of screens, which programs state that know of none. */
    private static boolean isDefault(Ifd ifd, double width) throws IOException {
        return unit(ifd).equals("inch") && Math.abs(width * DEFAULT_DPI - 1) < 1e-9;
    }

    private static String unit(Ifd ifd) throws IOException {
        return switch ((int) ifd.number(Tags.RESOLUTION_UNIT, 1)) {
            case 2 -> "inch";
            case 3 -> "cm";
            default -> PixelSize.PIXEL;
        };
    }
}
