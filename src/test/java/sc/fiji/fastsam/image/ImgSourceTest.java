package sc.fiji.fastsam.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

class ImgSourceTest {

    /** x, y, slices, frames: 3 x 2 x 2 x 2, each value 1000 t + 100 z + 10 y + x. */
    private static RandomAccessibleInterval<UnsignedShortType> stack() {
        var image = ArrayImgs.unsignedShorts(3, 2, 2, 2);
        var cursor = image.localizingCursor();
        while (cursor.hasNext()) {
            cursor.fwd();
            cursor.get()
                    .set(
                            cursor.getIntPosition(0)
                                    + 10 * cursor.getIntPosition(1)
                                    + 100 * cursor.getIntPosition(2)
                                    + 1000 * cursor.getIntPosition(3));
        }
        return image;
    }

    @Test
    void aRegionOfAPlaneIsReadWhereverTheImageBegins() {
        ImgSource source = ImgSource.of(Views.translate(stack(), -7, 40, 3, 9));
        assertEquals(new Size(3, 2), source.layout().size());
        assertEquals(new PlaneCounts(1, 2, 2), source.layout().planes());
        assertEquals(PixelType.UINT16, source.layout().type());
        assertArrayEquals(
                new short[] {1001, 1002, 1011, 1012},
                source.region(new PlaneIndex(0, 0, 1), 0, new Region(1, 0, 2, 2)).shorts());
        assertArrayEquals(
                new short[] {110},
                source.region(new PlaneIndex(0, 1, 0), 0, new Region(0, 1, 1, 1)).shorts());
    }

    @Test
    void anImageMayBeginBeyondCoordinatesOf32Bits() {
        Region last = new Region(1, 1, 2, 1);
        for (long from : new long[] {1L << 31, 1L << 40, -(1L << 40)}) {
            ImgSource stored = ImgSource.of(Views.translate(stack(), from, -from, from, 0));
            assertArrayEquals(
                    new short[] {111, 112},
                    stored.region(new PlaneIndex(0, 1, 0), 0, last).shorts());
            var doubles = ArrayImgs.doubles(new double[] {1, 2, 3, 4, 5, 6}, 3, 2);
            ImgSource converted = ImgSource.of(Views.translate(doubles, from, -from));
            assertArrayEquals(
                    new float[] {5, 6}, converted.region(PlaneIndex.FIRST, 0, last).floats());
        }
    }

    @Test
    void otherTypesBecomeFloats() {
        var doubles = ArrayImgs.doubles(new double[] {-1.5, 2.25, 3, 4, 5, 6}, 3, 2);
        ImgSource source = ImgSource.of(doubles);
        assertEquals(PixelType.FLOAT32, source.layout().type());
        assertArrayEquals(
                new float[] {2.25f, 3},
                source.region(PlaneIndex.FIRST, 0, new Region(1, 0, 2, 1)).floats());
    }

    @Test
    void roundedValuesAreNotedOnceTheyAreRead() {
        long even = 1L << 60;
        ImgSource exact = ImgSource.of(ArrayImgs.longs(new long[] {even, 1 << 24, -3, even}, 2, 2));
        exact.region(PlaneIndex.FIRST, 0, new Region(0, 0, 2, 2));
        assertEquals(List.of(), exact.notes());
        for (ImgSource lossy :
                List.of(
                        ImgSource.of(ArrayImgs.longs(new long[] {5, even + 1}, 2, 1)),
                        ImgSource.of(ArrayImgs.unsignedInts(new int[] {5, -1}, 2, 1)),
                        ImgSource.of(ArrayImgs.doubles(new double[] {Double.NaN, 1e300}, 2, 1)))) {
            lossy.region(PlaneIndex.FIRST, 0, new Region(0, 0, 1, 1));
            assertEquals(List.of(), lossy.notes());
            lossy.region(PlaneIndex.FIRST, 0, new Region(0, 0, 2, 1));
            assertEquals(List.of(PlaneSource.ROUNDED), lossy.notes());
        }
    }

    @Test
    void bytesFloatsAndColorsAreCopiedAsTheyAre() {
        Region second = new Region(1, 0, 1, 1);
        assertArrayEquals(
                new byte[] {(byte) 200},
                ImgSource.of(ArrayImgs.unsignedBytes(new byte[] {1, (byte) 200}, 2, 1))
                        .region(PlaneIndex.FIRST, 0, second)
                        .bytes());
        assertArrayEquals(
                new float[] {Float.NaN},
                ImgSource.of(ArrayImgs.floats(new float[] {1, Float.NaN}, 2, 1))
                        .region(PlaneIndex.FIRST, 0, second)
                        .floats());
        assertArrayEquals(
                new int[] {0xff010203},
                ImgSource.of(ArrayImgs.argbs(new int[] {1, 0x00010203}, 2, 1))
                        .region(PlaneIndex.FIRST, 0, second)
                        .colors());
    }

    @Test
    void ofACellImageOnlyTheCellsOfARegionAreLoaded() {
        TreeSet<Long> loaded = new TreeSet<>();
        CellGrid grid = new CellGrid(new long[] {100_000, 90_000}, new int[] {64, 32});
        var image =
                new LazyCellImg<>(
                        grid,
                        new UnsignedShortType(),
                        index -> {
                            loaded.add(index);
                            short[] cell = new short[64 * 32];
                            cell[65] = 7;
                            return new Cell<>(
                                    new int[] {64, 32},
                                    new long[] {64 * (index % 1563), 32 * (index / 1563)},
                                    new ShortArray(cell));
                        });
        ImgSource source = ImgSource.of(image);
        assertEquals(new Size(64, 32), source.blockSize(0));
        // NB: ImgLib2 looks at the first cell for the kind of its array.
        loaded.add(0L);
        // NB: columns 2 and 3 of rows 1 and 2 of 1563 cells in a row.
        short[] pixels = source.region(PlaneIndex.FIRST, 0, new Region(129, 33, 65, 32)).shorts();
        assertEquals(List.of(0L, 1565L, 1566L, 3128L, 3129L), List.copyOf(loaded));
        assertEquals(7, pixels[0]);
        assertEquals(0, pixels[1]);
        assertEquals(7, pixels[64]);
    }

    @Test
    void whatIsNoImageIsRefusedByName() {
        assertRefused("2 to 4 dimensions", ArrayImgs.bytes(5));
        assertRefused("2 to 4 dimensions", ArrayImgs.bytes(1, 1, 1, 1, 1));
        assertRefused(
                "but dimension 1 is 0",
                Views.interval(stack3(), new long[] {0, 0}, new long[] {2, -1}));
        assertRefused("ComplexFloatType", ArrayImgs.complexFloats(2, 2));
    }

    private static RandomAccessibleInterval<?> stack3() {
        return ArrayImgs.bytes(3, 3);
    }

    private static void assertRefused(String words, RandomAccessibleInterval<?> image) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> ImgSource.of(image));
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }

    @Test
    void aRegionOutsideIsRefused() {
        ImgSource source = ImgSource.of(stack());
        assertThrows(
                IllegalArgumentException.class,
                () -> source.region(PlaneIndex.FIRST, 0, new Region(2, 0, 2, 1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> source.region(new PlaneIndex(0, 2, 0), 0, new Region(0, 0, 1, 1)));
    }
}
