package sc.fiji.fastsam.image;

import java.util.List;
import java.util.stream.Stream;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

/** Planes at a smaller size, as for pictures. */
public final class SmallPlane {

    private SmallPlane() {}

    /**
     * A plane of single pixels, spread evenly: reads few rows of those that are stored by rows.
     *
     * @param size at most the plane's
     */
    public static RgbImage sampled(RgbPlane plane, Size size) {
        if (size.equals(plane.size())) {
            return of(plane, size);
        }
        boolean gray = plane.isGray();
        float[] red = new float[Math.toIntExact(size.area())];
        float[] green = gray ? red : new float[red.length];
        float[] blue = gray ? red : new float[red.length];
        for (int y = 0; y < size.height(); y++) {
            int row = middle(y, size.height(), plane.size().height());
            RgbImage pixels = plane.crop(new Region(0, row, plane.size().width(), 1));
            for (int x = 0; x < size.width(); x++) {
                int to = y * size.width() + x;
                int from = middle(x, size.width(), plane.size().width());
                red[to] = pixels.red()[from];
                green[to] = pixels.green()[from];
                blue[to] = pixels.blue()[from];
            }
        }
        return new RgbImage(size, red, green, blue);
    }

    private static int middle(int index, int count, int length) {
        return (int) ((index + 0.5) * length / count);
    }

    /**
     * A plane resized, reading it once; every pixel counts. The plane itself where it is in memory
     * and of that size.
     *
     * @param size at most the plane's
     */
    public static RgbImage of(RgbPlane plane, Size size) {
        if (size.equals(plane.size())) {
            return plane instanceof RgbImage image ? image : plane.crop(Region.of(size));
        }
        Region all = Region.of(plane.size());
        PlaneResizer resizer = new PlaneResizer(all, size, true);
        List<float[]> channels =
                Stream.generate(() -> new float[Math.toIntExact(size.area())])
                        .limit(plane.isGray() ? 1 : 3)
                        .toList();
        List<PlaneResizer.Target> targets =
                channels.stream().map(values -> new PlaneResizer.Target(values, 0)).toList();
        resizer.resize(plane, targets, size.width());
        return plane.isGray()
                ? RgbImage.gray(size, channels.get(0))
                : new RgbImage(size, channels.get(0), channels.get(1), channels.get(2));
    }
}
