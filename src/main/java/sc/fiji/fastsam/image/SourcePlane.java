package sc.fiji.fastsam.image;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;
import sc.fiji.fastsam.io.UnreadImageException;

/**
 * A plane of an open file, read in parts: memory goes with the parts, however large the plane is.
 * The same pixels give the same values, whatever the parts.
 */
public final class SourcePlane implements RgbPlane {

    /** Pixels of a band at most, unless a row has more. */
    private static final int BAND = 1 << 22;

    /** Pixels of a band where stored blocks are low: they stay in a processor's cache. */
    private static final int LOW_BAND = 1 << 18;

    private final PlaneSource source;
    private final PlaneIndex plane;
    private final boolean gray;
    private final Function<PixelBlock, List<ChannelValues>> channels;

    /**
     * @param source stays open for as long as this is used
     * @param gray whether the three channels are the same
     * @param channels brings stored pixels to 0..1, each by its value alone; one channel where all
     *     are the same, else three
     */
    public SourcePlane(
            PlaneSource source,
            PlaneIndex plane,
            boolean gray,
            Function<PixelBlock, List<ChannelValues>> channels) {
        this.source = source;
        this.plane = plane;
        this.gray = gray;
        this.channels = channels;
    }

    @Override
    public Size size() {
        return source.layout().size();
    }

    @Override
    public boolean isGray() {
        return gray;
    }

    @Override
    public boolean isReadInParts() {
        return true;
    }

    @Override
    public boolean isFlat() {
        RgbImage first = crop(new Region(0, 0, 1, 1));
        PlaneBands bands = bands(Region.of(size()));
        for (int y = 0; y < size().height(); ) {
            PlaneBand band = bands.holding(y);
            RgbImage pixels = band.pixels();
            if (!pixels.isFlat()
                    || pixels.red()[0] != first.red()[0]
                    || pixels.green()[0] != first.green()[0]
                    || pixels.blue()[0] != first.blue()[0]) {
                return false;
            }
            y = band.region().yEnd();
        }
        return true;
    }

    @Override
    public RgbImage crop(Region region) {
        return new PlaneBand(channels.apply(read(region, Optional.empty())), region).pixels();
    }

    private PixelBlock read(Region region, Optional<PixelBlock> spare) {
        try {
            return source.region(plane, 0, region, spare);
        } catch (IOException e) {
            throw new UnreadImageException(e);
        }
    }

    @Override
    public PlaneBands bands(Region part) {
        return new StoredBands(part);
    }

    /** The rows of a band that begins at a row. */
    Region band(Region part, int y) {
        int block = source.blockSize(0).height();
        int low = Math.max(1, LOW_BAND / part.width());
        int end = y + low;
        if (block > low) {
            // NB: one row of blocks, so that none is decoded twice.
            end = Math.min((y / block + 1) * block, y + Math.max(low, BAND / part.width()));
        } else if (end / block * block > y) {
            end = end / block * block;
        }
        return new Region(part.x(), y, part.width(), Math.min(part.yEnd(), end) - y);
    }

    private final class StoredBands implements PlaneBands {

        private final Region part;
        private Optional<PixelBlock> memory = Optional.empty();
        private Optional<PlaneBand> last = Optional.empty();

        StoredBands(Region part) {
            this.part = part;
        }

        @Override
        public PlaneBand holding(int y) {
            if (last.isEmpty() || !last.get().hasRow(y)) {
                Region rows = band(part, y);
                PixelBlock block = read(rows, memory);
                memory = Optional.of(block);
                last = Optional.of(new PlaneBand(channels.apply(block), rows));
            }
            return last.get();
        }
    }
}
