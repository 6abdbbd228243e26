package sc.fiji.fastsam.io.tiff;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.io.PixelExtents;

/** An image as OME-XML declares it. Filled while the text is read. */
final class OmeImage {

    /**
     * Which pages are which planes.
     *
     * @param ifd first page, counted from 0; -1 where the text does not say
     * @param count number of planes; -1 where the text does not say
     * @param channel of the first plane, counted from 0, likewise the others
     */
    record Data(int ifd, int count, int channel, int slice, int frame) {}

    /** A file's name and identity, both perhaps "". */
    record Reference(String fileName, String uuid) {

        static final Reference NONE = new Reference("", "");
    }

    String name = "";
    int width;
    int height;
    int slices;
    int channels;
    int frames;
    String order = "XYCZT";
    PixelExtents extents = PixelExtents.NONE;
    double frameSeconds;
    final List<String> channelNames = new ArrayList<>();
    final List<Data> data = new ArrayList<>();
    final List<Reference> references = new ArrayList<>();

    /** "name (1000 x 800)". */
    @Override
    public String toString() {
        return (name.isEmpty() ? "" : name + " ") + "(" + width + " x " + height + ")";
    }
}
