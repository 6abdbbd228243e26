package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;
import sc.fiji.fastsam.tensor.TensorInfo.ElementType;

/** Networks that take tokens; the text package's README says what the files are. */
class WholeNumbersTest {

    private static final Path TEXTS = Path.of("src/test/resources/sc/fiji/fastsam/text");

    private static OnnxNetwork open(String folder) throws ModelException {
        Path file = TEXTS.resolve(folder).resolve("text_model.onnx");
        return OnnxNetwork.open(ModelFile.of(file), DeviceRequest.of(Device.CPU));
    }

    @Test
    void namesTheTypeThatTheFileDeclares() throws ModelException {
        try (OnnxNetwork longs = open("tiny-clip");
                OnnxNetwork ints = open("fixed-clip")) {
            assertEquals(
                    List.of(new TensorInfo("input_ids", ElementType.INT64, List.of(-1L, -1L))),
                    longs.inputs());
            assertEquals("tokens int32 [2, 16]", ints.inputs().get(0).toString());
        }
    }

    /** The network gives the numbers 1 to 3 of each row back as floats. */
    @Test
    void handsNumbersOverUnchanged() throws ModelException {
        try (OnnxNetwork network = open("fixed-clip")) {
            Tensor input = Tensor.zeros(2, 16);
            input.values()[1] = 49407;
            input.values()[2] = -1;
            input.values()[19] = 1 << 24;
            float[] output = network.run(input).get(0).values();
            assertEquals(49407, output[0]);
            assertEquals(-1, output[1]);
            assertEquals(1 << 24, output[5]);
        }
    }

    @ParameterizedTest
    @CsvSource({"tiny-clip, 0.5", "fixed-clip, 0.5", "tiny-clip, NaN", "fixed-clip, 33554432"})
    void refusesWhatIsNoWholeNumber(String folder, float value) throws ModelException {
        try (OnnxNetwork network = open(folder)) {
            Tensor input = Tensor.zeros(2, 16);
            input.values()[3] = value;
            Exception e = assertThrows(IllegalArgumentException.class, () -> network.run(input));
            assertTrue(e.getMessage().contains("was " + value), e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0, -0f, 1, -16777216, 16777216})
    void takesWholeNumbersThatAFloatHolds(float value) {
        assertEquals((int) value, WholeNumbers.of(value));
    }
}
