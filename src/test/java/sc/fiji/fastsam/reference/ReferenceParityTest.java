package sc.fiji.fastsam.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import sc.fiji.fastsam.detection.Detections;
import sc.fiji.fastsam.detection.Heads;
import sc.fiji.fastsam.detection.Proposals;
import sc.fiji.fastsam.detection.Suppression;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.InputPlacement;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskAssembler;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.reference.ReferenceCase.Run;
import sc.fiji.fastsam.settings.DetectionSettings;

class ReferenceParityTest {

    /** The reference snaps boxes this close to the border to the border, in source pixels. */
    private static final float SNAPPED = 20;

    /** Both compute in 32-bit floats; the file holds four decimals. */
    private static final float BOX_TOLERANCE = 0.01f;

    private static final float SCORE_TOLERANCE = 1e-6f;

    /**
     * The reference cuts the padding off the prototypes at a whole prototype pixel before it
     * resizes them, which moves masks by up to half a prototype pixel where the padding is not a
     * multiple of 4; ours samples the prototypes where they are. So boundary pixels differ there.
     */
    private static final double PADDED_MASK_IOU = 0.985;

    /** Where the content fills the network's input, or the padding is even, both agree. */
    private static final Set<String> EQUAL_MASKS = Set.of("dense", "nuclei-512", "coins-384x303");

    @ParameterizedTest
    @FieldSource("sc.fiji.fastsam.reference.ReferenceCase#NAMES")
    void objectsAreTheReferencesInItsOrder(String name) {
        ReferenceCase stored = ReferenceCase.read(name);
        for (Run run : stored.runs()) {
            List<SegmentedObject> ours = objects(stored, run);
            assertEquals(run.objects().size(), ours.size(), name);
            for (int i = 0; i < ours.size(); i++) {
                String object = name + ", object " + i + " at confidence " + run.confidence();
                assertSameScoreAndBox(run.objects().get(i), ours.get(i), stored, object);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("sc.fiji.fastsam.reference.ReferenceCase#NAMES")
    void masksAreTheReferences(String name) {
        ReferenceCase stored = ReferenceCase.read(name);
        double least = EQUAL_MASKS.contains(name) ? 1 : PADDED_MASK_IOU;
        Size image = stored.letterbox().source();
        for (Run run : stored.runs()) {
            List<SegmentedObject> ours = objects(stored, run);
            for (int i = 0; i < ours.size(); i++) {
                // NB: the reference leaves out pixels that the box covers in part, and believes the
                // outermost pixels of the image (MaskAssembler).
                Region inner = new Region(1, 1, image.width() - 2, image.height() - 2);
                Region pixels = Region.ofPixelsIn(ours.get(i).boxInSource()).intersection(inner);
                Mask reference = run.objects().get(i).mask().crop(inner);
                double iou = ours.get(i).mask().crop(pixels).iou(reference);
                assertTrue(iou >= least, name + ", object " + i + ": mask IoU " + iou);
            }
        }
    }

    @Test
    void theDenseCaseKeeps1010Of6000Candidates() {
        ReferenceCase stored = ReferenceCase.read("dense");
        Proposals decoded = Heads.of(stored.declared()).decode(stored.outputs(), 0.4f);
        assertEquals(6000, decoded.candidates().size());
        assertEquals(1010, Suppression.suppress(decoded.candidates(), 0.9).size());
    }

    private static void assertSameScoreAndBox(
            SegmentedObject expected, SegmentedObject ours, ReferenceCase stored, String object) {
        assertEquals(expected.score(), ours.score(), SCORE_TOLERANCE, object);
        Size image = stored.letterbox().source();
        Box theirs = expected.boxInSource();
        Box box = ours.boxInSource();
        if (theirs.iou(Region.of(image).toBox()) > 0.9) {
            return; // NB: the reference replaces such boxes by the whole image.
        }
        assertSameEdge(theirs.x0(), box.x0(), 0, object);
        assertSameEdge(theirs.y0(), box.y0(), 0, object);
        assertSameEdge(theirs.x1(), box.x1(), image.width(), object);
        assertSameEdge(theirs.y1(), box.y1(), image.height(), object);
    }

    private static void assertSameEdge(float theirs, float ours, float border, String object) {
        boolean snapped = theirs == border && Math.abs(ours - border) <= SNAPPED;
        assertTrue(
                snapped || Math.abs(theirs - ours) <= BOX_TOLERANCE,
                object + ": edge at " + theirs + " in the reference, at " + ours + " in ours");
    }

    private static List<SegmentedObject> objects(ReferenceCase stored, Run run) {
        Proposals decoded =
                Heads.of(stored.declared()).decode(stored.outputs(), (float) run.confidence());
        Detections kept =
                Suppression.suppress(
                        decoded, new DetectionSettings(run.confidence(), run.iou(), 0));
        return new MaskAssembler(decoded.prototypes(), InputPlacement.ofWhole(stored.letterbox()))
                .assemble(kept.detections()).stream()
                        .map(ReferenceParityTest::cut)
                        .filter(object -> !object.mask().isEmpty())
                        .toList();
    }

    /** NB: the reference leaves out a first row and column that a box covers in part. */
    private static SegmentedObject cut(SegmentedObject object) {
        Region pixels = Region.ofPixelsIn(object.boxInSource());
        return new SegmentedObject(
                object.mask().crop(pixels), object.boxInSource(), object.score());
    }
}
