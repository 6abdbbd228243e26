package sc.fiji.fastsam.detection;

import java.util.List;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/**
 * How one of a network's outputs is read as prototypes.
 *
 * @param output position among the outputs
 * @param count number of prototypes
 * @param height of a prototype
 * @param width of a prototype
 * @param channelLast [1, height, width, count] rather than [1, count, height, width]
 */
record PrototypeSlot(int output, int count, int height, int width, boolean channelLast) {

    private static final int MOST_LEVELS = 5;

    /** Both ways to read an output; none if its shape is not [1, a, b, c]. */
    static List<PrototypeSlot> of(int output, TensorInfo info) {
        if (info.rank() != 4 || info.shape().get(0) != 1) {
            return List.of();
        }
        int a = info.shape().get(1).intValue();
        int b = info.shape().get(2).intValue();
        int c = info.shape().get(3).intValue();
        return List.of(
                new PrototypeSlot(output, a, b, c, false),
                new PrototypeSlot(output, c, a, b, true));
    }

    /**
     * Whether so many candidates stand on three or four levels, each half as fine as the one
     * before, the first half as fine as the prototypes: strides 8, 16 and 32 beside prototypes of
     * stride 4, as all of Ultralytics' networks have them.
     *
     * @param each number of candidates at each place
     */
    boolean fitsCandidates(int candidates, int each) {
        return fits(candidates, each, 3, 2) || fits(candidates, each, 4, 2);
    }

    /** Likewise of other networks: one to five levels, the first up to four times less fine. */
    boolean mayFitCandidates(int candidates, int each) {
        for (int levels = 1; levels <= MOST_LEVELS; levels++) {
            if (fits(candidates, each, levels, 1)
                    || fits(candidates, each, levels, 2)
                    || fits(candidates, each, levels, 4)) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param coarser prototype pixels from one place of the first level to the next
     */
    private boolean fits(int candidates, int each, int levels, int coarser) {
        long quarters = 1L << 2 * (levels - 1);
        long places = (4 * quarters - 1) / 3 * height * width;
        return quarters * coarser * coarser * candidates == each * places;
    }

    /** Number of values of one prototype. */
    int area() {
        return height * width;
    }

    /** The prototypes as [count, height, width]; shares the output's array if it can. */
    Tensor read(List<Tensor> outputs) {
        Tensor output = outputs.get(this.output);
        if (!channelLast) {
            return output.reshaped(count, height, width);
        }
        float[] from = output.values();
        float[] to = new float[from.length];
        for (int pixel = 0, i = 0; pixel < area(); pixel++) {
            for (int k = 0; k < count; k++) {
                to[k * area() + pixel] = from[i++];
            }
        }
        return Tensor.of(to, count, height, width);
    }
}
