package sc.fiji.fastsam.segment;

import java.util.Optional;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;

/**
 * A network as it is when it is opened: equal ones give equal results.
 *
 * @param model where it comes from
 * @param state of its file, so that one put in its place is another network; empty if bundled
 * @param device asked for
 */
public record NetworkId(ModelFile model, Optional<ModelFile.State> state, DeviceRequest device) {

    /**
     * Looks at the file, if there is one.
     *
     * @throws ModelException if it is missing or cannot be an ONNX file
     */
    public static NetworkId of(ModelFile model, DeviceRequest device) throws ModelException {
        model.check();
        return new NetworkId(model, model.state(), device);
    }

    /** NB: as Java would have it; but making that takes milliseconds of each start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkId r
                && model.equals(r.model)
                && state.equals(r.state)
                && device.equals(r.device);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * model.hashCode() + state.hashCode()) + device.hashCode();
    }
}
