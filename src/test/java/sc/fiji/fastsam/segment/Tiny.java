package sc.fiji.fastsam.segment;

import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.onnx.TinyModels;

/** Opens the test networks. */
final class Tiny {

    private Tiny() {}

    /** The network of a name (see {@link TinyModels}), without a cache. */
    static NetworkSegmenter open(String name) throws ModelException {
        ModelFile file = ModelFile.of(TinyModels.path(name));
        return NetworkSegmenter.open(NetworkId.of(file, DeviceRequest.AUTO));
    }
}
