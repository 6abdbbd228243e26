package sc.fiji.fastsam.picker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.model.ModelFile;
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
