package sc.fiji.fastsam.host;

import java.util.List;
import java.util.concurrent.CancellationException;

/** A command that wants to know that a menu entry or a macro runs it. */
public interface Bridged {

    /**
     * Called before the dialog, or before the run where there is none. From now on a user's cancel
     * of the run is thrown as {@link CancellationException}.
     *
     * <p>NB: of what is canceled by SciJava's means Fiji tells in a modal box.
     *
     * @param dialog true when a dialog follows, whose initial values may differ from the defaults
     * @return keys that the dialog need not ask for, as they mean nothing for this image
     */
    List<String> begin(boolean dialog);

    /**
     * The menu entry of an image to try the command on where none is open; empty for none.
     *
     * <p>NB: asked before {@link #begin}.
     */
    default String sample() {
        return "";
    }
}
