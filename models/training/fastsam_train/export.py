"""Checkpoint to ONNX: `python -m fastsam_train.export --checkpoint last.pt --out model.onnx`.

Layout: `images` f32 [batch, 3, height, width] (RGB 0..1, sides multiples of 32) to `output0`
[batch, 37, N] (cx, cy, w, h in network pixels, score, 32 coefficients; strides 8, 16, 32, row-major)
and `output1` [batch, 32, height/4, width/4]. Normalisation is folded into the convolutions; weights
are stored as half floats (ONNX Runtime turns them back once, when the session opens).
"""

import argparse
import copy
import subprocess
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch import nn

from .network import STRIDES, Decoded, FastSam
from .options import file_to_write
from .scale import FAVORITE_DIAMETER

OPSET = 17
HALF_FROM = 256
TRAINING_DATA = (
    "DSB2018 stage 1 (BBBC038, CC0); Usiigaci, AxonDeepSeg SEM, AMPIS, CODEX tissue, YeaZ, AutoCellSeg"
    " (MIT); SegMush, granular heap, TEM nanoshapes, fly embryos, bolts (CC BY 4.0); segmenteverygrain"
    " (Apache-2.0); ImageGrains (BSD-3-Clause); synthetic images of this project; since version 1.3 also"
    " U2OS nuclei (BBBC039, CC0), live neurons (CC0), superalloys (MicroNet, MIT)"
)


def load_network(path):
    """The averaged network of a checkpoint, for inference on the CPU."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    network = FastSam(**state["network_settings"])
    network.load_state_dict(state["average"])
    return network.eval(), state


def fold(module):
    """Folds every batch normalisation into the convolution before it, in place."""
    for child in module.children():
        fold(child)
    if isinstance(module, nn.Sequential) and len(module) > 1 and isinstance(module[1], nn.BatchNorm2d):
        module[0] = nn.utils.fusion.fuse_conv_bn_eval(module[0], module[1])
        module[1] = nn.Identity()
    return module


def prepare(network, half=True):
    """What the file holds, as a PyTorch module: folded, weights rounded as they are stored."""
    folded = fold(copy.deepcopy(network).eval())
    for parameter in folded.parameters() if half else ():
        if parameter.numel() >= HALF_FROM:
            parameter.data = parameter.data.half().float()
    return Decoded(folded)


def export(network, path, metadata, half=True):
    """Writes the ONNX file, complete or not at all."""
    path = Path(path)
    beside = path.with_suffix(".tmp")
    axes = {"images": {0: "batch", 2: "height", 3: "width"}, "output0": {0: "batch", 2: "candidates"}}
    axes["output1"] = {0: "batch", 2: "height4", 3: "width4"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            prepare(network, half), torch.zeros(1, 3, 64, 96), str(beside), opset_version=OPSET, dynamo=False,
            input_names=["images"], output_names=["output0", "output1"], dynamic_axes=axes,
        )  # fmt: skip
    model = onnx.load(beside)
    if half:
        store_half(model)
    helper.set_model_props(model, {k: str(v) for k, v in metadata.items()})
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, beside)
    beside.replace(path)


def store_half(model):
    """Large float weights become half-float initialisers followed by a Cast."""
    graph, casts = model.graph, []
    for weight in graph.initializer:
        values = numpy_helper.to_array(weight)
        if values.dtype == np.float32 and values.size >= HALF_FROM:
            name = weight.name
            weight.CopyFrom(numpy_helper.from_array(values.astype(np.float16), name + "_half"))
            casts.append(helper.make_node("Cast", [name + "_half"], [name], to=onnx.TensorProto.FLOAT))
    for cast in reversed(casts):
        graph.node.insert(0, cast)


def metadata(state, version, revision):
    """What the file says about itself; the product reads the scale from here."""
    return {
        "names": "{0: 'object'}", "task": "segment", "stride": max(STRIDES), "imgsz": "[640, 640]",
        "batch": 1, "description": "FastSAM for microscopy", "author": "FastSAM for Fiji",
        "version": version, "license": "BSD-2-Clause", "training_data": TRAINING_DATA,
        "git_revision": revision, "training_steps": state.get("step", 0),
        "fastsam.favourite_diameter": FAVORITE_DIAMETER,
    }  # fmt: skip


def git_revision():
    here = Path(__file__).parent
    found = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=here, capture_output=True, text=True)
    return found.stdout.strip() or "unknown"


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="fastsam_train.export", description=__doc__)
    parser.add_argument("--checkpoint", required=True, type=Path)
    parser.add_argument("--out", required=True, type=file_to_write)
    parser.add_argument("--version", default="0.1")
    parser.add_argument("--full-precision", action="store_true", help="store weights as 32-bit floats")
    parsed = parser.parse_args(arguments)
    network, state = load_network(parsed.checkpoint)
    export(network, parsed.out, metadata(state, parsed.version, git_revision()), not parsed.full_precision)
    print(f"{parsed.out}: {parsed.out.stat().st_size / 1e6:.1f} MB, {state['step']} steps")


if __name__ == "__main__":
    main()
