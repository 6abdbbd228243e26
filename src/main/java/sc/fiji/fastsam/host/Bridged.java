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
}
