package sc.fiji.fastsam.host;

import ij.gui.GenericDialog;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Font;
import java.awt.Label;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tooltips for a dialog whose widgets have none: a line at its foot, by focus and by mouse. */
final class Hints {

    private static final int CHARACTERS = 110;
    private static final Font FONT = new Font("SansSerif", Font.PLAIN, 11);

    private final Map<Component, String> texts = new LinkedHashMap<>();

    /** Notes the text of a component and of what it holds. */
    void put(Component component, String text) {
        texts.put(component, text == null ? "" : text);
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                put(child, text);
            }
        }
    }

    /** Adds the line to a dialog whose other widgets are all there. */
    void addTo(GenericDialog dialog) {
        dialog.addMessage(" ".repeat(CHARACTERS), FONT, Color.DARK_GRAY);
        Label line = (Label) dialog.getMessage();
        texts.forEach(
                (component, text) -> {
                    component.addFocusListener(
                            new FocusAdapter() {
                                @Override
                                public void focusGained(FocusEvent event) {
                                    line.setText(text);
                                }
                            });
                    component.addMouseListener(
                            new MouseAdapter() {
                                @Override
                                public void mouseEntered(MouseEvent event) {
                                    line.setText(text);
                                }
                            });
                });
    }
}
