package sc.fiji.fastsam.imagej.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.ComputedSource;
import sc.fiji.fastsam.imagej.PlanePixels;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneSource;
import sc.fiji.fastsam.io.tiff.TiffSource;

class SourceStackTest {

    private static final Path FILES =
            Path.of("src", "test", "resources", "sc", "fiji", "fastsam", "io", "tiff");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imagej_hyper_le.tif",
                "imagej_rgb.tif",
                "ome_CTZYX.ome.tif",
                "pages_lzw_tile.tif",
                "imagej_float.tif"
            })
    void virtualStacksShowWhatOrdinaryOnesShow(String name) throws IOException {
        Path file = FILES.resolve(name);
        ImagePlus ordinary = open(file, Reading.WHOLE);
        ImagePlus virtual = open(file, Reading.BY_PLANES);
        assertTrue(virtual.getStack().isVirtual());
        assertArrayEquals(ordinary.getDimensions(), virtual.getDimensions());
        assertEquals(ordinary.isComposite(), virtual.isComposite());
        assertEquals(ordinary.getBitDepth(), virtual.getBitDepth());
        for (int i = 1; i <= ordinary.getStackSize(); i++) {
            assertArrayEquals(
                    ordinary.getStack().getProcessor(i).getFloatArray(),
                    virtual.getStack().getProcessor(i).getFloatArray());
            assertEquals(ordinary.getStack().getSliceLabel(i), virtual.getStack().getSliceLabel(i));
        }
    }

    @Test
    void planesAreReadAtTheirPosition() throws IOException {
        Path file = FILES.resolve("imagej_hyper_le.tif");
        ImagePlus virtual = open(file, Reading.BY_PLANES);
        PlanePosition place = new PlanePosition(2, 3, 2);
        assertArrayEquals(
                virtual.getStack().getProcessor(12).getFloatArray(),
                PlanePixels.read(virtual, place).getFloatArray());
        PlaneSource source = ((SourceStack) virtual.getStack()).source();
        assertEquals(List.of(new Size(53, 37)), source.layout().levels());
    }

    @Test
    void aPlaneOfAMillionTimesAMillionPixelsIsRefused() {
        PlaneSource million =
                new ComputedSource(
                        PixelType.UINT8,
                        new Size(64, 64),
                        (x, y) -> 0,
                        new Size(1_000_000, 1_000_000));
        IOException e = assertThrows(IOException.class, () -> ImageFiles.of("m", million));
        assertTrue(e.getMessage().startsWith("has planes of 1000000 x 1000000"), e.getMessage());
    }

    private static ImagePlus open(Path file, Reading reading) throws IOException {
        return OpenedImage.of("t", Optional.of(file), TiffSource.open(file), layout -> reading);
    }
}
