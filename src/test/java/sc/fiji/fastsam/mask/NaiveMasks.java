package sc.fiji.fastsam.mask;

import sc.fiji.fastsam.detection.Detection;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.tensor.Tensor;

/** Masks computed from their definition, one pixel after the other, in doubles. */
final class NaiveMasks {

    private NaiveMasks() {}

    static Mask mask(Detection detection, Tensor prototypes, InputPlacement placement) {
        Letterbox l = placement.letterbox();
        Box box = l.toSource(detection.boxInNetwork()).clampTo(l.source());
        Region part = placement.part();
        MaskBuilder builder = new MaskBuilder(part);
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                boolean inside =
                        x + 1 > box.x0() && x < box.x1() && y + 1 > box.y0() && y < box.y1();
                double px = ((x + 0.5) * l.gainX() + l.padLeft()) / 4 - 0.5;
                double py = ((y + 0.5) * l.gainY() + l.padTop()) / 4 - 0.5;
                if (inside && logit(detection.coefficients(), prototypes, px, py) > 0) {
                    builder.add(x + part.x(), y + part.y());
                }
            }
        }
        return builder.toMask();
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
