package sc.fiji.fastsam.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * Makes a network's input of a plane: resized, padded with 114/255, values 0..1. Of colors it is
 * [1, 3, y, x], RGB; of a gray plane [1, 1, y, x], which stands for three equal channels.
 */
public final class NetworkInput {

    private static final float PADDING = 114 / 255f;

    private NetworkInput() {}

    /**
     * @param planes the whole plane
     * @param part of the plane to use, inside it; its size is the letterbox's source
     * @param letterbox from the part to the network's input
     * @return [1, 3, network height, network width]; of a gray plane [1, 1, height, width]
     * @throws IllegalArgumentException if the part is not inside the plane or not of the
     *     letterbox's size
     */
    public static Tensor of(RgbPlane planes, Region part, Letterbox letterbox) {
        checkPart(planes, part, letterbox);
        int width = letterbox.network().width();
        int height = letterbox.network().height();
        int channels = planes.isGray() ? 1 : 3;
        float[] values = new float[Math.multiplyExact(channels, Math.multiplyExact(width, height))];
        if (!letterbox.content().equals(letterbox.network())) {
            Arrays.fill(values, PADDING);
        }
        fillChannels(planes, part, letterbox, values);
        return Tensor.of(values, 1, channels, height, width);
    }

    private static void fillChannels(
            RgbPlane planes, Region part, Letterbox letterbox, float[] values) {
        PlaneResizer resizer = new PlaneResizer(part, letterbox.content(), true);
        int width = letterbox.network().width();
        int plane = width * letterbox.network().height();
        int offset = letterbox.padTop() * width + letterbox.padLeft();
        // NB: no streams, whose classes take milliseconds of a start.
        List<PlaneResizer.Target> targets = new ArrayList<>();
        for (int channel = 0; channel < (planes.isGray() ? 1 : 3); channel++) {
            targets.add(new PlaneResizer.Target(values, channel * plane + offset));
        }
        resizer.resize(planes, targets, width);
    }

    private static void checkPart(RgbPlane planes, Region part, Letterbox letterbox) {
        Region whole = Region.of(planes.size());
        if (!whole.intersection(part).equals(part) || !part.size().equals(letterbox.source())) {
            throw new IllegalArgumentException(
                    "The part must lie inside the plane ("
                            + planes.size()
                            + ") and be as large as the letterbox's source ("
                            + letterbox.source()
                            + "), but was "
                            + part
                            + ".");
        }
    }
}
