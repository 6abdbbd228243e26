package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.settings.Device;

class DeviceReportTest {

    @Test
    void namesTheRuntimeAndEachDevice() {
        DeviceReport report = DeviceReport.create(DeviceRequest.AUTO.withThreads(3));
        assertTrue(report.runtime().startsWith("ONNX Runtime 1.28.0, "), report.runtime());
        assertEquals(
                List.of(Device.CPU, Device.CUDA, Device.TENSORRT, Device.COREML),
                report.lines().stream().map(DeviceReport.Line::device).toList());
        assertTrue(report.lines().get(0).available());
        assertTrue(report.lines().get(0).detail().startsWith("3 threads"));
        assertTrue(report.toString().contains("\n  cpu: available, 3 threads"));
    }

    @Test
    void saysWhyTheGpuLibrariesAreOfNoUse(@TempDir Path folder) {
        DeviceReport report = DeviceReport.create(DeviceRequest.AUTO.withGpuNatives(folder));
        DeviceReport.Line cuda = report.lines().get(1);
        if (!cuda.available()) {
            assertTrue(cuda.detail().contains(folder.toString()), cuda.detail());
        }
    }

    @Test
    void theVersionIsTheOneWithoutTelemetry() {
        assertEquals("1.28.0", Natives.version());
    }
}
