package sc.fiji.fastsam.picker;

import java.awt.EventQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import sc.fiji.fastsam.concurrent.Daemons;
import sc.fiji.fastsam.host.Failure;
import sc.fiji.fastsam.host.StatusBar;
import sc.fiji.fastsam.host.StatusLine;
import sc.fiji.fastsam.settings.Settings;

/**
 * Asks the network on a thread of its own, for one click after the other. To be used on the event
 * thread, which gets the answers. Escape cancels what is being looked for.
 */
final class Searches {

    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Daemons.named("FastSAM object picker"));
    private int running;

    /** True while an answer is awaited. */
    boolean areRunning() {
        return running > 0;
    }

    /**
     * Looks for a target's object.
     *
     * @param answer gets what was found, also where the image was closed meanwhile; what fails or
     *     is canceled is told to the user alone
     */
    void begin(Target target, Pick pick, Settings by, Consumer<PickSearch.Found> answer) {
        StatusLine.show("looking...");
        running++;
        worker.execute(
                () -> {
                    try {
                        find(target, pick, by, answer);
                    } finally {
                        EventQueue.invokeLater(() -> running--);
                    }
                });
    }

    private static void find(
            Target target, Pick pick, Settings by, Consumer<PickSearch.Found> answer) {
        try {
            if (!target.isThere()) {
                StatusLine.show(Target.GONE);
                return;
            }
            StatusBar bar = new StatusBar(() -> target.image.getWindow() == null);
            PickSearch.Found found = PickSearch.find(target.image, pick, by, bar);
            EventQueue.invokeLater(() -> answer.accept(found));
        } catch (CancellationException e) {
            StatusLine.show("canceled");
        } catch (RuntimeException | Error e) {
            Failure.tell(ObjectPickerTool.NAME, Failure.message(e));
        } finally {
            StatusLine.clear();
        }
    }
}
