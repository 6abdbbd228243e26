package sc.fiji.fastsam.host;

import ij.gui.HTMLDialog;
import ij.gui.NonBlockingGenericDialog;
import java.awt.Button;
import java.awt.Dialog;
import java.awt.event.ActionEvent;

/** A dialog that blocks nothing, and whose help lies in front of it. */
final class FirstPage extends NonBlockingGenericDialog {

    private static final long serialVersionUID = 1L;

    /** NB: as ImageJ labels it. */
    private static final String HELP = "Help";

    private final String help;

    /**
     * An empty page.
     *
     * @param help in HTML
     */
    FirstPage(String title, String help) {
        super(title);
        this.help = help;
        addHelp(help);
    }

    /** NB: here its size is known. */
    @Deprecated
    @Override
    public void show() {
        Placement.openBesideImage(this);
        super.show();
    }

    @Override
    public void dispose() {
        OptionRecorder.without(super::dispose);
    }

    /** NB: ImageJ's own help belongs to its main window, and opens behind this one. */
    @Override
    public void actionPerformed(ActionEvent event) {
        if (event.getSource() instanceof Button button && button.getLabel().strip().equals(HELP)) {
            new Help(this, getTitle() + ": " + HELP, help);
        } else {
            super.actionPerformed(event);
        }
    }

    /** Belongs to a dialog, and lets it be used meanwhile. */
    private static final class Help extends HTMLDialog {

        private static final long serialVersionUID = 1L;

        Help(Dialog owner, String title, String page) {
            super(owner, title, page);
        }

        /** NB: the constructor shows the window, and has asked for a modal one. */
        @Deprecated
        @Override
        public void show() {
            setModalityType(ModalityType.MODELESS);
            super.show();
        }
    }
}
