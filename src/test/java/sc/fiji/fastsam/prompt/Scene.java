package sc.fiji.fastsam.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.testing.Drawn;

/** Made segmentations. */
final class Scene {

    private final Size size;
    private final List<SegmentedObject> objects = new ArrayList<>();

    Scene(int width, int height) {
        this.size = new Size(width, height);
    }

    Scene rectangle(int x, int y, int width, int height, double score) {
        return object(Mask.ofRegion(new Region(x, y, width, height)), score);
    }

    /** The pixels whose centers lie within a radius. */
    Scene disc(double xCenter, double yCenter, double radius, double score) {
        MaskBuilder builder = new MaskBuilder(Region.of(size));
        for (int y = 0; y < size.height(); y++) {
            double height = y + 0.5 - yCenter;
            double half = Math.sqrt(Math.max(0, radius * radius - height * height));
            int x0 = (int) Math.ceil(xCenter - half - 0.5);
            int x1 = (int) Math.ceil(xCenter + half - 0.5);
            builder.addRun(y, x0, x1);
        }
        Mask mask = builder.toMask();
        return mask.isEmpty() ? this : object(mask, score);
    }

    Scene object(Mask mask, double score) {
        objects.add(new SegmentedObject(mask, mask.bounds().toBox(), (float) score));
        return this;
    }

    /** The objects, best score first. */
    Segmentation segmentation() {
        List<SegmentedObject> sorted = new ArrayList<>(objects);
        sorted.sort(Comparator.comparing(SegmentedObject::score).reversed());
        RunSummary summary = Drawn.summary(sorted.size());
        return new Segmentation(size, sorted, summary);
    }
}
