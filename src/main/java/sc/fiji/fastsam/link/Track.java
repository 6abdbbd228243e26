package sc.fiji.fastsam.link;

/** One object on its way through the planes. Not thread-safe. */
final class Track {

    /** Part of the last step in the velocity; the rest is of the steps before. */
    private static final double NEWEST = 0.6;

    private final int id;
    private final int parent;
    private Spot last;
    private int plane;
    private double xVelocity;
    private double yVelocity;
    private int steps;
    private Spot expected;
    private int expectedAt;

    /**
     * @param id from 1 on
     * @param parent id, 0 = none
     * @param first its first object
     * @param plane of that
     */
    Track(int id, int parent, Spot first, int plane) {
        this.id = id;
        this.parent = parent;
        this.last = first;
        this.plane = plane;
    }

    int id() {
        return id;
    }

    int parent() {
        return parent;
    }

    /** The plane of its last object. */
    int plane() {
        return plane;
    }

    /** Its last object. */
    Spot last() {
        return last;
    }

    /** Where it is at a later plane if it goes on as it did. */
    Spot at(int later) {
        if (expected == null || expectedAt != later) {
            int ahead = later - plane;
            expected = last.moved(xVelocity * ahead, yVelocity * ahead);
            expectedAt = later;
        }
        return expected;
    }

    /** Goes on with an object of a later plane. */
    void add(Spot spot, int later) {
        double newest = steps == 0 ? 1 : NEWEST;
        int ahead = later - plane;
        xVelocity += newest * ((spot.x() - last.x()) / ahead - xVelocity);
        yVelocity += newest * ((spot.y() - last.y()) / ahead - yVelocity);
        last = spot;
        plane = later;
        steps++;
        expected = null;
    }
}
