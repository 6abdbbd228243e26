package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.ArgGroupSpec;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.model.catalog.InstalledModels;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.segment.NetworkId;
import sc.fiji.fastsam.segment.NetworkSegmenter;
import sc.fiji.fastsam.settings.NetworkKeys;
import sc.fiji.fastsam.settings.Settings;

/** Options that choose the network and where it runs. */
final class ModelOptions {

    private final OptionGroup group = new OptionGroup("Network and device", NetworkKeys.all());

    /** The options in the model of a command. */
    ArgGroupSpec spec(int order) {
        return group.spec(order);
    }

    /**
     * What the user gave.
     *
     * @throws IllegalArgumentException if a value is wrong
     */
    Settings values() {
        return group.values();
    }

    /**
     * The network's file: the one named, that of an installed model, or the bundled one.
     *
     * @throws IOException if it is a model that can be installed and is not
     */
    ModelFile file() throws IOException {
        String named = group.values().get(NetworkKeys.MODEL).map(Path::toString).orElse("");
        return InstalledModels.usual().resolve(named);
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
    NetworkSegmenter open(DeviceRequest request) throws IOException {
        return NetworkSegmenter.open(NetworkId.of(file(), request));
    }

    /** Begins to load the network, unless that has begun already. */
    OpeningNetwork open(DeviceRequest request, HeadStart begun) throws IOException {
        return begun.open(NetworkId.of(file(), request));
    }
}
