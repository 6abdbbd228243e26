/**
 * Runs networks: devices, native libraries, sessions. The only place that imports ONNX Runtime;
 * knows tensors, not what they mean.
 */
package sc.fiji.fastsam.onnx;
