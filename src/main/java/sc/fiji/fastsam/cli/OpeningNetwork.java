package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import sc.fiji.fastsam.segment.NetworkId;
import sc.fiji.fastsam.segment.NetworkSegmenter;

/** A network that is opened on a thread of its own, while other things are made ready. */
final class OpeningNetwork implements AutoCloseable {

    private final NetworkId id;
    private final FutureTask<NetworkSegmenter> opening;

    private OpeningNetwork(NetworkId id) {
        this.id = id;
        this.opening = new FutureTask<>(() -> NetworkSegmenter.open(id));
    }

    /** Begins. */
    static OpeningNetwork start(NetworkId id) {
        OpeningNetwork network = new OpeningNetwork(id);
        Thread thread = new Thread(network.opening, "fastsam-opening");
        thread.setDaemon(true);
        thread.start();
        return network;
    }

    /** Which one it is. */
    NetworkId id() {
        return id;
    }

    /**
     * The network, once it is open; closed with this. An interrupt of the calling thread is kept.
     *
     * @throws IOException if it cannot be opened, as {@link NetworkSegmenter#open} has it
     */
    NetworkSegmenter await() throws IOException {
        try {
            return result();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private NetworkSegmenter result() throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return opening.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Closes the network.
     *
     * <p>NB: waits for it, as ONNX Runtime must not be at work when the process ends.
     */
    @Override
    public void close() {
        try {
            result().close();
        } catch (ExecutionException e) {
            // NB: who awaited it was told; there is nothing to close.
            return;
        }
    }
}
