package sc.fiji.fastsam.host.gui;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Toolbar;
import ij.plugin.frame.RoiManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.io.File;
import java.util.List;

/** Takes the picture of nuclei that are clicked. Part of the driven process. */
final class PickerPictures {

    private static final String TOOL = "Object Picker Tool";
    private static final List<Point> CLICKED =
            List.of(
                    new Point(132, 63),
                    new Point(265, 171),
                    new Point(382, 138),
                    new Point(314, 57),
                    new Point(394, 213));
    private static final Point POINTED_AT = new Point(229, 275);

    private final User user;
    private final File nuclei;

    PickerPictures(User user, File nuclei) {
        this.user = user;
        this.nuclei = nuclei;
    }

    void take() throws Exception {
        ImagePlus image = IJ.openImage(nuclei.getPath());
        IJ.run(image, "Enhance Contrast", "saturated=0.35");
        image.show();
        // NB: ImageJ stands where it stood last.
        IJ.getInstance().setLocation(0, 0);
        Rectangle bar = IJ.getInstance().getBounds();
        image.getWindow().setLocation(bar.x, bar.y + bar.height + 4);
        RoiManager manager = new RoiManager();
        manager.reset();
        Rectangle window = image.getWindow().getBounds();
        manager.setLocation(window.x + window.width + 4, window.y);
        IJ.doCommand(TOOL);
        user.waitUntil("tool", () -> TOOL.equals(Toolbar.getToolName()));
        for (int i = 0; i < CLICKED.size(); i++) {
            int count = i + 1;
            user.click(image, CLICKED.get(i).x, CLICKED.get(i).y);
            user.waitUntil("pick", () -> manager.getCount() == count);
        }
        user.pointAt(image, POINTED_AT.x, POINTED_AT.y);
        user.waitUntil("highlight", () -> ShownOutlines.count(image) > CLICKED.size());
        user.pause(700);
        user.picture(
                "object-picker",
                bar.union(image.getWindow().getBounds()).union(manager.getBounds()));
        Session.close(image);
        manager.close();
        IJ.setTool("rectangle");
    }
}
