package sc.fiji.fastsam.onnx;

import java.util.List;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * What one run of a network gave.
 *
 * @param outputs in the declared order
 * @param device that computed them
 * @param note why that is not the network's device; empty when it is
 */
public record Inference(List<Tensor> outputs, Device device, String note) {

    /** Copies the list. */
    public Inference {
        outputs = List.copyOf(outputs);
    }
}
