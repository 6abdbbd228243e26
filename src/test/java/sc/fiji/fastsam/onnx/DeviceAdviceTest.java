package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.settings.Device;

class DeviceAdviceTest {

    @TempDir Path folder;

    @Test
    void saysWhichOfWhatCudaNeedsIsThere() throws IOException {
        Path driver = Files.createFile(folder.resolve("libcuda.so.1"));
        DeviceAdvice advice =
                new DeviceAdvice(new Platform("linux", "x64"), List.of(folder, Path.of("/none")));
        DeviceRequest request = DeviceRequest.of(Device.CUDA).withGpuNatives(Path.of("gpu"));
        String text = advice.failed(request, "no device");
        assertTrue(text.startsWith("The device cuda does not work (no device)."), text);
        assertTrue(text.contains("an NVIDIA driver: " + driver), text);
        assertTrue(text.contains("cuDNN 9: libcudnn.so.9 was not found"), text);
        assertTrue(text.contains("from gpu"), text);
        assertTrue(text.contains("Folders looked through: [" + folder), text);
    }

    @Test
    void asksForNoNvidiaPartsWhereCoreMlIsWanted() {
        DeviceAdvice advice = new DeviceAdvice(new Platform("win", "x64"), List.of());
        String text = advice.failed(DeviceRequest.of(Device.COREML), "unknown");
        assertTrue(text.contains("Apple silicon; this is win-x64"), text);
        assertFalse(text.contains("CUDA 12"), text);
    }

    @Test
    void namesTheLibrariesAsWindowsDoes() {
        DeviceAdvice advice = new DeviceAdvice(new Platform("win", "x64"), List.of());
        String text = advice.failed(DeviceRequest.of(Device.TENSORRT), "unknown");
        assertTrue(text.contains("cudnn64_9.dll was not found"), text);
        assertTrue(text.contains("onnxruntime_providers_cuda.dll"), text);
    }
}
