package sc.fiji.fastsam.io;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

/**
 * An open image of which any part can be read. Holds its files open and little else: memory goes
 * with the regions that are asked for. Reading is thread-safe; closing while a read runs is not.
 */
public interface PlaneSource extends Closeable {

    /** The note of a reading in which values lost digits. */
    String ROUNDED =
            "Some values have more digits than 32-bit floating point holds; they were rounded.";

    /** What the image consists of; the same value during the source's whole life. */
    ImageLayout layout();

    /**
     * Pixels of one plane; decodes the stored blocks that the region touches and no others.
     *
     * @param plane channel, slice and frame, each below its count in {@link #layout}
     * @param level 0 for the full size, below {@code layout().levels().size()}
     * @param region in pixels of that level, wholly inside it, not empty
     * @return a new block of {@code layout().type()}, owned by the caller
     * @throws IllegalArgumentException if the plane, level or region is not there
     * @throws IOException if the file cannot be read or is damaged there: never other pixels, never
     *     zeros instead; the message follows the file's name, names the plane or page, and says the
     *     way out
     */
    PixelBlock region(PlaneIndex plane, int level, Region region) throws IOException;

    /**
     * The same pixels, where it saves time in the memory of a block that is not needed any more.
     *
     * @param spare of any size; not to be used afterwards
     * @throws IllegalArgumentException as above
     * @throws IOException as above
     */
    default PixelBlock region(
            PlaneIndex plane, int level, Region region, Optional<PixelBlock> spare)
            throws IOException {
        return region(plane, level, region);
    }

    /**
     * Width and height of the blocks in which a level is stored, at most those of the level.
     * Regions on that grid decode nothing twice.
     *
     * @throws IllegalArgumentException if there is no such level
     */
    default Size blockSize(int level) {
        return layout().size(level);
    }

    /**
     * What the user should know about this reading, as whole sentences: precision that is lost,
     * parts that were filled. May grow while regions are read; never null.
     */
    default List<String> notes() {
        return List.of();
    }
}
