package sc.fiji.fastsam.segment;

import java.util.List;
import sc.fiji.fastsam.geometry.Box;

/** Looks at a plane. */
interface Sight {

    /**
     * Looks at the whole plane or, where that takes several tiles, at the one with most structure.
     *
     * @param gain network pixels per source pixel
     */
    Look whole(double gain);

    /**
     * Looks at a fixed number of small windows of the plane, where there is most structure.
     *
     * @param gain network pixels per source pixel
     */
    Look windows(double gain);

    /**
     * Looks at as many such windows round some places.
     *
     * @param places boxes in source pixels, the best first
     */
    Look around(double gain, List<Box> places);
}
