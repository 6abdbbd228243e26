package sc.fiji.fastsam.link;

/** How well an object suits a track. */
interface Resemblance {

    /** How far around the bounds of a track's object its next one may lie, in pixels. */
    double reach(Spot last);

    /**
     * The score of a pair, 0 = they cannot be one.
     *
     * @param track that may go on
     * @param plane of the object
     * @param spot the object
     */
    double score(Track track, int plane, Spot spot);

    /** Of frames or of slices. */
    static Resemblance of(LinkSettings settings) {
        return settings.motion() ? new Moving() : new Stacked();
    }

    /** Slices: an object lies over its next one, of which it may be the tip. */
    final class Stacked implements Resemblance {

        /** Least part of the smaller of two that lies inside the other. */
        private static final double LEAST_COVER = 0.5;

        @Override
        public double reach(Spot last) {
            return 0;
        }

        @Override
        public double score(Track track, int plane, Spot spot) {
            Spot last = track.last();
            double common = last.mask().intersectionArea(spot.mask());
            double cover = common / Math.min(last.mask().area(), spot.mask().area());
            return cover < LEAST_COVER ? 0 : last.mask().iou(spot.mask());
        }
    }

    /** Frames: an object is near to where its track leads, or where it was, and of like size. */
    final class Moving implements Resemblance {

        /** Greatest distance of the centroids, in diameters. */
        private static final double REACH = 1.25;

        private static final double LEAST_LIKENESS = 0.35;

        @Override
        public double reach(Spot last) {
            return REACH * last.diameter();
        }

        @Override
        public double score(Track track, int plane, Spot spot) {
            if (track.last().likeness(spot) < LEAST_LIKENESS) {
                return 0;
            }
            return score(track.at(plane), spot);
        }

        private double score(Spot expected, Spot spot) {
            double far = expected.distanceTo(spot) / reach(expected);
            return far >= 1 ? 0 : 1 - far * far + 0.5 * expected.mask().iou(spot.mask());
        }
    }
}
