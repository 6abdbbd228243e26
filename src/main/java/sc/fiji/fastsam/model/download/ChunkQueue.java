package sc.fiji.fastsam.model.download;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Hands what a server sends to the thread that waits for it, one piece at a time. NB: the JDK's own
 * stream blocks without end where a server falls silent, and cannot be asked to stop.
 */
final class ChunkQueue implements Flow.Subscriber<List<ByteBuffer>> {

    /** A piece, or the end, well or ill. */
    record Chunk(List<ByteBuffer> bytes, boolean last, Optional<Throwable> failure) {}

    private final BlockingQueue<Chunk> chunks = new LinkedBlockingQueue<>();
    private volatile Flow.Subscription subscription;

    /** The next piece; empty if there was none in time. */
    Optional<Chunk> next(long milliseconds) throws InterruptedException {
        Optional<Chunk> chunk =
                Optional.ofNullable(chunks.poll(milliseconds, TimeUnit.MILLISECONDS));
        if (chunk.isPresent() && !chunk.get().last()) {
            subscription.request(1);
        }
        return chunk;
    }

    void cancel() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        chunks.add(new Chunk(bytes, false, Optional.empty()));
    }

    @Override
    public void onError(Throwable failure) {
        chunks.add(new Chunk(List.of(), true, Optional.of(failure)));
    }

    @Override
    public void onComplete() {
        chunks.add(new Chunk(List.of(), true, Optional.empty()));
    }
}
