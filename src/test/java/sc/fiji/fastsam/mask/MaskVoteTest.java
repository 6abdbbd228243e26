package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;

class MaskVoteTest {

    private static SegmentedObject object(Region region, double score) {
        return new SegmentedObject(Mask.ofRegion(region), region.toBox(), (float) score);
    }

    @Test
    void aPixelIsInWithMoreThanHalfOfTheScores() {
        List<SegmentedObject> voters =
                List.of(
                        object(new Region(0, 0, 10, 4), 0.3),
                        object(new Region(2, 0, 10, 4), 0.3),
                        object(new Region(4, 1, 10, 4), 0.3));
        assertEquals(
                Mask.ofRegion(new Region(2, 0, 8, 4))
                        .union(Mask.ofRegion(new Region(10, 1, 2, 3)))
                        .minus(Mask.ofRegion(new Region(10, 0, 2, 1))),
                MaskVote.majority(voters));
    }

    @Test
    void aSureOneOutvotesTwoDoubtfulOnes() {
        SegmentedObject sure = object(new Region(0, 0, 10, 10), 0.9);
        List<SegmentedObject> voters =
                List.of(
                        object(new Region(20, 0, 10, 10), 0.3),
                        sure,
                        object(new Region(20, 0, 10, 10), 0.3));
        assertEquals(sure.mask(), MaskVote.majority(voters));
    }

    @Test
    void oneAloneIsRightAndEqualOnesThatShareNothingAgreeOnNothing() {
        SegmentedObject one = object(new Region(3, 3, 4, 4), 0.2);
        assertSame(one.mask(), MaskVote.majority(List.of(one)));
        assertTrue(MaskVote.majority(List.of(one, object(new Region(9, 9, 4, 4), 0.2))).isEmpty());
    }

    @Test
    void masksOfAnyShapeAreCountedPixelByPixel() {
        Random random = new Random(7);
        List<SegmentedObject> voters = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            MaskBuilder builder = new MaskBuilder(new Region(30, 5, 90, 20));
            for (int n = 0; n < 900; n++) {
                builder.add(30 + random.nextInt(90), 5 + random.nextInt(20));
            }
            Mask mask = builder.toMask();
            voters.add(new SegmentedObject(mask, mask.bounds().toBox(), 0.5f));
        }
        Mask majority = MaskVote.majority(voters);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 130; x++) {
                int at = x;
                int row = y;
                long votes = voters.stream().filter(v -> v.mask().contains(at, row)).count();
                assertEquals(votes >= 3, majority.contains(x, y), x + ", " + y);
            }
        }
    }
}
