package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sc.fiji.fastsam.settings.Device;

/**
 * Which devices there are, and why others are not.
 *
 * @param runtime "ONNX Runtime 1.28.0, linux-x64", or why there is none
 * @param lines one a device, fastest last
 */
public record DeviceReport(String runtime, List<Line> lines) {

    private static final List<Device> DEVICES =
            List.of(Device.CPU, Device.CUDA, Device.TENSORRT, Device.COREML);

    /**
     * One device.
     *
     * @param device by name
     * @param available whether it can be asked for
     * @param detail what it is, or why it is not there
     */
    public record Line(Device device, boolean available, String detail) {

        /** "cuda: not available: …". */
        @Override
        public String toString() {
            return device + ": " + (available ? "available" : "not available") + ", " + detail;
        }
    }

    /** Copies the list. */
    public DeviceReport {
        lines = List.copyOf(lines);
    }

    /**
     * Looks at this computer. Loads ONNX Runtime if that is not done yet; never fails.
     *
     * @param request whose GPU libraries and threads count
     */
    public static DeviceReport create(DeviceRequest request) {
        DeviceRequest any = new DeviceRequest(Device.AUTO, request.threads(), request.gpuNatives());
        try {
            Natives natives = Natives.load(any);
            return of(natives, OrtEnvironment.getAvailableProviders(), any);
        } catch (DeviceException e) {
            List<Line> none =
                    DEVICES.stream().map(d -> new Line(d, false, "no ONNX Runtime")).toList();
            return new DeviceReport(e.getMessage(), none);
        }
    }

    private static DeviceReport of(
            Natives natives, Set<OrtProvider> offered, DeviceRequest request) {
        List<Line> lines = new ArrayList<>();
        for (Device device : DEVICES) {
            lines.add(line(device, offered, natives.gpuProblem(), request));
        }
        String runtime =
                "ONNX Runtime "
                        + natives.environment().getVersion()
                        + ", "
                        + Platform.current().key()
                        + natives.gpuFolder().map(f -> ", GPU libraries from " + f).orElse("");
        return new DeviceReport(runtime, lines);
    }

    private static Line line(
            Device device, Set<OrtProvider> offered, String gpuProblem, DeviceRequest request) {
        if (device == Device.CPU) {
            return new Line(device, true, cpu(request.threads()));
        }
        if (!offered.contains(Providers.of(device))) {
            return new Line(device, false, notOffered(device, gpuProblem));
        }
        try (SessionOptions options = new SessionOptions()) {
            Providers.add(options, device);
            return new Line(device, true, "its libraries load");
        } catch (OrtException e) {
            String advice = DeviceAdvice.current().failed(request(device, request), e.getMessage());
            return new Line(device, false, advice);
        }
    }

    private static DeviceRequest request(Device device, DeviceRequest request) {
        return new DeviceRequest(device, request.threads(), request.gpuNatives());
    }

    private static String cpu(int asked) {
        int processors = Runtime.getRuntime().availableProcessors();
        int threads = asked > 0 ? asked : Cores.threads(Platform.current(), processors);
        return (threads > 0 ? threads + " threads" : "a thread a core")
                + ", "
                + processors
                + " processors";
    }

    private static String notOffered(Device device, String gpuProblem) {
        if (device == Device.COREML) {
            return "needs a Mac with Apple silicon; this is " + Platform.current().key();
        }
        return gpuProblem.isEmpty()
                ? "the ONNX Runtime that comes with FastSAM is for the CPU; name a folder with its"
                        + " GPU libraries"
                : gpuProblem;
    }

    /** One line a fact. */
    @Override
    public String toString() {
        return runtime + lines.stream().map(line -> "\n  " + line).collect(Collectors.joining());
    }
}
