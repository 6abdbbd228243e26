package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.settings.Device;

class DeviceRequestTest {

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
