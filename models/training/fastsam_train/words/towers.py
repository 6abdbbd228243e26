"""The two towers, and their files in the layout of CLIP's ONNX exports."""
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import nn

from . import tokens

MEAN, STD = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)
WIDTH, OPSET = 64, 17
META = {
    "description": "TEST MODEL, of no use for research: tells drawn objects by simple words",
    "license": "BSD-2-Clause",
    "made_by": "python -m fastsam_train.words",
}


def layer(n, m, side, stride):
    return nn.Sequential(nn.Conv2d(n, m, side, stride, side // 2, bias=False), nn.BatchNorm2d(m), nn.ReLU(True))


class ImageTower(nn.Module):
    """[n, 3, 28, 28] normalised -> [n, 64]."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            layer(3, 16, 3, 1), layer(16, 24, 3, 2), layer(24, 48, 3, 2))
        self.head = nn.Linear(96, WIDTH)

    def forward(self, images):
        maps = self.body(images)
        return self.head(torch.cat([maps.mean((2, 3)), maps.amax((2, 3))], 1))


class TextTower(nn.Module):
    """int64 [n, length] -> [n, 64]: a sum over known tokens; others count nothing, nor does their order."""

    def __init__(self, known):
        super().__init__()
        index = torch.zeros(tokens.SIZE, dtype=torch.uint8)
        index[sorted(known)] = torch.arange(1, len(known) + 1, dtype=torch.uint8)
        self.register_buffer("index", index)
        self.table = nn.Embedding(len(known) + 1, WIDTH, padding_idx=0)
        self.body = nn.Sequential(nn.Linear(WIDTH, 128), nn.ReLU(True), nn.Linear(128, WIDTH))

    def forward(self, ids):
        return self.body(self.table(self.index[ids].long()).sum(1))


class Pooled(nn.Module):
    """The image tower behind CLIP's own input, [n, 3, 224, 224]."""

    def __init__(self, tower):
        super().__init__()
        self.tower = tower

    def forward(self, pixel_values):
        return self.tower(nn.functional.avg_pool2d(pixel_values, 8))


def normalised(images):
    """uint8 [n, y, x, 3] -> float32 [n, 3, y, x]."""
    values = torch.as_tensor(np.ascontiguousarray(images)).permute(0, 3, 1, 2).float() / 255
    return (values - torch.tensor(MEAN)[:, None, None]) / torch.tensor(STD)[:, None, None]


def padded(texts):
    """int64 [n, longest], 0 behind the end."""
    rows = [tokens.encode(t) for t in texts]
    longest = max(map(len, rows))
    return torch.tensor([r + [0] * (longest - len(r)) for r in rows])


def export(module, path, example, names, axes):
    """Writes one tower, its first axis (and those named) left open."""
    path = Path(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(module.eval(), example, str(path), opset_version=OPSET, dynamo=False,
                          input_names=[names[0]], output_names=[names[1]], dynamic_axes=axes)  # fmt: skip
    model = onnx.load(path)
    onnx.helper.set_model_props(model, META)
    onnx.save(model, path)


def export_both(image_tower, text_tower, folder):
    """vision_model.onnx and text_model.onnx."""
    axes = {"pixel_values": {0: "batch_size"}, "image_embeds": {0: "batch_size"}}
    export(Pooled(image_tower), Path(folder) / "vision_model.onnx", torch.zeros(1, 3, 224, 224),
           ("pixel_values", "image_embeds"), axes)  # fmt: skip
    axes = {"input_ids": {0: "batch_size", 1: "sequence_length"}, "text_embeds": {0: "batch_size"}}
    export(text_tower, Path(folder) / "text_model.onnx", torch.zeros(1, 4, dtype=torch.int64),
           ("input_ids", "text_embeds"), axes)  # fmt: skip
