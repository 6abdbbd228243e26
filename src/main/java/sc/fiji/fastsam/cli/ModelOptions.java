package sc.fiji.fastsam.cli;

import picocli.CommandLine.Model.ArgGroupSpec;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.segment.NetworkId;
import sc.fiji.fastsam.segment.NetworkSegmenter;
import sc.fiji.fastsam.settings.NetworkKeys;

/** Options that choose the network and where it runs. */
final class ModelOptions {

    private final OptionGroup group = new OptionGroup("Network and device", NetworkKeys.all());

    /** The options in the model of a command. */
    ArgGroupSpec spec(int order) {
        return group.spec(order);
    }

    /** The network's file. */
    ModelFile file() {
        return group.values()
                .get(NetworkKeys.MODEL)
                .map(ModelFile::of)
                .orElseGet(ModelFile::bundled);
    }

    /**
     * The device asked for.
     *
     * @throws IllegalArgumentException if it is none, or the number of threads out of its range
     */
    DeviceRequest request() {
        return DeviceRequest.of(group.values());
    }

    /** Loads the network. */
    NetworkSegmenter open(DeviceRequest request) throws ModelException {
        return NetworkSegmenter.open(NetworkId.of(file(), request));
    }
}
