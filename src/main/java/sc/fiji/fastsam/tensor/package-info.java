/**
 * What passes between preprocessing, network and decoding: float arrays with a shape. Axis order is
 * row-major as ONNX has it; images are [batch, channel, y, x] in network pixels.
 */
package sc.fiji.fastsam.tensor;
