package sc.fiji.fastsam.io.raster;

import java.io.IOException;
import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/**
 * Unsigned values of one plane size, none of which may be above a largest one. Each region is
 * looked through when it is read.
 */
final class LimitedSource implements PlaneSource {

    private final PlaneSource values;
    private final int most;

    /**
     * @param values of 8 or 16 bits; closed with this
     */
    LimitedSource(PlaneSource values, int most) {
        this.values = values;
        this.most = most;
    }

    @Override
    public ImageLayout layout() {
        return values.layout();
    }

    @Override
    public Size blockSize(int level) {
        return values.blockSize(level);
    }

    @Override
    public PixelBlock region(PlaneIndex plane, int level, Region region) throws IOException {
        PixelBlock block = values.region(plane, level, region);
        boolean shallow = block.type() == PixelType.UINT8;
        int width = layout().size().width();
        for (int i = 0; i < region.area(); i++) {
            int value = shallow ? block.bytes()[i] & 0xff : block.shorts()[i] & 0xffff;
            if (value > most) {
                int y = region.y() + i / region.width();
                long pixel = (long) y * width + region.x() + i % region.width();
                throw tooLarge(value, pixel, most);
            }
        }
        return block;
    }

    /**
     * What is wrong with a value.
     *
     * @param pixel its index in the plane, row by row
     */
    static IOException tooLarge(int value, long pixel, int most) {
        return Refusal.damaged(
                "its pixel "
                        + (pixel + 1)
                        + " has the value "
                        + value
                        + ", but its largest value is "
                        + most);
    }

    @Override
    public List<String> notes() {
        return values.notes();
    }

    @Override
    public void close() throws IOException {
        values.close();
    }
}
