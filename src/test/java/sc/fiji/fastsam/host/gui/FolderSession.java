package sc.fiji.fastsam.host.gui;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.io.FileSaver;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A user who segments a folder, again by the recorded line, and ends a longer run by Escape. */
public final class FolderSession extends Session {

    private static final String COMMAND = "Segment Folder...";
    private static final int MANY = 12;

    private final Path folder;

    private FolderSession(String[] arguments) throws Exception {
        super(COMMAND, arguments);
        this.folder = Files.createTempDirectory(Path.of(arguments[0]), "plate with space ");
    }

    /** Arguments: folder for pictures, image file of the coins. */
    public static void main(String[] arguments) throws Exception {
        new FolderSession(arguments).play();
    }

    @Override
    void act(ImagePlus coins) throws Exception {
        Files.copy(Path.of(image), folder.resolve("one.png"));
        Files.copy(Path.of(image), folder.resolve("two.png"));
        Files.writeString(folder.resolve("damaged.tif"), "no image");
        canceled();
        dialog();
        replay();
        escape();
    }

    private void canceled() throws IOException {
        IJ.doCommand(COMMAND);
        Dialog dialog = user.dialog("Segment Folder");
        user.click(User.button(dialog, "Cancel"));
        user.waitUntil("end of the dialog", () -> !dialog.isShowing());
        seen.put("cancel.files", files(folder));
        seen.put("cancel.recorded", recorded());
    }

    private void dialog() throws Exception {
        IJ.doCommand(COMMAND);
        Dialog dialog = user.dialog("Segment Folder");
        seen.put("dialog.height", dialog.getHeight());
        String path = folder.toString();
        EventQueue.invokeAndWait(() -> User.field(dialog, "Folder of images").setText(path));
        user.click(User.box(dialog, "Pictures with outlines"));
        user.picture("folder-dialog");
        user.click(User.button(dialog, "OK"));
        user.waitUntil("end of the run", () -> IJ.getLog() != null && log().contains("files done"));
        user.waitUntil("recorder", () -> !recorded().isEmpty());
        user.picture("folder-result");
        seen.put("dialog.log", log());
        seen.put("dialog.files", files(folder.resolve("fastsam")));
        seen.put("dialog.images", WindowManager.getImageCount());
        seen.put("recorded", recorded().replace(path, "PLATE"));
    }

    private void replay() {
        IJ.log("\\Clear");
        IJ.runMacro(recorded());
        seen.put("replay.log", log());
    }

    /** NB: different images, as results of the same one are kept. */
    private void escape() throws Exception {
        Path many = Files.createDirectory(folder.resolve("many"));
        for (int i = 0; i < MANY; i++) {
            ImagePlus large = IJ.openImage(image);
            large.setProcessor(large.getProcessor().resize(2000 + i));
            new FileSaver(large).saveAsTiff(many.resolve("m" + (10 + i) + ".tif").toString());
        }
        Path out = many.resolve("fastsam");
        IJ.log("\\Clear");
        String keys = "folder=[" + many + "] save_overlays=false";
        Thread run = new Thread(() -> IJ.run(COMMAND, keys), "Run$_folder");
        run.start();
        user.waitUntil("first result", () -> Files.exists(out.resolve("m10-labels.tif")));
        // NB: the key comes to ImageJ by itself: without a window manager the log, which opens
        // meanwhile, keeps the keyboard's focus (PlainImageJTest presses the key).
        ImageJ ij = IJ.getInstance();
        long pressed = System.nanoTime();
        ij.keyPressed(new KeyEvent(ij, KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_ESCAPE, (char) 27));
        user.waitUntil("end", () -> !run.isAlive());
        seen.put("escape.millis", (System.nanoTime() - pressed) / 1_000_000);
        seen.put("escape.status", ImageJ.getStatusBarText());
        long done = count(out, "-labels.tif");
        seen.put("escape.some", done > 0 && done < MANY);
        seen.put("escape.parts", count(out, ".part"));
        IJ.log("\\Clear");
        IJ.run(COMMAND, keys);
        seen.put("again.log", log());
        seen.put("again.done", count(out, "-labels.tif"));
    }

    private static String log() {
        return IJ.getLog() == null ? "" : IJ.getLog().replace('\n', '|');
    }

    private static long count(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).count();
        }
    }

    private static String files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return String.join(
                    " ", files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
