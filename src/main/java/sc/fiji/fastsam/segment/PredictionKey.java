package sc.fiji.fastsam.segment;

import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.settings.ScaleSettings;
import sc.fiji.fastsam.settings.SegmentationSettings;
import sc.fiji.fastsam.settings.Stain;

/**
 * Everything that reaches a network: equal keys have equal raw results.
 *
 * @param pixels of the planes, after contrast
 * @param network which one, on which device it was asked for
 * @param scale decides the size at the network
 * @param stain decides how that is chosen
 */
record PredictionKey(PixelHash pixels, NetworkId network, ScaleSettings scale, Stain stain) {

    static PredictionKey of(RgbPlane image, NetworkId network, SegmentationSettings settings) {
        return new PredictionKey(
                PixelHash.of(image), network, settings.scale(), settings.input().stain());
    }
}
