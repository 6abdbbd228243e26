package sc.fiji.fastsam.link;

/** One object on its way through the planes. Not thread-safe. */
final class Track {

    /** Part of the last step in the velocity; the rest is of the steps before. */
    private static final double NEWEST = 0.6;

    private static final double FORGET = 0.4;

    private final int id;
    private final int parent;
    private Spot last;
    private int plane;
    private double xVelocity;
    private double yVelocity;
    private double movingError;
    private double stillError;
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

    /**
     * Where it is expected at a later plane: where its velocity leads or, where that has told worse
     * so far, where it was.
     */
    Spot at(int later) {
        if (expected == null || expectedAt != later) {
            int ahead = goesOn() ? later - plane : 0;
            expected = last.moved(xVelocity * ahead, yVelocity * ahead);
            expectedAt = later;
        }
        return expected;
    }

    private boolean goesOn() {
        return movingError <= stillError;
    }

    /** Goes on with an object of a later plane. */
    void add(Spot spot, int later) {
        double newest = steps == 0 ? 1 : NEWEST;
        int ahead = later - plane;
        double dx = (spot.x() - last.x()) / ahead;
        double dy = (spot.y() - last.y()) / ahead;
        if (steps > 0) {
            movingError += FORGET * (Math.hypot(dx - xVelocity, dy - yVelocity) - movingError);
            stillError += FORGET * (Math.hypot(dx, dy) - stillError);
        }
        xVelocity += newest * (dx - xVelocity);
        yVelocity += newest * (dy - yVelocity);
        last = spot;
        plane = later;
        steps++;
        expected = null;
    }
}
