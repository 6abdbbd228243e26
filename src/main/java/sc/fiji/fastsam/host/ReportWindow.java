package sc.fiji.fastsam.host;

import ij.IJ;
import java.awt.BorderLayout;
import java.awt.Button;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Panel;
import java.awt.TextArea;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;

/** A text that a user can copy into a bug report. */
public final class ReportWindow {

    private ReportWindow() {}

    /**
     * Opens a window with the text and buttons to copy and close; headless writes it to the log.
     */
    public static void show(String title, String text) {
        if (GraphicsEnvironment.isHeadless()) {
            IJ.log(text);
        } else {
            EventQueue.invokeLater(() -> open(title, text));
        }
    }

    private static void open(String title, String text) {
        Frame frame = new Frame(title);
        // NB: without a horizontal scrollbar long lines are wrapped.
        TextArea area = new TextArea(text, 28, 84, TextArea.SCROLLBARS_VERTICAL_ONLY);
        area.setEditable(false);
        area.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
        frame.add(area, BorderLayout.CENTER);
        frame.add(buttons(frame, text), BorderLayout.SOUTH);
        frame.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowClosing(WindowEvent event) {
                        frame.dispose();
                    }
                });
        frame.setPreferredSize(new Dimension(760, 520));
        frame.pack();
        frame.setLocationRelativeTo(IJ.getInstance());
        frame.setVisible(true);
    }

    private static Panel buttons(Frame frame, String text) {
        Button copy = new Button("Copy for a bug report");
        copy.addActionListener(event -> copy(text));
        Button close = new Button("Close");
        close.addActionListener(event -> frame.dispose());
        Panel panel = new Panel();
        panel.add(copy);
        panel.add(close);
        return panel;
    }

    private static void copy(String text) {
        StringSelection selection = new StringSelection(text);
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(selection, selection);
        IJ.showStatus("Copied");
    }
}
