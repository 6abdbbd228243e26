package sc.fiji.fastsam.onnx;

/** What can run a network. */
public enum Device {
    /** The fastest that works. */
    AUTO,
    /** The processor. */
    CPU,
    /** An NVIDIA GPU. */
    CUDA,
    /** An NVIDIA GPU through TensorRT. */
    TENSORRT,
    /** Apple's neural engine and GPU. */
    COREML
}
