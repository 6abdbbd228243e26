package sc.fiji.fastsam.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.io.FileSaver;
import ij.plugin.FileInfoVirtualStack;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanePixelsTest {

    private static final PlanePosition SECOND = new PlanePosition(1, 2, 1);

    @TempDir Path folder;

    @Test
    void aPlaneOfAVirtualStackIsRead() {
        assertEquals(20, PlanePixels.read(folderStack(), SECOND).get(1, 1));
    }

    @Test
    void aFileThatIsGoneIsNamed() throws IOException {
        ImagePlus imp = folderStack();
        Files.delete(folder.resolve("2.png"));
        assertNames(imp, "2.png");
    }

    @Test
    void aFileThatIsNoImageAnyMoreIsNamed() throws IOException {
        ImagePlus imp = folderStack();
        Files.writeString(folder.resolve("2.png"), "no image");
        assertNames(imp, "2.png");
    }

    @Test
    void aWhitePlaneIsNoMessage() {
        ImagePlus imp = folderStack();
        ByteProcessor white = new ByteProcessor(40, 30);
        white.invert();
        new FileSaver(new ImagePlus("", white)).saveAsPng(folder.resolve("2.png").toString());
        assertEquals(255, PlanePixels.read(imp, SECOND).get(5, 5));
    }

    @Test
    void aVirtualTiffWhoseFileIsGoneIsNamed() throws IOException {
        Path file = folder.resolve("stack.tif");
        ImagePlus stack = IJ.createImage("s", "16-bit ramp", 40, 30, 3);
        new FileSaver(stack).saveAsTiff(file.toString());
        ImagePlus imp = FileInfoVirtualStack.openVirtual(file.toString());
        assertEquals(
                stack.getStack().getProcessor(2).get(7, 7),
                PlanePixels.read(imp, SECOND).get(7, 7));
        Files.delete(file);
        assertNames(imp, "stack.tif");
    }

    private static void assertNames(ImagePlus imp, String name) {
        Exception e = assertThrows(UncheckedIOException.class, () -> PlanePixels.read(imp, SECOND));
        assertTrue(e.getMessage().contains(name), e.getMessage());
    }

    private ImagePlus folderStack() {
        VirtualStack stack = new VirtualStack(40, 30, null, folder.toString());
        for (int i = 1; i <= 2; i++) {
            ByteProcessor ip = new ByteProcessor(40, 30);
            ip.add(10 * i);
            new FileSaver(new ImagePlus("", ip)).saveAsPng(folder.resolve(i + ".png").toString());
            stack.addSlice(i + ".png");
        }
        return new ImagePlus("folder", stack);
    }
}
