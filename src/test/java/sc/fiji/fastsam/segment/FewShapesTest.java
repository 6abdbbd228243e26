package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.imagej.SampleImage;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.onnx.OnnxNetwork;
import sc.fiji.fastsam.onnx.OnnxNetwork.Shapes;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.settings.SegmentationSettings;

/** What accelerators get, on the CPU. */
class FewShapesTest {

    @Test
    void aPlaneThatFillsASquareHasTheSameObjects() throws IOException {
        assertEquals(masks(segment(Shapes.ANY, 640)), masks(segment(Shapes.FEW, 640)));
    }

    /** NB: the network sees padding where it saw the end of its input. */
    @Test
    void aPlaneThatIsPaddedToASquareHasNearlyTheSame() throws IOException {
        List<Mask> exact = masks(segment(Shapes.ANY, 512));
        List<Mask> padded = masks(segment(Shapes.FEW, 512));
        assertEquals(exact.size(), padded.size(), exact.size() * 0.03);
        double[] best =
                exact.stream()
                        .mapToDouble(mask -> padded.stream().mapToDouble(mask::iou).max().orElse(0))
                        .toArray();
        long found = Arrays.stream(best).filter(iou -> iou > 0.5).count();
        double mean = Arrays.stream(best).filter(iou -> iou > 0.5).average().orElse(0);
        assertTrue(found >= 0.97 * exact.size(), found + " of " + exact.size());
        assertTrue(mean > 0.95, "mean " + mean);
    }

    private static List<Mask> masks(Segmentation segmentation) {
        return segmentation.objects().stream().map(SegmentedObject::mask).toList();
    }

    private static Segmentation segment(Shapes shapes, int imageSize) throws IOException {
        ImagePlus image = SampleImage.open("nuclei.tif");
        // NB: at a stated confidence; the automatic one moves with the scores, which padding
        // changes.
        SegmentationSettings settings =
                SegmentationSettings.defaults().withImageSize(imageSize).withConfidence(0.3);
        NetworkId id = NetworkId.of(ModelFile.bundled(), DeviceRequest.of(Device.CPU));
        try (NetworkSegmenter segmenter =
                NetworkSegmenter.of(id, OnnxNetwork.open(id.model(), id.device(), shapes))) {
            return segmenter.segment(
                    Planes.of(
                            image, PlanePosition.of(image), ChannelSource.ACTIVE, settings.input()),
                    settings,
                    Progress.NONE);
        }
    }
}
