package sc.fiji.fastsam.io.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.Opener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelSize;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneIndex;

class TiffLabelWriterTest {

    private static final PixelSize SIZE = new PixelSize(0.25, 0.5, 2, "\u00b5m");

    @TempDir private Path folder;

    @Test
    void imageJReadsWhatIsSmall() throws IOException {
        for (int bits : new int[] {16, 32}) {
            PlaneCounts planes = new PlaneCounts(1, 3, 1);
            LabelFormat format = new LabelFormat(new Size(1100, 700), planes, bits, SIZE);
            Path file = folder.resolve("labels" + bits + ".tif");
            write(file, format, false);
            ImagePlus image = new Opener().openTiff(folder + "/", "labels" + bits + ".tif");
            assertArrayEquals(new int[] {1100, 700, 1, 3, 1}, image.getDimensions());
            assertEquals(0.25, image.getCalibration().pixelWidth);
            assertEquals(0.5, image.getCalibration().pixelHeight);
            assertEquals("\u00b5m", image.getCalibration().getUnit());
            for (int z = 0; z < 3; z++) {
                var plane = image.getStack().getProcessor(z + 1);
                assertEquals(label(z, 1099, 699), plane.getf(1099, 699));
                assertEquals(label(z, 513, 0), plane.getf(513, 0));
            }
        }
    }

    @Test
    void largeImagesAreWrittenInTilesWhichOurReaderReads() throws IOException {
        PlaneCounts planes = new PlaneCounts(1, 1, 2);
        LabelFormat format = new LabelFormat(new Size(1 << 19, 600), planes, 32, SIZE);
        assertTrue(format.isTiled());
        Path file = folder.resolve("wide.tif");
        write(file, format, true);
        try (TiffSource source = TiffSource.open(file)) {
            assertEquals(format.size(), source.layout().size());
            assertEquals(planes, source.layout().planes());
            assertEquals(SIZE, source.layout().pixelSize());
            assertEquals(new Size(512, 512), source.blockSize(0));
            Region part = new Region(1500, 490, 100, 60);
            PixelBlock block = source.region(new PlaneIndex(0, 0, 1), 0, part);
            for (int y = 0; y < 60; y++) {
                for (int x = 0; x < 100; x++) {
                    int xInTile = 1500 + x;
                    float expected = xInTile < 2048 ? label(1, xInTile, 490 + y) : 0;
                    assertEquals(expected, block.value(x, y));
                }
            }
        }
    }

    /** NB: units come from files, whose text may be anything. */
    @Test
    void aLongUnitHasRoom() throws IOException {
        String unit = "u".repeat(5000);
        PixelSize size = new PixelSize(0.25, 0.25, 1, unit);
        LabelFormat format = new LabelFormat(new Size(3, 2), new PlaneCounts(1, 2, 1), 16, size);
        Path file = folder.resolve("unit.tif");
        try (TiffLabelWriter writer = TiffLabelWriter.create(file, format)) {
            writer.finish();
        }
        try (TiffSource source = TiffSource.open(file)) {
            assertEquals(unit, source.layout().pixelSize().unit());
        }
    }

    /** NB: as of 650 nm, which with six decimals of pixels per nm would be 650.195. */
    @ParameterizedTest
    @ValueSource(doubles = {1.2345678e-5, 0.123456, 1, 6.5, 650, 81_234.5})
    void pixelSizesKeepSixDigits(double side) throws IOException {
        PixelSize size = new PixelSize(side, side, 1, "nm");
        LabelFormat format = new LabelFormat(new Size(3, 2), PlaneCounts.ONE, 16, size);
        Path file = folder.resolve("size.tif");
        try (TiffLabelWriter writer = TiffLabelWriter.create(file, format)) {
            writer.finish();
        }
        try (TiffSource source = TiffSource.open(file)) {
            assertEquals(side, source.layout().pixelSize().width(), 1e-6 * side);
        }
        ImagePlus image = new Opener().openTiff(folder + "/", "size.tif");
        assertEquals(side, image.getCalibration().pixelHeight, 1e-6 * side);
    }

    @Test
    void tilesMayComeInAnyOrderAndMissingOnesAreBackground() throws IOException {
        LabelFormat format =
                new LabelFormat(new Size(1030, 520), PlaneCounts.ONE, 16, PixelSize.NONE);
        Path file = folder.resolve("some.tif");
        try (TiffLabelWriter writer = TiffLabelWriter.create(file, format)) {
            writer.write(0, 2, 1, filled(writer.grid().region(2, 1), 7));
            writer.write(0, 0, 0, filled(writer.grid().region(0, 0), 65_535));
            writer.finish();
        }
        try (TiffSource source = TiffSource.open(file)) {
            PixelBlock all = source.region(PlaneIndex.FIRST, 0, Region.of(format.size()));
            assertEquals(7, all.value(1029, 519));
            assertEquals(65_535, all.value(511, 511));
            assertEquals(0, all.value(512, 0));
            assertEquals(0, all.value(0, 512));
        }
    }

    @Test
    void nothingIsLeftWithoutFinish() throws IOException {
        LabelFormat format = new LabelFormat(new Size(10, 10), PlaneCounts.ONE, 16, PixelSize.NONE);
        Path file = folder.resolve("none.tif");
        try (TiffLabelWriter writer = TiffLabelWriter.create(file, format)) {
            writer.write(0, 0, 0, new int[100]);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void wrongTilesAndLabelsAreRefused() throws IOException {
        LabelFormat format = new LabelFormat(new Size(10, 10), PlaneCounts.ONE, 16, PixelSize.NONE);
        try (TiffLabelWriter writer = TiffLabelWriter.create(folder.resolve("a.tif"), format)) {
            assertRefused(writer, 1, 0, new int[100]);
            assertRefused(writer, 0, 0, new int[99]);
            int[] labels = new int[100];
            labels[5] = 65_536;
            assertRefused(writer, 0, 0, labels);
            assertRefused(writer, 0, 0, new int[100]);
        }
    }

    @Test
    void sizesDecideBetweenTheKinds() {
        LabelFormat small =
                new LabelFormat(new Size(16_384, 16_384), PlaneCounts.ONE, 32, PixelSize.NONE);
        LabelFormat large =
                new LabelFormat(new Size(40_000, 40_000), PlaneCounts.ONE, 32, PixelSize.NONE);
        assertEquals("false false", small.isTiled() + " " + small.isBig());
        assertEquals("true true", large.isTiled() + " " + large.isBig());
    }

    private static void assertRefused(TiffLabelWriter writer, int plane, int row, int[] labels) {
        assertThrows(IllegalArgumentException.class, () -> writer.write(plane, 0, row, labels));
    }

    private static int[] filled(Region tile, int label) {
        int[] labels = new int[(int) tile.area()];
        Arrays.fill(labels, label);
        return labels;
    }

    private static int label(int plane, int x, int y) {
        return (plane + 1) * 1000 + x / 100 + 20 * (y / 90);
    }

    /** All tiles, or those of the first four columns. */
    private static void write(Path file, LabelFormat format, boolean some) throws IOException {
        try (TiffLabelWriter writer = TiffLabelWriter.create(file, format)) {
            for (int plane = 0; plane < format.planes().total(); plane++) {
                for (int row = 0; row < format.grid().down(); row++) {
                    for (int col = 0; col < (some ? 4 : format.grid().across()); col++) {
                        Region tile = writer.grid().region(col, row);
                        int[] labels = new int[(int) tile.area()];
                        for (int i = 0; i < labels.length; i++) {
                            int x = tile.x() + i % tile.width();
                            labels[i] = label(plane, x, tile.y() + i / tile.width());
                        }
                        writer.write(plane, col, row, labels);
                    }
                }
            }
            writer.finish();
        }
    }
}
