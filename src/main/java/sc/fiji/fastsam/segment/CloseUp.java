package sc.fiji.fastsam.segment;

import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.settings.ScaleSettings;

/**
 * A part of a plane to be seen once more, at another scale. Places and scales are rounded, so that
 * neighboring prompts share a look.
 *
 * @param region its pixels, in source coordinates
 * @param gain network pixels per source pixel
 */
record CloseUp(Region region, double gain) {

    /**
     * What is to be seen beside the object.
     *
     * @param least side of a close-up, in network pixels
     * @param diameters least side in diameters of the object meant
     */
    record Surroundings(double least, double diameters) {

        /** For an object of which only a place is known. */
        static final Surroundings WIDE = new Surroundings(320, 5);

        /** For an object whose size is known; a third of the network's work. */
        static final Surroundings NARROW = new Surroundings(192, 4);
    }

    /** Gains are powers of this. */
    private static final double GAIN_STEP = Math.sqrt(2);

    private static final double MAX_GAIN = 8;

    /**
     * A square with the middle of a box in its own middle half.
     *
     * @param box round the prompt, in source pixels, inside the plane
     * @param diameter of the object meant, in source pixels
     * @param favorite diameter that the network sees best, in network pixels
     */
    static CloseUp at(
            Box box, double diameter, double favorite, Surroundings surroundings, Size plane) {
        double steps = Math.rint(Math.log(favorite / diameter) / Math.log(GAIN_STEP));
        double gain = Math.min(MAX_GAIN, Math.pow(GAIN_STEP, steps));
        double wide = Math.max(box.width(), box.height());
        int side =
                (int)
                        Math.ceil(
                                Math.max(
                                        surroundings.least / gain,
                                        Math.max(surroundings.diameters * diameter, 2 * wide)));
        int step = Math.max(1, side / 4);
        Region region =
                new Region(
                        start(box.xCenter(), side, step),
                        start(box.yCenter(), side, step),
                        side,
                        side);
        Region part = region.intersection(Region.of(plane));
        // NB: as round points far apart that mean one small object.
        double most = (double) ScaleSettings.MAX_IMAGE_SIZE / part.size().longSide();
        return new CloseUp(part, Math.min(gain, most));
    }

    private static int start(double center, int side, int step) {
        return (int) Math.rint((center - side / 2.0) / step) * step;
    }
}
