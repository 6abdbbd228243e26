package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import ai.onnxruntime.providers.OrtTensorRTProviderOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import sc.fiji.fastsam.settings.Device;

/** ONNX Runtime's providers for our devices, with their options. */
final class Providers {

    private Providers() {}

    /** The provider that makes a device; the device must not be AUTO. */
    static OrtProvider of(Device device) {
        return switch (device) {
            case CPU -> OrtProvider.CPU;
            case CUDA -> OrtProvider.CUDA;
            case TENSORRT -> OrtProvider.TENSOR_RT;
            case COREML -> OrtProvider.CORE_ML;
            case AUTO -> throw new IllegalArgumentException("auto is no single device.");
        };
    }

    /** Asks for a device; what it cannot do runs on the CPU. */
    static void add(SessionOptions options, Device device) throws OrtException {
        switch (device) {
            case CUDA -> addCuda(options);
            case TENSORRT -> addTensorRt(options);
            case COREML -> options.addCoreML(Map.of("ModelFormat", "MLProgram"));
            default -> {}
        }
    }

    private static void addCuda(SessionOptions options) throws OrtException {
        try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
            // NB: the default tries every algorithm anew for each input size, for seconds
            cuda.add("cudnn_conv_algo_search", "HEURISTIC");
            cuda.add("arena_extend_strategy", "kSameAsRequested");
            options.addCUDA(cuda);
        }
    }

    private static void addTensorRt(SessionOptions options) throws OrtException {
        try (OrtTensorRTProviderOptions tensorRt = new OrtTensorRTProviderOptions(0)) {
            try {
                Path plans = NativeCache.ofUser().folder("tensorrt");
                tensorRt.add("trt_engine_cache_enable", "1");
                tensorRt.add("trt_engine_cache_path", plans.toString());
            } catch (IOException e) {
                // NB: without the folder each start makes its plans anew, which only costs time
                tensorRt.add("trt_engine_cache_enable", "0");
            }
            options.addTensorrt(tensorRt);
        }
        addCuda(options);
    }
}
