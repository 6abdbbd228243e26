package sc.fiji.fastsam.imagej.roi;

import ij.gui.ShapeRoi;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Shape;

/** A composite region that an overlay shows on a {@link Casing}. In files it is an ordinary one. */
final class ShapeOutline extends ShapeRoi {

    private static final long serialVersionUID = 1;

    ShapeOutline(Shape shape) {
        super(shape);
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
