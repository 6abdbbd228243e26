package sc.fiji.fastsam.command;

import ij.ImagePlus;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The preview of a command while its dialog is there, and the watch for what it goes by. NB: the
 * dialog asks for it on one thread, and the run or the host ends it on another.
 */
final class FormPreview implements AutoCloseable {

    private Optional<Running> running = Optional.empty();
    private boolean closed;

    private record Running(LivePreview live, ImageWatch watch) {

        void close() {
            watch.close();
            live.close();
        }
    }

    /** May begin from now on. */
    synchronized void open() {
        closed = false;
    }

    /**
     * The preview on an image, which begins where there is none.
     *
     * @param messages see {@link LivePreview}
     * @param asked what else it goes by: see {@link ImageWatch}
     * @param changed told when what it shows has changed
     * @return nothing once it is closed
     */
    synchronized Optional<LivePreview> on(
            ImagePlus image,
            BiConsumer<String, String> messages,
            Supplier<Object> asked,
            Runnable changed) {
        if (closed) {
            return Optional.empty();
        }
        if (running.isEmpty()) {
            LivePreview live = new LivePreview(image, messages);
            Supplier<Object> seen = () -> List.of(asked.get(), live.beyond());
            running =
                    Optional.of(
                            new Running(live, new ImageWatch(image, seen, changed, live::forget)));
        }
        running.get().watch().known();
        return Optional.of(running.get().live());
    }

    /** Ends the preview; another may begin. */
    void end() {
        take(false).ifPresent(Running::close);
    }

    /** Ends the preview for good. */
    @Override
    public void close() {
        take(true).ifPresent(Running::close);
    }

    /** NB: a watch ends once what it has told of is dealt with, so nobody waits for that here. */
    private synchronized Optional<Running> take(boolean last) {
        Optional<Running> taken = running;
        running = Optional.empty();
        closed |= last;
        return taken;
    }
}
