package sc.fiji.fastsam.picker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.settings.SegmentationKeys;
import sc.fiji.fastsam.settings.Settings;

/** Coins by the bundled network; places of coins are those of the picture. */
class PickSearchTest {

    private static final Pick COIN = Pick.at(PlanePosition.FIRST, 45, 55);

    private static ImagePlus coins;

    @BeforeAll
    static void open() {
        Assumptions.assumeTrue(ModelFile.isBundledPresent(), "no bundled network");
        coins = IJ.openImage("src/test/resources/images/coins.png");
    }

    private static Optional<SegmentedObject> find(ImagePlus image, Pick pick) {
        return PickSearch.find(image, pick, Settings.DEFAULT, Progress.NONE).object();
    }

    @Test
    void aPointMeansTheCoinThatItIsOn() {
        SegmentedObject coin = find(coins, COIN).orElseThrow();
        assertTrue(coin.mask().contains(45, 55));
        assertEquals(1370, coin.mask().area(), 200);
    }

    @Test
    void aBoxMeansTheCoinInIt() {
        Pick pick = Pick.in(PlanePosition.FIRST, new Rectangle2D.Double(190, 165, 50, 54));
        assertTrue(find(coins, pick).orElseThrow().mask().contains(216, 193));
    }

    /** NB: the user may have moved on to another slice before the question's turn came. */
    @Test
    void thePlaneIsTheOneThatWasClicked() {
        ImageStack stack = new ImageStack(coins.getWidth(), coins.getHeight());
        stack.addSlice(coins.getProcessor().createProcessor(coins.getWidth(), coins.getHeight()));
        stack.addSlice(coins.getProcessor());
        ImagePlus slices = new ImagePlus("slices", stack);
        slices.setSlice(1);
        Pick there = Pick.at(new PlanePosition(1, 2, 1), 45, 55);
        assertTrue(find(slices, there).isPresent());
        assertTrue(find(slices, COIN).isEmpty());
    }

    /** NB: coins as blue as nuclei, on white. */
    @Test
    void aStainIsLookedForInAllColors() {
        ImageStack colors = new ImageStack(coins.getWidth(), coins.getHeight());
        for (double taken : new double[] {0.65, 0.7, 0.29}) {
            ImageProcessor color = coins.getProcessor().duplicate();
            color.multiply(taken);
            color.invert();
            colors.addSlice(color);
        }
        ImagePlus channels = new ImagePlus("section", colors);
        channels.setDimensions(3, 1, 1);
        ImagePlus composite = new CompositeImage(channels, IJ.COMPOSITE);
        composite.setPosition(2, 1, 1);
        ColorProcessor merged = new ColorProcessor(coins.getWidth(), coins.getHeight());
        for (int i = 1; i <= 3; i++) {
            merged.setChannel(i, (ByteProcessor) colors.getProcessor(i));
        }
        ImagePlus rgb = new ImagePlus("section", merged);
        Settings blue = Settings.DEFAULT.withText(SegmentationKeys.STAIN, "hematoxylin");
        Pick coin = Pick.at(new PlanePosition(2, 1, 1), 45, 55);
        for (ImagePlus section : List.of(composite, rgb)) {
            SegmentedObject found =
                    PickSearch.find(section, coin, blue, Progress.NONE).object().orElseThrow();
            assertEquals(1370, found.mask().area(), 200);
        }
    }

    @Test
    void theChannelIsTheOneThatWasClicked() {
        ImageStack stack = new ImageStack(coins.getWidth(), coins.getHeight());
        stack.addSlice(coins.getProcessor());
        stack.addSlice(coins.getProcessor().createProcessor(coins.getWidth(), coins.getHeight()));
        ImagePlus channels = new ImagePlus("channels", stack);
        channels.setDimensions(2, 1, 1);
        channels.setPosition(2, 1, 1);
        assertTrue(find(channels, COIN).isPresent());
    }
}
