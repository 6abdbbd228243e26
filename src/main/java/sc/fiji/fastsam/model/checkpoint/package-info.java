/**
 * Checkpoints of PyTorch as trees of modules with their weights: read, never run. Weights are in
 * the axis order of PyTorch: [output, input, y, x] for convolutions.
 */
package sc.fiji.fastsam.model.checkpoint;
