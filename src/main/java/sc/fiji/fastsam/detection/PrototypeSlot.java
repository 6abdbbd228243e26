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

    /** Candidates of a network with strides 8, 16 and 32 whose prototypes have a stride of 4. */
    boolean fitsCandidates(int candidates) {
        return 64L * candidates == 21L * height * width;
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
