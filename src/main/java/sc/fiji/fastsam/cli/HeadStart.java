package sc.fiji.fastsam.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.segment.NetworkId;
import sc.fiji.fastsam.settings.NetworkKeys;

/**
 * The usual network, opened while the options are still read: that of a command line which names
 * neither a network nor a device. Whoever needs another opens it as ever.
 */
final class HeadStart implements AutoCloseable {

    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

    private Optional<OpeningNetwork> network;

    private HeadStart(Optional<OpeningNetwork> network) {
        this.network = network;
    }

    /** Without a network. */
    static HeadStart none() {
        return new HeadStart(Optional.empty());
    }

    /** With the usual network, where a command runs it for all that its words say. */
    static HeadStart of(String... args) {
        boolean runs = args.length > 1 && Set.of("segment", "select").contains(args[0]);
        if (!runs || Arrays.stream(args).anyMatch(HeadStart::mayMeanOther)) {
            return none();
        }
        try {
            return new HeadStart(
                    Optional.of(
                            OpeningNetwork.start(
                                    NetworkId.of(ModelFile.bundled(), DeviceRequest.AUTO))));
        } catch (ModelException e) {
            // NB: told when it is opened in earnest.
            return none();
        }
    }

    /** NB: of ONNX Runtime's libraries a process loads one set, so those for GPUs must be first. */
    private static boolean mayMeanOther(String word) {
        return word.startsWith("@")
                || HELP.contains(word)
                || options().anyMatch(option -> word.startsWith(option));
    }

    private static Stream<String> options() {
        return NetworkKeys.all().stream().map(key -> "--" + key.key().replace('_', '-'));
    }

    /** True while it has a network that nobody has taken. */
    boolean isBegun() {
        return network.isPresent();
    }

    /** A network: this one where it is the same, else one whose opening begins. */
    OpeningNetwork open(NetworkId id) {
        if (network.isPresent() && network.get().id().equals(id)) {
            OpeningNetwork same = network.get();
            network = Optional.empty();
            return same;
        }
        close();
        return OpeningNetwork.start(id);
    }

    /** Closes the network if nobody took it. */
    @Override
    public void close() {
        network.ifPresent(OpeningNetwork::close);
        network = Optional.empty();
    }
}
