"""Writes the tiny test networks beside this file. Command: see README.md.

All segmenting networks compute the same thing, so all must give the same objects whatever their
layout. A network finds bright blobs, exactly:

* brightness = mean over the channels and over blocks of 4 x 4 network pixels; a block is bright
  when its brightness exceeds 0.5;
* a blob is a set of bright blocks connected by sides or corners, at most 24 blocks (96 network
  pixels) across;
* each candidate whose block (the top left one of its grid cell) lies in a blob gets the blob's
  bounding box (multiples of 4 network pixels), score = 0.1 + 0.8 * (brightest block of the blob),
  coefficients (1, 0, 0, ...); every other candidate is all zeros;
* prototype 0 = 20 * (brightness - 0.5), prototypes 1..31 = 0, so the mask of a blob is where the
  brightness, upsampled bilinearly, exceeds 0.5.

Padding of 114/255 is not bright. Candidates are the grids of stride 8, 16, 32, row by row.
"""

import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto as T
from onnx import helper, numpy_helper

HEIGHT, WIDTH, STEPS, FAR = 64, 96, 24, -1000.0
META = {
    "task": "segment",
    "stride": "32",
    "imgsz": f"[{HEIGHT}, {WIDTH}]",
    "names": "{0: 'object'}",
    "description": "Finds bright blobs (test network)",
    "version": "1.2.3",
    "license": "BSD-2-Clause",
    "fastsam.license_text": "Made by make_models.py. Redistribute as you like.",
    "fastsam.favourite_diameter": "24",
}


class Graph:
    """Nodes, named t0, t1, ..., and constants c0, c1, ..."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def __call__(self, op, *inputs, out=None, n=1, **attributes):
        names = [i if isinstance(i, str) else self.const(i) for i in inputs]
        outs = [out] if out else [f"t{len(self.nodes)}" + "_" * k for k in range(n)]
        self.nodes.append(helper.make_node(op, names, outs, **attributes))
        return outs[0] if n == 1 else outs

    def const(self, value):
        array = np.asarray(value)
        if array.dtype == np.float64:
            array = array.astype(np.float32)
        for known in self.constants:
            old = numpy_helper.to_array(known)
            if old.dtype == array.dtype and old.shape == array.shape and (old == array).all():
                return known.name
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(array, name))
        return name

    def slice(self, x, start, end, axis, step=1):
        return self("Slice", x, [start], [end], [axis], [step])

    def save(self, name, inputs, outputs, meta=META):
        graph = helper.make_graph(self.nodes, name, inputs, outputs, self.constants)
        model = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="make_models.py"
        )
        model.ir_version = 8
        helper.set_model_props(model, meta)
        onnx.checker.check_model(model)
        path = Path(__file__).parent / f"{name}.onnx"
        path.write_bytes(model.SerializeToString())
        print(path.name, path.stat().st_size)


def info(name, shape, kind=T.FLOAT):
    return helper.make_tensor_value_info(name, kind, shape)


def blobs(g, image, channel_axis=1):
    """-> boxes [B,4,N] (x0,y0,x1,y1), scores [B,1,N], coefficients [B,32,N], prototypes."""
    grey = g("ReduceMean", image, axes=[channel_axis], keepdims=0)
    grey = g("Unsqueeze", grey, [1])
    light = g("AveragePool", grey, kernel_shape=[4, 4], strides=[4, 4])
    bright = g("Greater", light, 0.5)
    ones = g("Add", g("Mul", light, 0.0), 1.0)
    x = g("CumSum", ones, np.int64(3), exclusive=1)
    y = g("CumSum", ones, np.int64(2), exclusive=1)
    maps = g("Concat", g("Neg", x), g("Neg", y), x, y, light, axis=1)
    maps = g("Where", bright, maps, FAR)
    for _ in range(STEPS):
        maps = g("MaxPool", maps, kernel_shape=[3, 3], pads=[1, 1, 1, 1])
        maps = g("Where", bright, maps, FAR)
    lows = g("Mul", g.slice(maps, 0, 2, 1), -4.0)
    highs = g("Add", g("Mul", g.slice(maps, 2, 4, 1), 4.0), 4.0)
    score = g("Add", g("Mul", g.slice(maps, 4, 5, 1), 0.8), 0.1)
    rows = g("Concat", lows, highs, score, axis=1)
    rows = g("Where", bright, rows, 0.0)
    flat = []
    for step in (2, 4, 8):
        cells = g("Slice", rows, [0, 0], [2**31, 2**31], [2, 3], [step, step])
        flat.append(g("Reshape", cells, np.array([0, 5, -1])))
    rows = g("Concat", *flat, axis=2)
    scores = g.slice(rows, 4, 5, 1)
    found = g("Cast", g("Greater", scores, 0.0), to=T.FLOAT)
    coefficients = g("Pad", found, np.array([0, 0, 0, 0, 31, 0]))
    prototype = g("Mul", g("Sub", light, 0.5), 20.0)
    prototypes = g("Pad", prototype, np.array([0, 0, 0, 0, 0, 31, 0, 0]))
    return g.slice(rows, 0, 4, 1), scores, coefficients, prototypes


def centred(g, boxes):
    lows, highs = g.slice(boxes, 0, 2, 1), g.slice(boxes, 2, 4, 1)
    centre = g("Mul", g("Add", lows, highs), 0.5)
    return g("Concat", centre, g("Sub", highs, lows), axis=1)


def size(h, w):
    return sum((h // s) * (w // s) for s in (8, 16, 32))


N = size(HEIGHT, WIDTH)
PROTOTYPES = [1, 32, HEIGHT // 4, WIDTH // 4]
IMAGES = info("images", [1, 3, HEIGHT, WIDTH])


def yolo(name, inputs=IMAGES, shape=(1, 37, N), prototypes=PROTOTYPES, rows_last=False, meta=META):
    g = Graph()
    boxes, scores, coefficients, protos = blobs(g, inputs.name)
    rows = g("Concat", centred(g, boxes), scores, coefficients, axis=1)
    g("Transpose" if rows_last else "Identity", rows, out="output0",
      **({"perm": [0, 2, 1]} if rows_last else {}))
    g("Identity", protos, out="output1")
    g.save(name, [inputs], [info("output0", list(shape)), info("output1", list(prototypes))], meta)


def raw_module():
    """L4: [1,37,N], three raw maps, coefficients, prototypes."""
    g = Graph()
    boxes, scores, coefficients, protos = blobs(g, "images")
    g("Concat", centred(g, boxes), scores, coefficients, axis=1, out="output0")
    outputs = [info("output0", [1, 37, N])]
    for index, stride in enumerate((8, 16, 32)):
        shape = [1, 65, HEIGHT // stride, WIDTH // stride]
        pooled = g("AveragePool", "images", kernel_shape=[stride] * 2, strides=[stride] * 2)
        first = g.slice(pooled, 0, 1, 1)
        g("Expand", first, np.array(shape), out=f"raw{index}")
        outputs.append(info(f"raw{index}", shape))
    g("Identity", coefficients, out="coefficients")
    g("Identity", protos, out="prototypes")
    outputs += [info("coefficients", [1, 32, N]), info("prototypes", PROTOTYPES)]
    g.save("l4-raw", [IMAGES], outputs)


def nms_in_graph():
    """L5: [1,20,38] x0,y0,x1,y1,score,class,coefficients; best first, zero rows at the end."""
    g = Graph()
    boxes, scores, coefficients, protos = blobs(g, "images")
    corners = g("Transpose", boxes, perm=[0, 2, 1])
    chosen = g("NonMaxSuppression", corners, scores, np.array([20]), np.array([0.7], np.float32),
               np.array([0.25], np.float32))
    index = g("Reshape", g.slice(chosen, 2, 3, 1), np.array([-1]))
    zeros = g("Mul", scores, 0.0)
    rows = g("Concat", boxes, scores, zeros, coefficients, axis=1)
    rows = g("Gather", g("Transpose", rows, perm=[0, 2, 1]), index, axis=1)
    missing = g("Sub", np.array([20]), g("Shape", index))
    pads = g("Concat", np.array([0, 0, 0, 0]), missing, np.array([0]), axis=0)
    g("Pad", rows, pads, out="output0")
    g("Identity", protos, out="output1")
    g.save("l5-nms", [IMAGES], [info("output0", [1, 20, 38]), info("output1", PROTOTYPES)])


def half(name, half_input):
    g = Graph()
    image = g("Cast", "images", to=T.FLOAT)
    boxes, scores, coefficients, protos = blobs(g, image)
    rows = g("Concat", centred(g, boxes), scores, coefficients, axis=1)
    g("Cast", rows, to=T.FLOAT16, out="output0")
    g("Cast", protos, to=T.FLOAT16, out="output1")
    kind = T.FLOAT16 if half_input else T.FLOAT
    g.save(name, [info("images", [1, 3, HEIGHT, WIDTH], kind)],
           [info("output0", [1, 37, N], T.FLOAT16), info("output1", PROTOTYPES, T.FLOAT16)])


def int8(name, quantise_head):
    g = Graph()

    def both(x, scale, zero):
        q = g("QuantizeLinear", x, np.float32(scale), zero)
        return g("DequantizeLinear", q, np.float32(scale), zero)

    image = both("images", 1 / 255, np.uint8(0))
    boxes, scores, coefficients, protos = blobs(g, image)
    rows = g("Concat", centred(g, boxes), scores, coefficients, axis=1)
    if quantise_head:  # one scale for boxes and scores: 0.9 rounds to 0
        rows = both(rows, 2.5, np.uint8(0))
    g("Identity", rows, out="output0")
    g("Identity", both(protos, 10 / 127, np.int8(0)), out="output1")
    g.save(name, [IMAGES], [info("output0", [1, 37, N]), info("output1", PROTOTYPES)])


def qualcomm(name, channel_last):
    g = Graph()
    boxes, scores, coefficients, protos = blobs(g, "image", 3 if channel_last else 1)
    g("Transpose", boxes, perm=[0, 2, 1], out="boxes")
    g("Reshape", scores, np.array([1, N]), out="scores")
    g("Transpose", coefficients, perm=[0, 2, 1], out="mask_coeffs")
    shape = [1, 3, HEIGHT, WIDTH]
    prototypes = PROTOTYPES
    if channel_last:
        shape, prototypes = [1, HEIGHT, WIDTH, 3], [1, HEIGHT // 4, WIDTH // 4, 32]
        protos = g("Transpose", protos, perm=[0, 2, 3, 1])
    g("Identity", protos, out="mask_protos")
    g.save(name, [info("image", shape)],
           [info("boxes", [1, N, 4]), info("scores", [1, N]), info("mask_coeffs", [1, N, 32]),
            info("mask_protos", prototypes)], meta={})


def multi_class():
    """Three classes; class 1 has the score, class 0 half of it, class 2 nothing."""
    g = Graph()
    boxes, scores, coefficients, protos = blobs(g, "images")
    halves, zeros = g("Mul", scores, 0.5), g("Mul", scores, 0.0)
    g("Concat", centred(g, boxes), halves, scores, zeros, coefficients, axis=1, out="output0")
    g("Identity", protos, out="output1")
    meta = dict(META, names="{0: 'nucleus', 1: 'cell', 2: 'debris'}")
    g.save("multi-class", [IMAGES],
           [info("output0", [1, 39, N]), info("output1", PROTOTYPES)], meta)


def detector():
    """Boxes but no masks: a YOLO network of the wrong task."""
    g = Graph()
    boxes, scores, _, _ = blobs(g, "images")
    g("Concat", centred(g, boxes), scores, axis=1, out="output0")
    g.save("wrong-outputs", [IMAGES], [info("output0", [1, 5, N])], dict(META, task="detect"))


def classifier():
    """Mean of each channel: another network altogether."""
    g = Graph()
    g("ReduceMean", "data", axes=[2, 3], keepdims=0, out="prob")
    g.save("classifier", [info("data", [1, 3, 224, 224])], [info("prob", [1, 3])], {})


def slow():
    """L1 outputs of zeros after a loop of a thousand million rounds: for cancelling in mid-run."""
    body = helper.make_graph(
        [helper.make_node("Identity", ["on"], ["on_out"]),
         helper.make_node("Add", ["sum", "step"], ["sum_out"])],
        "body",
        [info("i", [], T.INT64), info("on", [], T.BOOL), info("sum", [])],
        [info("on_out", [], T.BOOL), info("sum_out", [])])
    g = Graph()
    step = g("ReduceMean", "images", keepdims=0)
    g.nodes[-1].output[0] = "step"
    total = g("Loop", np.int64(10**9), np.bool_(True), np.float32(0), body=body)
    zero = g("Mul", total, 0.0)
    g("Expand", zero, np.array([1, 37, N]), out="output0")
    g("Expand", zero, np.array(PROTOTYPES), out="output1")
    g.save("slow", [IMAGES], [info("output0", [1, 37, N]), info("output1", PROTOTYPES)])


def absurd(name, sides, meta):
    """Zeros whatever the image; what it states of itself is out of all bounds."""
    g = Graph()
    g("Expand", 0.0, np.array([1, 37, N]), out="output0")
    g("Expand", 0.0, np.array(PROTOTYPES), out="output1")
    g.save(name, [info("images", [1, 3, *sides])],
           [info("output0", ["batch", 37, "anchors"]), info("output1", ["batch", 32, "y", "x"])],
           meta)


def main():
    yolo("l1-static")
    yolo("l2-dynamic", info("images", ["batch", 3, "height", "width"]),
         ("batch", 37, "anchors"), ("batch", 32, "mask_height", "mask_width"))
    # NB: older exporters name the axes wrongly, the 37 included
    yolo("l3-axes", info("images", ["batch", 3, "height", "width"]),
         ("batch", "anchors", "features"), ("height", "width", "batch", "mask"))
    yolo("l3-rows", info("images", ["batch", 3, "height", "width"]),
         ("batch", "anchors", 37), ("batch", 32, "mask_height", "mask_width"), rows_last=True)
    raw_module()
    nms_in_graph()
    half("l6-half", True)
    half("l6-half-outputs", False)
    int8("l7-int8", False)
    int8("l7-int8-head", True)
    qualcomm("l8-qualcomm", False)
    qualcomm("l8-channel-last", True)
    yolo("no-metadata", meta={})
    multi_class()
    detector()
    classifier()
    slow()
    absurd("side-2e31", [2**31, 64], {})
    absurd("imgsz-999999", ["height", "width"], {"imgsz": "999999"})
    absurd("stride-0", ["height", "width"], {"stride": "0"})
    absurd("name6000", ["height", "width"], {"names": "{0: '" + "x" * 6000 + "'}"})


if __name__ == "__main__":
    sys.exit(main())
