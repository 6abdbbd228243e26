package sc.fiji.fastsam.host;

import ij.gui.GenericDialog;

/** A dialog of further settings, in front of the first page. */
final class FurtherPage extends GenericDialog {

    private static final long serialVersionUID = 1L;

    /**
     * An empty page.
     *
     * @param help in HTML
     */
    FurtherPage(String title, String help) {
        super(title);
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
}
