package sc.fiji.fastsam.segment;

import ij.plugin.filter.EDM;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.prompt.BoxPrompt;
import sc.fiji.fastsam.prompt.PointPrompt;
import sc.fiji.fastsam.prompt.Prompt;
import sc.fiji.fastsam.prompt.Role;

/** Prompts that mean the objects of a label image, one for each. */
final class TruePrompts {

    private final List<Mask> objects;

    private TruePrompts(List<Mask> objects) {
        this.objects = objects;
    }

    /** All objects of a label image, by id. */
    static TruePrompts of(ImageProcessor labels) {
        TreeMap<Integer, MaskBuilder> builders = new TreeMap<>();
        Region plane = new Region(0, 0, labels.getWidth(), labels.getHeight());
        for (int y = 0; y < labels.getHeight(); y++) {
            for (int x = 0; x < labels.getWidth(); x++) {
                int id = labels.get(x, y);
                if (id > 0) {
                    builders.computeIfAbsent(id, i -> new MaskBuilder(plane)).add(x, y);
                }
            }
        }
        return new TruePrompts(builders.values().stream().map(MaskBuilder::toMask).toList());
    }

    /** The masks of the objects. */
    List<Mask> objects() {
        return objects;
    }

    /** The pixel of each object that is farthest from its edge. */
    List<Prompt> points() {
        List<Prompt> points = new ArrayList<>();
        for (Mask mask : objects) {
            int[] p = center(mask);
            points.add(
                    new PointPrompt("o" + points.size(), p[0] + 0.5, p[1] + 0.5, Role.FOREGROUND));
        }
        return points;
    }

    private static int[] center(Mask mask) {
        Region b = mask.bounds();
        ByteProcessor raster = new ByteProcessor(b.width() + 2, b.height() + 2);
        mask.forEachRun(
                (y, x0, x1) -> {
                    for (int x = x0; x < x1; x++) {
                        raster.set(x - b.x() + 1, y - b.y() + 1, 255);
                    }
                });
        FloatProcessor distance = new EDM().makeFloatEDM(raster, 0, true);
        int best = 0;
        for (int i = 0; i < distance.getPixelCount(); i++) {
            best = distance.getf(i) > distance.getf(best) ? i : best;
        }
        int width = distance.getWidth();
        return new int[] {best % width - 1 + b.x(), best / width - 1 + b.y()};
    }

    /**
     * The bounds of each object, each edge moved outwards.
     *
     * @param by share of the side
     */
    List<Prompt> looseBoxes(double by) {
        List<Prompt> boxes = new ArrayList<>();
        for (Mask mask : objects) {
            Region b = mask.bounds();
            boxes.add(
                    BoxPrompt.of(
                            "o" + boxes.size(),
                            b.x() - by * b.width(),
                            b.y() - by * b.height(),
                            (1 + 2 * by) * b.width(),
                            (1 + 2 * by) * b.height()));
        }
        return boxes;
    }

    /**
     * The bounds of each object, each edge moved by up to a share of the side.
     *
     * @param jitter 0 = tight
     */
    List<Prompt> boxes(double jitter) {
        Random random = new Random(1);
        List<Prompt> boxes = new ArrayList<>();
        for (Mask mask : objects) {
            Region b = mask.bounds();
            double left = b.x() + (2 * random.nextDouble() - 1) * jitter * b.width();
            double top = b.y() + (2 * random.nextDouble() - 1) * jitter * b.height();
            double right = b.xEnd() + (2 * random.nextDouble() - 1) * jitter * b.width();
            double bottom = b.yEnd() + (2 * random.nextDouble() - 1) * jitter * b.height();
            boxes.add(BoxPrompt.of("o" + boxes.size(), left, top, right - left, bottom - top));
        }
        return boxes;
    }
}
