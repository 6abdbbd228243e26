package sc.fiji.fastsam.testing;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;

/** The real images of the test resources, whose README says where they come from. */
public final class TestImages {

    /** Folder of the images. */
    public static final Path IMAGES = Path.of("src/test/resources/images");

    /** Folder of the label images that are their truth. */
    public static final Path TRUTH = Path.of("src/test/resources/truth");

    private TestImages() {}

    /** 125 fluorescent nuclei, 512 x 512, 16-bit. */
    public static ImagePlus nuclei() {
        return IJ.openImage(IMAGES.resolve("nuclei.tif").toString());
    }

    /** 24 coins, 384 x 303, 8-bit. */
    public static ImagePlus coins() {
        return IJ.openImage(IMAGES.resolve("coins.png").toString());
    }

    /** Stained tissue, 512 x 512, RGB. */
    public static ImagePlus tissue() {
        return IJ.openImage(IMAGES.resolve("ihc.png").toString());
    }

    /** One cell, 550 x 660, 8-bit. */
    public static ImagePlus cell() {
        return IJ.openImage(IMAGES.resolve("cell.png").toString());
    }

    /** The true objects of an image, by the stem of its file. */
    public static Segmentation truth(String stem) {
        ImageProcessor ip = IJ.openImage(TRUTH.resolve(stem + ".png").toString()).getProcessor();
        Region all = new Region(0, 0, ip.getWidth(), ip.getHeight());
        Map<Integer, MaskBuilder> masks = new TreeMap<>();
        for (int y = 0; y < ip.getHeight(); y++) {
            for (int x = 0; x < ip.getWidth(); x++) {
                if (ip.get(x, y) > 0) {
                    masks.computeIfAbsent(ip.get(x, y), id -> new MaskBuilder(all)).add(x, y);
                }
            }
        }
        List<SegmentedObject> objects = new ArrayList<>();
        masks.values().forEach(mask -> objects.add(Drawn.object(0.9, mask.toMask())));
        return Drawn.segmentation(ip.getWidth(), ip.getHeight()).withObjects(objects);
    }
}
