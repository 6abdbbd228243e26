package sc.fiji.fastsam.mask;

import java.util.Arrays;
import java.util.List;
import sc.fiji.fastsam.geometry.Region;

/** The pixels on which objects agree: several proposals of one object make a steadier outline. */
public final class MaskVote {

    private final List<SegmentedObject> voters;
    private final Region bounds;
    private final float[] row;

    private MaskVote(List<SegmentedObject> voters) {
        this.voters = voters;
        this.bounds = voters.stream().map(o -> o.mask().bounds()).reduce(Region::union).get();
        this.row = new float[bounds.width()];
    }

    /**
     * The pixels that are in masks with more than half of the scores; an empty mask where there are
     * none.
     *
     * @param voters one at least; an object's vote counts by its score
     */
    public static Mask majority(List<SegmentedObject> voters) {
        return voters.size() == 1 ? voters.get(0).mask() : new MaskVote(voters).majority();
    }

    private Mask majority() {
        double half = voters.stream().mapToDouble(SegmentedObject::score).sum() / 2;
        MaskBuilder builder = new MaskBuilder(bounds);
        for (int y = bounds.y(); y < bounds.yEnd(); y++) {
            count(y);
            for (int x = 0; x < row.length; x++) {
                if (row[x] > half) {
                    builder.add(bounds.x() + x, y);
                }
            }
        }
        return builder.toMask();
    }

    /** Adds up the votes for each pixel of a row. */
    private void count(int y) {
        Arrays.fill(row, 0);
        Region line = new Region(bounds.x(), y, bounds.width(), 1);
        for (SegmentedObject voter : voters) {
            voter.mask()
                    .forEachRun(
                            line,
                            (sameRow, x0, x1) -> {
                                for (int x = x0; x < x1; x++) {
                                    row[x - bounds.x()] += voter.score();
                                }
                            });
        }
    }
}
