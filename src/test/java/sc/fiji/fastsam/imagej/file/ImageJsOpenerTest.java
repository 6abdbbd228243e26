package sc.fiji.fastsam.imagej.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.fastsam.io.tiff.TiffSource;

/** The files by make_tiffs.py as ImageJ opens them: where it opens them right, the same. */
class ImageJsOpenerTest {

    /** What ImageJ gives other pixels, planes or dimensions than were written. */
    private static final String OTHERS =
            "bits10|bool_.*|float32_.*_p3|int(8|16)_.*|uint32_.*|jpeg_.*|ome_.*|shaped_.*"
                    + "|thumbnails?_.*";

    @BeforeAll
    static void noWindows() {
        IJ.redirectErrorMessages(true);
    }

    private static Path folder() {
        try {
            return Path.of(TiffSource.class.getResource("manifest.csv").toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<String> files() throws IOException {
        return Files.readAllLines(folder().resolve("manifest.csv")).stream()
                .map(line -> line.split(",")[0])
                .filter(name -> !stem(name).matches(OTHERS));
    }

    /** Tiled files that have a twin in strips, with the same pixels. */
    static Stream<String> tiled() throws IOException {
        return files().filter(name -> name.contains("_tile") && Files.exists(strips(name)));
    }

    private static Path strips(String tiled) {
        return folder().resolve(tiled.replace("_tile", "_strip"));
    }

    private static String stem(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatImageJOpensRightIsOpenedLikewise(String name) throws IOException {
        Path file = folder().resolve(name);
        Optional<ImagePlus> theirs = byImageJ(file);
        if (theirs.isPresent()) {
            assertSame(theirs.get(), ImageFiles.open(file));
        }
    }

    @ParameterizedTest
    @MethodSource("tiled")
    void tilesAreOpenedAsImageJOpensTheSamePixelsInStrips(String name) throws IOException {
        Optional<ImagePlus> theirs = byImageJ(strips(name));
        if (theirs.isPresent()) {
            assertSame(theirs.get(), ImageFiles.open(folder().resolve(name)));
        }
    }

    @Test
    void manyAreCompared() throws IOException {
        assertTrue(tiled().filter(name -> byImageJ(strips(name)).isPresent()).count() >= 8);
        assertTrue(
                files().filter(name -> byImageJ(folder().resolve(name)).isPresent()).count() > 40);
        // NB: should a later ImageJ open tiles, they are compared above.
        assertEquals(
                0, tiled().filter(name -> byImageJ(folder().resolve(name)).isPresent()).count());
    }

    private static Optional<ImagePlus> byImageJ(Path file) {
        Opener opener = new Opener();
        opener.setSilentMode(true);
        return Optional.ofNullable(opener.openImage(file.toString()));
    }

    private static void assertSame(ImagePlus theirs, ImagePlus ours) {
        assertArrayEquals(theirs.getDimensions(), ours.getDimensions());
        assertEquals(theirs.getBitDepth(), ours.getBitDepth());
        for (int i = 1; i <= theirs.getStackSize(); i++) {
            Object expected = theirs.getStack().getPixels(i);
            Object pixels = ours.getStack().getPixels(i);
            if (expected instanceof int[] colors) {
                assertArrayEquals(opaque(colors), opaque((int[]) pixels));
            } else if (expected instanceof float[] floats) {
                assertArrayEquals(floats, (float[]) pixels);
            } else if (expected instanceof short[] shorts) {
                assertArrayEquals(shorts, (short[]) pixels);
            } else {
                assertArrayEquals((byte[]) expected, (byte[]) pixels);
            }
        }
    }

    private static int[] opaque(int[] colors) {
        return IntStream.of(colors).map(color -> color & 0xffffff).toArray();
    }
}
