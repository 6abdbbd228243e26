package sc.fiji.fastsam.picker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.segment.Progress;
import sc.fiji.fastsam.settings.Settings;

/** Coins by the bundled network; places of coins are those of the picture. */
class PickSearchTest {

    private static final Pick NOTHING = Pick.on(PlanePosition.FIRST);

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
        SegmentedObject coin = find(coins, NOTHING.at(45, 55)).orElseThrow();
        assertTrue(coin.mask().contains(45, 55));
        assertEquals(1370, coin.mask().area(), 200);
    }

    @Test
    void twoPointsOnOneCoinMeanThatCoin() {
        SegmentedObject one = find(coins, NOTHING.at(45, 55)).orElseThrow();
        assertEquals(one.mask(), find(coins, NOTHING.at(45, 55).at(40, 50)).orElseThrow().mask());
    }

    @Test
    void pointsOnTwoCoinsMeanBothAsOne() {
        SegmentedObject one = find(coins, NOTHING.at(45, 55)).orElseThrow();
        SegmentedObject other = find(coins, NOTHING.at(336, 44)).orElseThrow();
        SegmentedObject both = find(coins, NOTHING.at(45, 55).at(336, 44)).orElseThrow();
        assertEquals(one.mask().union(other.mask()), both.mask());
        assertEquals(Math.min(one.score(), other.score()), both.score());
    }

    @Test
    void aBoxMeansTheCoinInIt() {
        Pick pick = NOTHING.in(new Rectangle2D.Double(190, 165, 50, 54));
        assertTrue(find(coins, pick).orElseThrow().mask().contains(216, 193));
    }

    @Test
    void aCoinThatIsNotMeantIsNotFound() {
        Optional<SegmentedObject> found = find(coins, NOTHING.at(45, 55).notAt(40, 50));
        assertFalse(found.isPresent() && found.get().mask().contains(40, 50));
    }

    /** NB: the user may have moved on to another slice before the question's turn came. */
    @Test
    void thePlaneIsTheOneThatWasClicked() {
        ImageStack stack = new ImageStack(coins.getWidth(), coins.getHeight());
        stack.addSlice(coins.getProcessor().createProcessor(coins.getWidth(), coins.getHeight()));
        stack.addSlice(coins.getProcessor());
        ImagePlus slices = new ImagePlus("slices", stack);
        slices.setSlice(1);
        Pick there = Pick.on(new PlanePosition(1, 2, 1)).at(45, 55);
        assertTrue(find(slices, there).isPresent());
        assertTrue(find(slices, NOTHING.at(45, 55)).isEmpty());
    }

    @Test
    void theChannelIsTheOneThatWasClicked() {
        ImageStack stack = new ImageStack(coins.getWidth(), coins.getHeight());
        stack.addSlice(coins.getProcessor());
        stack.addSlice(coins.getProcessor().createProcessor(coins.getWidth(), coins.getHeight()));
        ImagePlus channels = new ImagePlus("channels", stack);
        channels.setDimensions(2, 1, 1);
        channels.setPosition(2, 1, 1);
        assertTrue(find(channels, NOTHING.at(45, 55)).isPresent());
    }
}
