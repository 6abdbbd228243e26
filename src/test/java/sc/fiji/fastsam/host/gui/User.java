package sc.fiji.fastsam.host.gui;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import java.awt.AWTException;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Label;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.ItemEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;

/** Hands and eyes in front of ImageJ: real mouse and key events. Part of the driven process. */
final class User {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int LOOK_MILLIS = 20;

    private final Robot robot;
    private final File pictures;

    User(File pictures) throws AWTException {
        this.robot = new Robot();
        this.pictures = pictures;
        robot.setAutoDelay(15);
    }

    /** Looks until it is so. */
    void waitUntil(String what, BooleanSupplier so) {
        for (int waited = 0; !so.getAsBoolean(); waited += LOOK_MILLIS) {
            if (waited > PATIENCE_MILLIS) {
                throw new IllegalStateException("Waited in vain for " + what);
            }
            robot.delay(LOOK_MILLIS);
        }
        robot.waitForIdle();
    }

    /** Waits for a dialog whose title begins so. */
    Dialog dialog(String title) {
        Dialog[] found = new Dialog[1];
        waitUntil("dialog " + title, () -> (found[0] = find(title)) != null);
        settle(found[0]);
        return found[0];
    }

    /**
     * Makes Java and the display agree where a window is. NB: without a window manager Java may
     * take one that was packed and then placed to be where it was before, and clicks go astray.
     */
    private void settle(Window window) {
        robot.waitForIdle();
        EventQueue.invokeLater(() -> window.setLocation(window.getX(), window.getY() + 1));
        robot.waitForIdle();
    }

    static Dialog find(String title) {
        for (Window window : Window.getWindows()) {
            if (window instanceof Dialog dialog
                    && dialog.isShowing()
                    && dialog.getTitle().startsWith(title)) {
                return dialog;
            }
        }
        return null;
    }

    void click(Component component) {
        waitUntil("component", component::isShowing);
        Point at = component.getLocationOnScreen();
        robot.mouseMove(
                at.x + Math.min(component.getWidth() / 2, 12), at.y + component.getHeight() / 2);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        robot.waitForIdle();
    }

    /** Moves the pointer to a pixel of an image. */
    void pointAt(ImagePlus image, int x, int y) {
        ImageCanvas canvas = image.getCanvas();
        Point corner = canvas.getLocationOnScreen();
        robot.mouseMove(corner.x + canvas.screenX(x), corner.y + canvas.screenY(y));
        robot.waitForIdle();
    }

    /** Clicks a pixel of an image while keys are held. */
    void click(ImagePlus image, int x, int y, int... held) {
        drag(image, new Rectangle(x, y, 0, 0), held);
    }

    /** Drags from the upper left corner of a box in an image to the lower right one. */
    void drag(ImagePlus image, Rectangle box, int... held) {
        Arrays.stream(held).forEach(robot::keyPress);
        pointAt(image, box.x, box.y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        if (!box.isEmpty()) {
            pointAt(image, (int) box.getCenterX(), (int) box.getCenterY());
            pointAt(image, box.x + box.width, box.y + box.height);
        }
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        Arrays.stream(held).forEach(robot::keyRelease);
        robot.waitForIdle();
    }

    void press(int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
        robot.waitForIdle();
    }

    /** Replaces what a field holds. */
    void fill(TextField field, String digits) {
        click(field);
        press(KeyEvent.VK_END);
        for (int i = 0; i < 12; i++) {
            press(KeyEvent.VK_BACK_SPACE);
        }
        for (char digit : digits.toCharArray()) {
            press(digit == '.' ? KeyEvent.VK_PERIOD : KeyEvent.VK_0 + digit - '0');
        }
    }

    static Button button(Container in, String label) {
        return parts(in, Button.class).stream()
                .filter(button -> button.getLabel().strip().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no button " + label));
    }

    static Checkbox box(Container in, String label) {
        return parts(in, Checkbox.class).stream()
                .filter(box -> box.getLabel().strip().startsWith(label))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no check box " + label));
    }

    /** The field behind a label. */
    static TextField field(Container in, String label) {
        List<Component> all = parts(in, Component.class);
        boolean behind = false;
        for (Component part : all) {
            behind |= part instanceof Label text && text.getText().strip().startsWith(label);
            if (behind && part instanceof TextField field) {
                return field;
            }
        }
        throw new IllegalStateException("no field " + label);
    }

    /** Takes another item of the choice that shows one. NB: a menu of its own is hard to hit. */
    static void choice(Container in, String shown, String wanted) {
        Choice choice =
                parts(in, Choice.class).stream()
                        .filter(c -> c.getSelectedItem().equals(shown))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no choice " + shown));
        choice.select(wanted);
        int changed = ItemEvent.ITEM_STATE_CHANGED;
        ItemEvent event = new ItemEvent(choice, changed, wanted, ItemEvent.SELECTED);
        Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(event);
    }

    /** Whether a note stands in a dialog, to the letter. */
    static boolean says(Dialog dialog, String note) {
        return parts(dialog, Label.class).stream().anyMatch(l -> note.equals(l.getText()));
    }

    static <T> List<T> parts(Container in, Class<T> type) {
        List<T> parts = new ArrayList<>();
        for (Component child : in.getComponents()) {
            if (type.isInstance(child)) {
                parts.add(type.cast(child));
            }
            if (child instanceof Container inner) {
                parts.addAll(parts(inner, type));
            }
        }
        return parts;
    }

    /** Takes a picture of the screen. */
    void picture(String name) throws IOException {
        robot.waitForIdle();
        robot.delay(250);
        picture(name, new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
    }

    void picture(String name, Rectangle part) throws IOException {
        ImageIO.write(robot.createScreenCapture(part), "png", new File(pictures, name + ".png"));
    }

    void pause(int millis) {
        robot.delay(millis);
    }
}
