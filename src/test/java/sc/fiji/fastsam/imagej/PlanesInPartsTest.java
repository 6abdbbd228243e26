package sc.fiji.fastsam.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.Stain;

/** Planes that are read in parts have the values that they have whole. */
class PlanesInPartsTest {

    private static final Path FILES =
            Path.of("src", "test", "resources", "sc", "fiji", "fastsam", "io", "tiff");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imagej_hyper_le.tif",
                "imagej_rgb.tif",
                "ome_CTZYX.ome.tif",
                "imagej_float.tif"
            })
    void allChannelsAsDisplayed(String name) throws IOException {
        check(FILES.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"composite", "color", "grayscale", "Max", "Invert"})
    void composites(String mode) throws IOException {
        for (int bits : new int[] {8, 16, 32}) {
            check(composite(bits, mode));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"composite", "Max", "Invert"})
    void channelsThatAreSwitchedOff(String mode) throws IOException {
        Path file = composite(8, mode);
        ImagePlus whole = ImageFiles.open(file);
        ImagePlus parts = ImageFiles.openInParts(file);
        ((CompositeImage) whole).getActiveChannels()[1] = false;
        ((CompositeImage) parts).getActiveChannels()[1] = false;
        check(mode, whole, parts, 0, InputSettings.DEFAULT);
    }

    private Path composite(int bits, String mode) {
        ImagePlus image = IJ.createImage("c", bits + "-bit ramp", 60, 40, 3);
        image.getStack().getProcessor(2).flipVertical();
        image.getStack().getProcessor(2).rotateLeft();
        image.getStack().getProcessor(3).multiply(0.3);
        image.setDimensions(3, 1, 1);
        int display =
                switch (mode) {
                    case "color" -> IJ.COLOR;
                    case "grayscale" -> IJ.GRAYSCALE;
                    default -> IJ.COMPOSITE;
                };
        CompositeImage composite = new CompositeImage(image, display);
        composite.setC(2);
        composite.setDisplayRange(bits == 32 ? 0.1 : 20, bits == 32 ? 0.7 : 190);
        composite.setC(1);
        if (mode.equals("Max") || mode.equals("Invert")) {
            composite.setProp("CompositeProjection", mode);
        }
        Path file = folder.resolve(bits + mode + ".tif");
        assertTrue(new FileSaver(composite).saveAsTiff(file.toString()));
        return file;
    }

    private static void check(Path file) throws IOException {
        ImagePlus whole = ImageFiles.open(file);
        ImagePlus parts = ImageFiles.openInParts(file);
        assertEquals(whole.getDisplayMode(), parts.getDisplayMode());
        for (int channel : new int[] {0, -1}) {
            check(file + " " + channel, whole, parts, channel, InputSettings.DEFAULT);
        }
    }

    @ParameterizedTest
    @EnumSource(Contrast.class)
    void colorsOfRgb(Contrast contrast) throws IOException {
        Path file = FILES.resolve("imagej_rgb.tif");
        ImagePlus whole = ImageFiles.open(file);
        ImagePlus parts = ImageFiles.openInParts(file);
        InputSettings input = new InputSettings(contrast, 2, 97);
        for (int color = 1; color <= 3; color++) {
            check("color " + color, whole, parts, color, input);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Stain.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void stainsOfRgbAndOfComposites(Stain stain) throws IOException {
        for (Path file : List.of(FILES.resolve("imagej_rgb.tif"), composite(8, "composite"))) {
            ImagePlus whole = ImageFiles.open(file);
            ImagePlus parts = ImageFiles.openInParts(file);
            for (Contrast contrast : Contrast.values()) {
                InputSettings input = new InputSettings(stain, contrast, 2, 97);
                check(file + " " + contrast, whole, parts, -1, input);
            }
        }
    }

    private static void check(
            String what, ImagePlus whole, ImagePlus parts, int channel, InputSettings input) {
        ChannelSource source = new ChannelSource(channel);
        RgbImage expected = Planes.of(whole, PlanePosition.FIRST, source, input);
        RgbPlane plane = Planes.ofAnySize(parts, PlanePosition.FIRST, source, input);
        RgbImage found = plane.crop(Region.of(plane.size()));
        assertArrayEquals(expected.red(), found.red(), what + " red");
        assertArrayEquals(expected.green(), found.green(), what + " green");
        assertArrayEquals(expected.blue(), found.blue(), what + " blue");
        Region corner = new Region(3, 2, 5, 4);
        assertArrayEquals(expected.crop(corner).green(), plane.crop(corner).green());
    }

    @Test
    void aPlaneInMemoryHasTheSameValuesByRegion() throws IOException {
        ImagePlus image = ImageFiles.open(FILES.resolve("imagej_hyper_le.tif"));
        PlanePosition position = new PlanePosition(2, 1, 2);
        RgbImage expected = Planes.of(image, position, ChannelSource.ACTIVE, InputSettings.DEFAULT);
        RgbPlane plane =
                new StoredPlane(image, new LoadedSource(image), position, InputSettings.DEFAULT)
                        .toPlane(ChannelSource.ACTIVE);
        Region part = new Region(4, 1, 30, 20);
        assertArrayEquals(expected.crop(part).red(), plane.crop(part).red());
    }
}
