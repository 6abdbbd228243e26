/**
 * PyTorch's modules to ONNX's nodes: segmentation networks of Ultralytics (FastSAM, YOLOv8,
 * YOLO11). Images are [batch, channel, y, x] in network pixels, boxes center x, center y, width,
 * height.
 */
package sc.fiji.fastsam.model.convert;
