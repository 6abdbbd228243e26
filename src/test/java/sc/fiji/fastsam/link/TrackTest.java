package sc.fiji.fastsam.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;

class TrackTest {

    private static final int Y = 50;

    private static Spot at(int x, int y) {
        return Spot.of(Mask.ofRegion(new Region(x, y, 4, 6)));
    }

    private static Track along(int... x) {
        Track track = new Track(1, 0, at(x[0], Y), 0);
        for (int plane = 1; plane < x.length; plane++) {
            track.add(at(x[plane], Y), plane);
        }
        return track;
    }

    private static void assertAt(int x, int y, Spot spot) {
        assertEquals(at(x, y), spot);
    }

    @Test
    void aTrackIsExpectedWhereItsVelocityLeads() {
        Track track = new Track(1, 0, at(10, 40), 0);
        track.add(at(18, 36), 2);
        assertAt(22, 34, track.at(3));
        assertAt(30, 30, track.at(5));
        assertAt(22, 34, track.at(3));
        track = new Track(1, 0, at(10, 40), 0);
        track.add(at(14, 38), 1);
        track.add(at(24, 26), 2);
        // 4 + 0.6 * (10 - 4) = 7.6 and -2 + 0.6 * (-12 + 2) = -8.
        assertAt(24 + 15, 26 - 16, track.at(4));
        assertAt(7, Y, along(7).at(3));
    }

    @Test
    void whereItsVelocityHasToldWorseItIsExpectedWhereItWas() {
        // Wrong by 20 where the velocity of 10 led, by 10 where it was.
        assertAt(0, Y, along(0, 10, 0).at(3));
        // Then by 8 and 10: of the errors 8 and 6.4 the second is still less.
        assertAt(-10, Y, along(0, 10, 0, -10).at(4));
        // Then by 3.2 and 10: 6.08 and 7.84. The velocity is -8.72.
        assertAt(-29, Y, along(0, 10, 0, -10, -20).at(5));
    }
}
