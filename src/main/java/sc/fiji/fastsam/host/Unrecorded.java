package sc.fiji.fastsam.host;

import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

/**
 * A dialog that writes nothing to the macro recorder when it closes; {@link OptionRecorder} writes
 * what was chosen.
 */
final class Unrecorded extends GenericDialog {

    private static final long serialVersionUID = 1L;

    Unrecorded(String title) {
        super(title);
    }

    @Override
    public void dispose() {
        close(super::dispose);
    }

    /**
     * Disposes of one of ImageJ's dialogs.
     *
     * <p>NB: the recorder is off for this moment alone. The user may open it, or draw what it shall
     * record, while a dialog is there.
     */
    static void close(Runnable dispose) {
        boolean recording = Recorder.record;
        Recorder.record = false;
        try {
            dispose.run();
        } finally {
            Recorder.record = recording;
        }
    }
}
