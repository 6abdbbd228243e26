package sc.fiji.fastsam.label;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.imglib2.img.Img;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.LruCache;

/**
 * Label images of any size: cells are painted when they are read, and the last of them are kept.
 * Thread-safe for reading; what is written into one is lost with its cell.
 */
final class PaintedCells {

    private static final int SIDE = 512;

    /** Bytes of cells that are kept. */
    private static final long KEPT = 64 << 20;

    private final CellGrid grid;
    private final List<Optional<LabelPlane>> planes;

    private PaintedCells(long[] sides, List<Optional<LabelPlane>> planes) {
        int[] cell = new int[sides.length];
        for (int d = 0; d < cell.length; d++) {
            cell[d] = d < 2 ? SIDE : 1;
        }
        this.grid = new CellGrid(sides, cell);
        this.planes = List.copyOf(planes);
    }

    /**
     * An image.
     *
     * @param sides x, y, then those of the planes
     * @param planes in the order of the sides; nothing = no objects there
     * @param maxId greatest id, which decides the type
     */
    static Img<? extends IntegerType<?>> create(
            long[] sides, List<Optional<LabelPlane>> planes, int maxId) {
        PaintedCells cells = new PaintedCells(sides, planes);
        return maxId <= LabelRaster.MAX_SHORT
                ? new LazyCellImg<>(
                        cells.grid,
                        new UnsignedShortType(),
                        cells.kept(ids -> new ShortArray(ids.toShorts()), Short.BYTES))
                : new LazyCellImg<>(
                        cells.grid,
                        new IntType(),
                        cells.kept(ids -> new IntArray(ids.toInts()), Integer.BYTES));
    }

    private <A> LazyCellImg.Get<Cell<A>> kept(Function<LabelRaster, A> array, int bytes) {
        LruCache<Long, Cell<A>> cache =
                new LruCache<>(LruCache.share(KEPT), cell -> cell.size() * bytes);
        return index ->
                cache.get(index)
                        .orElseGet(
                                () -> {
                                    Cell<A> cell = cell(index, array);
                                    cache.put(index, cell);
                                    return cell;
                                });
    }

    private <A> Cell<A> cell(long index, Function<LabelRaster, A> array) {
        long[] min = new long[grid.numDimensions()];
        int[] size = new int[min.length];
        grid.getCellDimensions(index, min, size);
        Region region = new Region((int) min[0], (int) min[1], size[0], size[1]);
        LabelRaster ids =
                planes.get(plane(min))
                        .map(labels -> labels.read(region))
                        .orElseGet(() -> LabelRaster.create((int) region.area(), 0));
        return new Cell<>(size, min, array.apply(ids));
    }

    private int plane(long[] min) {
        long plane = 0;
        for (int d = min.length - 1; d >= 2; d--) {
            plane = plane * grid.imgDimension(d) + min[d];
        }
        return (int) plane;
    }
}
