package sc.fiji.fastsam.segment;

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
}
