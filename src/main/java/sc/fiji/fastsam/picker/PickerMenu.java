package sc.fiji.fastsam.picker;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Toolbar;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import sc.fiji.fastsam.host.ResultWindow;
import sc.fiji.fastsam.host.StatusLine;

/** What a right click on the tool offers. */
final class PickerMenu {

    private final PopupMenu menu = new PopupMenu();

    PickerMenu(Picker picker, Runnable options) {
        add("Label Image of Picked Objects", PickerMenu::showLabels);
        add("Take Over Found Objects", picker::takeAll);
        add("Take Out Last Object", picker::removeLast);
        menu.addSeparator();
        MenuItem item = new MenuItem("Options...");
        item.addActionListener(event -> options.run());
        menu.add(item);
    }

    private void add(String label, Consumer<ImagePlus> action) {
        MenuItem item = new MenuItem(label);
        item.addActionListener(
                event -> {
                    ImagePlus image = WindowManager.getCurrentImage();
                    if (image == null) {
                        IJ.noImage();
                    } else {
                        action.accept(image);
                    }
                });
        menu.add(item);
    }

    private static void showLabels(ImagePlus image) {
        PickLabels.of(image)
                .ifPresentOrElse(
                        labels -> ResultWindow.show(labels, image),
                        () -> StatusLine.show("no object was picked on " + image.getTitle()));
    }

    /** Shows it under the pointer. */
    void show(MouseEvent event, Toolbar toolbar) {
        toolbar.add(menu);
        menu.show(event.getComponent(), event.getX(), event.getY());
    }
}
