/**
 * Writes ONNX files: nodes, weights and metadata, in a protocol buffer of its own making. Weights
 * are asked for one at a time, while the file is written.
 */
package sc.fiji.fastsam.model.graph;
