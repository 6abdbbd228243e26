package sc.fiji.fastsam.mask;

import sc.fiji.fastsam.detection.Detection;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * Masks inside their boxes computed from their definition, one pixel after the other, in doubles:
 * the outermost pixels are taken for their inner neighbors, and a box reaches them that ends less
 * than 1.1 pixels from the edge.
 */
final class NaiveMasks {

    private NaiveMasks() {}

    static Mask mask(Detection detection, Tensor prototypes, InputPlacement placement) {
        Letterbox l = placement.letterbox();
        Region part = placement.part();
        Region inside = pixels(detection, placement);
        MaskBuilder builder = new MaskBuilder(part);
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                int column = Math.max(1, Math.min(part.width() - 2, x));
                int row = Math.max(1, Math.min(part.height() - 2, y));
                double px = ((column + 0.5) * l.gainX() + l.padLeft()) / 4 - 0.5;
                double py = ((row + 0.5) * l.gainY() + l.padTop()) / 4 - 0.5;
                if (inside.contains(x + part.x(), y + part.y())
                        && logit(detection.coefficients(), prototypes, px, py) > 0) {
                    builder.add(x + part.x(), y + part.y());
                }
            }
        }
        return builder.toMask();
    }

    /** The pixels of a box, in source coordinates. */
    static Region pixels(Detection detection, InputPlacement placement) {
        Letterbox l = placement.letterbox();
        Region part = placement.part();
        Box box = l.toSource(detection.boxInNetwork()).clampTo(l.source());
        int x0 = box.x0() < 1.1f ? 0 : (int) Math.floor(box.x0());
        int y0 = box.y0() < 1.1f ? 0 : (int) Math.floor(box.y0());
        int x1 = box.x1() > part.width() - 1.1f ? part.width() : (int) Math.ceil(box.x1());
        int y1 = box.y1() > part.height() - 1.1f ? part.height() : (int) Math.ceil(box.y1());
        return new Region(part.x() + x0, part.y() + y0, x1 - x0, y1 - y0);
    }

    private static double logit(float[] coefficients, Tensor prototypes, double px, double py) {
        double sum = 0;
        for (int k = 0; k < coefficients.length; k++) {
            sum += coefficients[k] * bilinear(prototypes, k, px, py);
        }
        return sum;
    }

    private static double bilinear(Tensor prototypes, int k, double px, double py) {
        int x = (int) Math.floor(px);
        int y = (int) Math.floor(py);
        double fx = px - x;
        double fy = py - y;
        return (1 - fy) * ((1 - fx) * at(prototypes, k, x, y) + fx * at(prototypes, k, x + 1, y))
                + fy
                        * ((1 - fx) * at(prototypes, k, x, y + 1)
                                + fx * at(prototypes, k, x + 1, y + 1));
    }

    private static float at(Tensor prototypes, int k, int x, int y) {
        int height = prototypes.length(1);
        int width = prototypes.length(2);
        int column = Math.max(0, Math.min(width - 1, x));
        int row = Math.max(0, Math.min(height - 1, y));
        return prototypes.values()[(k * height + row) * width + column];
    }
}
