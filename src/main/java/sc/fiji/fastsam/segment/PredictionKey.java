package sc.fiji.fastsam.segment;

import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.settings.ScaleSettings;

/**
 * Everything that reaches a network: equal keys have equal raw results.
 *
 * @param pixels of the planes, after contrast
 * @param network which one, on which device it was asked for
 * @param scale decides the size at the network
 */
record PredictionKey(PixelHash pixels, NetworkId network, ScaleSettings scale) {

    static PredictionKey of(RgbPlane image, NetworkId network, ScaleSettings scale) {
        return new PredictionKey(PixelHash.of(image), network, scale);
    }
}
