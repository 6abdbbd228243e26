package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.onnx.OnnxNetwork;
import sc.fiji.fastsam.onnx.TinyModels;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.SegmentationSettings;

class SegmenterTest {

    private static final Size SIZE = new Size(TinyModels.WIDTH, TinyModels.HEIGHT);
    private static final Region FIRST = new Region(12, 8, 28, 16);
    private static final Region SECOND = new Region(60, 40, 32, 12);
    private static final Region THIRD = new Region(4, 36, 12, 24);

    /** The image as it is, at its own size. */
    private static final SegmentationSettings AS_IS =
            SegmentationSettings.defaults()
                    .withInput(new InputSettings(Contrast.TYPE, 0, 100))
                    .withImageSize(96);

    private static RgbImage image() {
        return RgbImage.gray(SIZE, TinyModels.brightness());
    }

    private static List<Mask> masks(Segmentation segmentation) {
        return segmentation.objects().stream().map(SegmentedObject::mask).toList();
    }

    /** NB: prototypes are four times coarser than the image, so corners and thin sides suffer. */
    private static void assertObjects(Segmentation result, Region... expected) {
        assertEquals(expected.length, result.objects().size(), result.toString());
        for (int i = 0; i < expected.length; i++) {
            SegmentedObject object = result.objects().get(i);
            assertEquals(1, object.boxInSource().iou(expected[i].toBox()), 0.05);
            assertTrue(object.mask().iou(Mask.ofRegion(expected[i])) > 0.7, object.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("sc.fiji.fastsam.onnx.TinyModels#segmenting")
    void everyLayoutGivesTheSameObjectsBestFirst(String model) throws IOException {
        try (Segmenter sam = Tiny.open(model)) {
            Segmentation result = sam.segment(image(), AS_IS);
            assertObjects(result, FIRST, SECOND, THIRD);
            assertEquals(0.9f, result.objects().get(0).score(), 0.01);
            assertEquals(0.7f, result.objects().get(1).score(), 0.01);
            assertEquals(3, result.summary().counts().objects());
            assertEquals(1, result.summary().counts().tiles());
        }
    }

    @Test
    void anImgLib2ImageGivesTheSameAsItsPlanes() throws IOException {
        float[] gray = TinyModels.brightness();
        byte[] bytes = new byte[gray.length];
        for (int i = 0; i < gray.length; i++) {
            bytes[i] = (byte) Math.round(gray[i] * 255);
        }
        try (Segmenter sam = Tiny.open("l2-dynamic")) {
            assertEquals(
                    masks(sam.segment(image(), AS_IS)),
                    masks(sam.segment(ArrayImgs.unsignedBytes(bytes, 96, 64), AS_IS)));
        }
    }

    @Test
    void rawResultsGiveWhatTheWholePipelineGives() throws IOException {
        try (Segmenter sam = Tiny.open("l2-dynamic")) {
            Prediction prediction = sam.predict(image(), AS_IS, Progress.NONE);
            assertEquals(
                    sam.segment(image(), AS_IS).objects(),
                    sam.assemble(prediction, AS_IS).objects());
            assertEquals(2, sam.assemble(prediction, AS_IS.withConfidence(0.65)).objects().size());
        }
    }

    @Test
    void aLimitOnTheNumberOfObjectsKeepsTheBestAndSaysSo() throws IOException {
        try (Segmenter sam = Tiny.open("l2-dynamic")) {
            Segmentation result = sam.segment(image(), AS_IS.withMaxObjects(1), Progress.NONE);
            assertObjects(result, FIRST);
            assertEquals(
                    List.of(
                            new Note(
                                    Note.Kind.CUT_LIST,
                                    "2 objects of lower score left out (max_objects = 1)")),
                    result.summary().notes());
        }
    }

    @Test
    void areaAndBorderSettingsFilter() throws IOException {
        try (Segmenter sam = Tiny.open("l2-dynamic")) {
            assertObjects(sam.segment(image(), AS_IS.withArea(300, 400)), SECOND);
        }
    }

    @Test
    void aFlatImageHasNoObjects() throws IOException {
        try (Segmenter sam = Tiny.open("l2-dynamic")) {
            RgbImage flat = RgbImage.gray(SIZE, new float[TinyModels.WIDTH * TinyModels.HEIGHT]);
            assertTrue(sam.segment(flat, AS_IS).objects().isEmpty());
        }
    }

    @Test
    void cancelingEndsTheRun() throws IOException {
        Progress canceled =
                new Progress() {
                    @Override
                    public void update(long done, long total, String task) {}

                    @Override
                    public boolean isCanceled() {
                        return true;
                    }
                };
        try (Segmenter sam = Tiny.open("l2-dynamic")) {
            CancellationException end =
                    assertThrows(
                            CancellationException.class,
                            () -> sam.segment(image(), AS_IS, canceled));
            assertEquals("Canceled after 0 of 1 tile.", end.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("sc.fiji.fastsam.onnx.TinyModels#others")
    void anotherNetworkIsRefusedByName(String model) {
        ModelException error = assertThrows(ModelException.class, () -> Tiny.open(model).close());
        assertTrue(error.getMessage().contains(model), error.getMessage());
    }

    @Test
    void theTypicalDiameterIsThatOfTheMiddleOneByArea() throws IOException {
        try (Segmenter sam = Tiny.open("l2-dynamic")) {
            Segmentation result = sam.segment(image(), AS_IS);
            long[] areas = masks(result).stream().mapToLong(Mask::area).sorted().toArray();
            RunSummary.Sizes sizes = result.summary().sizes();
            assertEquals(
                    2 * Math.sqrt(areas[1] / Math.PI),
                    sizes.levels().get(0).typicalDiameter().orElseThrow(),
                    1e-9);
            assertEquals(1, sizes.levels().size());
            assertEquals(1, sizes.scale());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "side-2e31, 2147483648",
        "imgsz-999999, 999999",
        "stride-0, stride",
    })
    void aNetworkOfAbsurdSizesIsRefusedByName(String model, String value) {
        ModelException error = assertThrows(ModelException.class, () -> Tiny.open(model).close());
        assertTrue(error.getMessage().contains(model), error.getMessage());
        assertTrue(error.getMessage().contains(value), error.getMessage());
    }

    @Test
    void aNetworkWithALongNameOfAClassIsRead() throws IOException {
        try (Segmenter sam = Tiny.open("name6000")) {
            assertEquals(6000, sam.model().card().classes().get(0).length());
        }
    }

    @Test
    void aNetworkThatCannotBeUsedIsClosedWhateverTheReason() throws IOException {
        ModelFile file = ModelFile.of(TinyModels.path("wrong-outputs"));
        NetworkId id = NetworkId.of(file, DeviceRequest.AUTO);
        OnnxNetwork network = OnnxNetwork.open(file, DeviceRequest.AUTO);
        assertThrows(ModelException.class, () -> NetworkSegmenter.of(id, network));
        assertClosed(network);
        OnnxNetwork other = OnnxNetwork.open(file, DeviceRequest.AUTO);
        NetworkId broken = new NetworkId(null, id.state(), id.device());
        assertThrows(NullPointerException.class, () -> NetworkSegmenter.of(broken, other));
        assertClosed(other);
    }

    private static void assertClosed(OnnxNetwork network) {
        assertThrows(IllegalStateException.class, () -> network.run(TinyModels.image()));
    }
}
