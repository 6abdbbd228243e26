package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceTest {

    @Test
    void isFoundByItsKeyInAnyCase() {
        assertEquals(Device.CUDA, Device.of(" Cuda "));
        assertArrayEquals(
                new String[] {"auto", "cpu", "cuda", "tensorrt", "coreml"}, Device.keys());
    }

    @Test
    void listsTheOthersWhenItDoesNotExist() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Device.of("gpu"));
        assertEquals(
                "device must be one of auto, cpu, cuda, tensorrt, coreml, but was \"gpu\".",
                e.getMessage());
    }

    @Test
    void aRequestRefusesThreadsOutOfRange() {
        for (int threads : new int[] {-1, 1025}) {
            IllegalArgumentException e =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> DeviceRequest.AUTO.withThreads(threads));
            assertTrue(e.getMessage().contains("was " + threads), e.getMessage());
        }
        assertEquals(
                new DeviceRequest(Device.CPU, 3, Optional.of(Path.of("x"))),
                DeviceRequest.of(Device.CPU).withThreads(3).withGpuNatives(Path.of("x")));
    }
}
