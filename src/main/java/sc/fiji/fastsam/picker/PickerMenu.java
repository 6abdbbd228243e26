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
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.settings.Counted;

/** What a right click on the tool offers. */
final class PickerMenu {

    private final PopupMenu menu = new PopupMenu();

    PickerMenu(Picker picker, Runnable options) {
        add("Label Image of Picked Objects", PickerMenu::showLabels);
        add("Take Over Found Objects", picker::takeAll);
        add("Take Out Last Object", picker::removeLast);
        add("Undo Last Step", picker::undo);
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
                        labels -> show(labels, image),
                        () -> StatusLine.show("no object was picked on " + image.getTitle()));
    }

    private static void show(ImagePlus labels, ImagePlus image) {
        labels.setPosition(1, image.getZ(), image.getT());
        ResultWindow.show(labels, image);
        long count =
                Picks.of(image)
                        .picked()
                        .mapToInt(roi -> OwnRois.pick(roi).orElse(0))
                        .distinct()
                        .count();
        StatusLine.show("label image of " + Counted.text(count, "picked object"));
    }

    /** Shows it under the pointer. */
    void show(MouseEvent event, Toolbar toolbar) {
        toolbar.add(menu);
        menu.show(event.getComponent(), event.getX(), event.getY());
    }
}
