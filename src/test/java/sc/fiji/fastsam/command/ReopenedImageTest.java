package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReopenedImageTest {

    private final ImagePlus image = image();
    private final ReopenedImage reopened = new ReopenedImage(() -> image);

    @AfterEach
    void end() {
        reopened.close();
        WindowManager.setTempCurrentImage(null);
    }

    @Test
    void whatIsOpenedAfterTheImageWasClosedIsTaken() {
        ImagePlus before = opened();
        assertEquals(Optional.empty(), reopened.inPlace());
        image.flush();
        reopened.imageClosed(image);
        assertEquals(Optional.empty(), reopened.inPlace());
        ImagePlus after = opened();
        assertEquals(Optional.of(after), reopened.inPlace());
        WindowManager.setTempCurrentImage(before);
        assertEquals(Optional.empty(), reopened.inPlace());
    }

    @Test
    void whileTheImageIsOpenNoOtherIsTaken() {
        reopened.imageClosed(opened());
        opened();
        assertEquals(Optional.empty(), reopened.inPlace());
    }

    /** The active image, which was just opened. */
    private ImagePlus opened() {
        ImagePlus other = image();
        WindowManager.setTempCurrentImage(other);
        reopened.imageOpened(other);
        return other;
    }

    private static ImagePlus image() {
        return IJ.createImage("x", "8-bit black", 4, 3, 1);
    }
}
