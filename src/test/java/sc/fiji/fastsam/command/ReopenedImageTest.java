package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.lang.ref.WeakReference;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReopenedImageTest {

    private final ImagePlus image = image();
    private long nanos;
    private final ReopenedImage reopened = new ReopenedImage(() -> image, () -> nanos);

    @AfterEach
    void end() {
        reopened.close();
        WindowManager.setTempCurrentImage(null);
    }

    @Test
    void whatIsOpenedAfterTheImageWasClosedIsTaken() {
        ImagePlus before = opened();
        assertEquals(Optional.empty(), reopened.inPlace());
        nanos += 600_000_000;
        image.flush();
        reopened.imageClosed(image);
        assertEquals(Optional.empty(), reopened.inPlace());
        ImagePlus after = opened();
        assertEquals(Optional.of(after), reopened.inPlace());
        WindowManager.setTempCurrentImage(before);
        assertEquals(Optional.empty(), reopened.inPlace());
    }

    /** NB: as Open Next does, where an image of one channel is followed by a composite one. */
    @Test
    void whatIsOpenedAtOnceBeforeTheImageIsClosedIsTaken() {
        opened();
        nanos += 600_000_000;
        ImagePlus next = opened();
        nanos += 100_000_000;
        image.flush();
        reopened.imageClosed(image);
        assertEquals(Optional.of(next), reopened.inPlace());
    }

    /** NB: what was not closed is kept by nobody. */
    @Test
    void whatIsGivenUpIsForgotten() {
        WeakReference<ReopenedImage> givenUp = new WeakReference<>(new ReopenedImage(() -> image));
        for (int i = 0; i < 50 && givenUp.get() != null; i++) {
            System.gc();
        }
        assertNull(givenUp.get());
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
