package sc.fiji.fastsam.imagej.roi;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;

/** A traced region that an overlay shows on a {@link Casing}. In files it is an ordinary one. */
final class TracedOutline extends PolygonRoi {

    private static final long serialVersionUID = 1;

    /** NB: keeps the arrays and makes them relative. */
    TracedOutline(int[] x, int[] y) {
        super(x, y, x.length, Roi.TRACED_ROI);
    }

    @Override
    public void drawOverlay(Graphics g) {
        if (!Casing.isVisible(getBounds(), ic)) {
            return;
        }
        if (fillColor == null && Casing.hasRoom(getBounds(), ic)) {
            Color color = strokeColor;
            BasicStroke line = stroke;
            strokeColor = Casing.COLOR;
            stroke = Casing.STROKE;
            Casing.draw(g, () -> super.drawOverlay(g));
            strokeColor = color;
            stroke = line;
        }
        super.drawOverlay(g);
    }
}
