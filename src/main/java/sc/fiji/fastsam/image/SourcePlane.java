package sc.fiji.fastsam.image;

import java.io.IOException;
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

    /** Pixels of a band. */
    private static final int BAND = 1 << 22;

    /** Pixels of a band where stored blocks are low: what is made of it stays in a cache. */
    private static final int LOW_BAND = 1 << 20;

    private final PlaneSource source;
    private final PlaneIndex plane;
    private final boolean gray;
    private final Function<PixelBlock, RgbImage> colors;

    /**
     * @param source stays open for as long as this is used
     * @param gray whether the three channels are the same
     * @param colors brings stored pixels to 0..1, each by its value alone
     */
    public SourcePlane(
            PlaneSource source,
            PlaneIndex plane,
            boolean gray,
            Function<PixelBlock, RgbImage> colors) {
        this.source = source;
        this.plane = plane;
        this.gray = gray;
        this.colors = colors;
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
        for (int y = 0; y < size().height(); ) {
            PlaneBand band = band(new Region(0, y, size().width(), size().height() - y));
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
        try {
            return colors.apply(source.region(plane, 0, region));
        } catch (IOException e) {
            throw new UnreadImageException(e);
        }
    }

    /** NB: ends where a stored block ends, if that is not far, so that none is decoded twice. */
    @Override
    public PlaneBand band(Region part) {
        int block = source.blockSize(0).height();
        int low = LOW_BAND / part.width();
        int most = block <= low ? low : Math.max(1, BAND / part.width());
        int end = (int) Math.min(part.yEnd(), (long) part.y() + most);
        int blockEnd = end / block * block;
        if (end < part.yEnd() && blockEnd > part.y()) {
            end = blockEnd;
        }
        Region rows = new Region(part.x(), part.y(), part.width(), end - part.y());
        return new PlaneBand(crop(rows), rows);
    }
}
