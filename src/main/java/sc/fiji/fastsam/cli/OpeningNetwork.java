package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import sc.fiji.fastsam.concurrent.Thrown;
import sc.fiji.fastsam.segment.NetworkId;
import sc.fiji.fastsam.segment.NetworkSegmenter;

/** A network that is opened on a thread of its own, while other things are made ready. */
final class OpeningNetwork implements AutoCloseable {

    private final NetworkId id;
    private final CompletableFuture<NetworkSegmenter> opening;

    private OpeningNetwork(NetworkId id) {
        this.id = id;
        this.opening = CompletableFuture.supplyAsync(() -> open(id), OpeningNetwork::onThread);
    }

    /** Begins. */
    static OpeningNetwork start(NetworkId id) {
        return new OpeningNetwork(id);
    }

    private static NetworkSegmenter open(NetworkId id) {
        try {
            return NetworkSegmenter.open(id);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static void onThread(Runnable task) {
        Thread thread = new Thread(task, "fastsam-opening");
        thread.setDaemon(true);
        thread.start();
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
            return opening.join();
        } catch (CompletionException e) {
            throw Thrown.again(e.getCause());
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
            opening.join().close();
        } catch (CompletionException e) {
            // NB: who awaited it was told; there is nothing to close.
            return;
        }
    }
}
