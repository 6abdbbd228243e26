package sc.fiji.fastsam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.imagej.ImgImages;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.testing.Drawn;

/** ImgLib2's cell images by their cells, virtual stacks by their planes. */
class LargerThanMemoryTest {

    private static final int SIDE = 1024;
    private static final int ACROSS = 98;

    @TempDir private Path folder;

    private final Set<Long> loaded = new TreeSet<>();

    /** 100 000 x 90 000 pixels, 18 GB; each pixel holds the number of its cell. */
    private RandomAccessibleInterval<UnsignedShortType> cells() {
        CellGrid grid = new CellGrid(new long[] {100_000, 90_000}, new int[] {SIDE, SIDE});
        return new LazyCellImg<>(
                grid,
                new UnsignedShortType(),
                index -> {
                    synchronized (loaded) {
                        loaded.add(index);
                    }
                    long[] min = new long[2];
                    int[] size = new int[2];
                    grid.getCellDimensions(index, min, size);
                    short[] values = new short[size[0] * size[1]];
                    Arrays.fill(values, (short) (long) index);
                    return new Cell<>(size, min, new ShortArray(values));
                });
    }

    /** An object of 2 x 3 pixels, most of it in the cell right of column 51 200. */
    private static final SegmentedObject FAR =
            Drawn.object(0.9, Drawn.mask(51_199, 40_000, "##", ".#", ".#"));

    @Test
    void aCellImageIsReadByTheCellsThatAreNeeded() {
        PlaneSegmenter network =
                (plane, settings, progress) -> {
                    assertTrue(plane.isReadInParts());
                    return Drawn.segmentation(100_000, 90_000, FAR);
                };
        ImageObjects found =
                new ImageSegmenter(network)
                        .segment(ImgImages.wrap(cells()), ImageTask.DEFAULT, Progress.NONE);
        // NB: parts of 132 cells stand for the contrast of all 8 624; ImgLib2 looks at the first.
        assertTrue(loaded.size() <= 133, "cells: " + loaded.size());
        loaded.clear();
        ResultsTable table = found.toTable();
        long right = 39L * ACROSS + 50;
        assertEquals(Set.of(0L, right - 1, right), loaded);
        assertEquals((3.0 * right + right - 1) / 4, table.getValue("Mean", 0), 1e-9);
        RandomAccessibleInterval<? extends IntegerType<?>> labels = found.toLabels();
        assertInstanceOf(UnsignedShortType.class, labels.getType());
        assertEquals(100_000, labels.dimension(0));
        assertEquals(1, labels.getAt(51_199, 40_000).getInteger());
        assertEquals(0, labels.getAt(51_199, 40_001).getInteger());
        assertEquals(1, labels.getAt(51_200, 40_002).getInteger());
        assertEquals(0, labels.getAt(99_999, 89_999).getInteger());
    }

    @Test
    void aLabelImageThatImageJCannotHoldIsRefusedWithTheWaysOut() {
        PlaneSegmenter network = (p, s, progress) -> Drawn.segmentation(100_000, 90_000, FAR);
        ImageObjects found =
                new ImageSegmenter(network)
                        .segment(ImgImages.wrap(cells()), ImageTask.DEFAULT, Progress.NONE);
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, found::toLabelImage);
        assertTrue(e.getMessage().contains("100000 x 90000"), e.getMessage());
        assertTrue(e.getMessage().contains("toLabels"), e.getMessage());
    }

    /** Planes of 12 x 7 pixels whose value is their number; notes which were read. */
    private static final class CountingStack extends VirtualStack {

        private final List<Integer> read = new ArrayList<>();
        private WeakReference<ImageProcessor> last = new WeakReference<>(null);

        CountingStack() {
            super(12, 7);
            setBitDepth(16);
        }

        @Override
        public ImageProcessor getProcessor(int n) {
            short[] values = new short[12 * 7];
            Arrays.fill(values, (short) n);
            read.add(n);
            ImageProcessor plane = new ShortProcessor(12, 7, values, null);
            last = new WeakReference<>(plane);
            return plane;
        }

        @Override
        public int size() {
            return 4;
        }

        @Override
        public int getSize() {
            return 4;
        }

        List<Integer> readSince() {
            List<Integer> all = List.copyOf(read);
            read.clear();
            return all;
        }
    }

    private static final SegmentedObject NEAR = Drawn.object(0.9, Drawn.mask(3, 2, "##", "#."));

    private static ImageObjects segment(CountingStack stack) {
        ImagePlus image = new ImagePlus("virtual", stack);
        stack.readSince();
        PlaneSegmenter network = (p, s, progress) -> Drawn.segmentation(12, 7, NEAR);
        ImageTask task = ImageTask.DEFAULT.withPlanes(PlaneRange.ALL);
        return new ImageSegmenter(network).segment(image, task, Progress.NONE);
    }

    @Test
    void eachPlaneOfAVirtualStackIsReadOnceAndNotKept() {
        CountingStack stack = new CountingStack();
        ImageObjects found = segment(stack);
        assertEquals(List.of(1, 2, 3, 4), stack.readSince());
        for (int i = 0; i < 20 && stack.last.get() != null; i++) {
            System.gc();
        }
        assertNull(stack.last.get());
        assertEquals(4, found.count());
    }

    @Test
    void forMeasuresEachPlaneOfAVirtualStackIsReadOnceMore() {
        CountingStack stack = new CountingStack();
        ImageObjects found = segment(stack);
        stack.readSince();
        ResultsTable table = found.toTable();
        assertEquals(List.of(1, 2, 3, 4), stack.readSince());
        assertEquals(3, table.getValue("Mean", 2));
        assertEquals(4, found.toLabels().dimension(2));
        assertEquals(1, found.toLabels().getAt(3, 3, 2).getInteger());
        assertEquals(0, found.toLabels().getAt(4, 3, 2).getInteger());
        assertEquals(List.of(), stack.readSince());
    }

    @Test
    void labelsOfAVirtualStackAreWrittenPlaneByPlane() throws IOException {
        ImageObjects found = segment(new CountingStack());
        FileOutputs labels = new FileOutputs(Set.of(OutputKind.LABELS));
        Path file = new ObjectFiles(found).write(labels, folder.resolve("v")).get(0);
        ImagePlus written = ImageFiles.open(file);
        assertEquals(4, written.getNSlices());
        assertEquals(1, written.getStack().getProcessor(4).get(3, 3));
        assertEquals(0, written.getStack().getProcessor(4).get(4, 3));
    }
}
