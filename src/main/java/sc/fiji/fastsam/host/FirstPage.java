package sc.fiji.fastsam.host;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.HTMLDialog;
import ij.gui.NonBlockingGenericDialog;
import java.awt.Button;
import java.awt.Dialog;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.util.List;

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

    /**
     * Puts it where the screen has room, so that the image, and a preview on it, stay in sight. NB:
     * here its size is known.
     */
    @Deprecated
    @Override
    public void show() {
        ImagePlus image = WindowManager.getCurrentImage();
        if (image != null && image.getWindow() != null) {
            Rectangle window = image.getWindow().getBounds();
            Rectangle place = Placement.beside(List.of(window), getSize(), Placement.screen());
            if (!place.intersects(window)) {
                setLocation(place.x, place.y);
            }
        }
        super.show();
    }

    @Override
    public void dispose() {
        Unrecorded.close(super::dispose);
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
