/**
 * Runs networks with ONNX Runtime; the only package that knows it. Tensors are in network pixels.
 */
package sc.fiji.fastsam.onnx;
