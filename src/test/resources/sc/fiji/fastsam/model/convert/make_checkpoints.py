"""Writes the tiny checkpoints beside this file. Command: see README.md.

They have the structure of those of Ultralytics (names of classes and attributes, the pickle, the
zip archive) but not a line of its code: the classes here are empty, and what they compute is said
by `run` below. Widths are 8 to 16 channels, weights are random.

For each checkpoint X.pt, X.f32 holds what PyTorch computes from `picture` at 32 x 64 and 64 x 32
(height x width): candidates, prototypes, candidates, prototypes, as little-endian 32-bit floats.
"""

import sys
import types
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

HERE = Path(__file__).parent
SIZES = (32, 64), (64, 32)
STRIDES = 8.0, 16.0, 32.0
BINS, MASKS = 16, 32
HIDDEN = 8


class Library:
    """Stand-ins for classes, under the names of the modules where some version has them."""

    def __init__(self, layers, blocks, heads):
        for name in "Conv DWConv Concat".split():
            self.add(name, layers)
        for name in "Bottleneck C2f C3 C3k C3k2 C2PSA PSABlock Attention SPPF DFL Proto".split():
            self.add(name, blocks)
        for name in "Detect Segment Pose Segment26".split():
            self.add(name, heads)
        self.add("SegmentationModel", "ultralytics.nn.tasks")

    def add(self, name, module):
        parts = module.split(".")
        for i in range(len(parts)):
            path = ".".join(parts[: i + 1])
            sys.modules.setdefault(path, types.ModuleType(path))
        kind = type(name, (nn.Module,), {"__module__": module, "forward": run})
        setattr(sys.modules[module], name, kind)
        setattr(self, name, kind)

    def make(self, name, **attributes):
        module = getattr(self, name)()
        for key, value in attributes.items():
            setattr(module, key, value)
        return module

    def conv(self, inputs, outputs, size=1, stride=1, groups=1, act=True, name="Conv"):
        norm = nn.BatchNorm2d(outputs, eps=1e-3, momentum=0.03)
        nn.init.uniform_(norm.weight, 0.5, 1.5)
        nn.init.normal_(norm.bias, 0, 0.3)
        nn.init.normal_(norm.running_mean, 0, 0.1)
        nn.init.uniform_(norm.running_var, 0.1, 0.5)
        plain = nn.Conv2d(inputs, outputs, size, stride, size // 2, groups=groups, bias=False)
        return self.make(name, conv=plain, bn=norm, act=nn.SiLU() if act else nn.Identity())

    def bottleneck(self, channels, add):
        cv1, cv2 = self.conv(channels, HIDDEN, 3), self.conv(HIDDEN, channels, 3)
        return self.make("Bottleneck", cv1=cv1, cv2=cv2, add=add)

    def c2f(self, inputs, outputs, add, name="C2f", parts=None):
        c = outputs // 2
        parts = parts or [self.bottleneck(c, add)]
        cv1 = self.conv(inputs, 2 * c)
        cv2 = self.conv((2 + len(parts)) * c, outputs)
        return self.make(name, c=c, cv1=cv1, cv2=cv2, m=nn.ModuleList(parts))

    def c3k(self, channels):
        return self.make(
            "C3k",
            cv1=self.conv(channels, HIDDEN),
            cv2=self.conv(channels, HIDDEN),
            cv3=self.conv(2 * HIDDEN, channels),
            m=nn.Sequential(self.bottleneck(HIDDEN, True), self.bottleneck(HIDDEN, True)),
        )

    def c2psa(self, channels):
        c, heads = channels // 2, 2
        each = c // heads
        keys = each // 2
        attention = self.make(
            "Attention",
            num_heads=heads,
            head_dim=each,
            key_dim=keys,
            scale=keys**-0.5,
            qkv=self.conv(c, c + 2 * keys * heads, act=False),
            proj=self.conv(c, c, act=False),
            pe=self.conv(c, c, 3, groups=c, act=False),
        )
        ffn = nn.Sequential(self.conv(c, 2 * c), self.conv(2 * c, c, act=False))
        block = self.make("PSABlock", attn=attention, ffn=ffn, add=True)
        return self.make(
            "C2PSA",
            c=c,
            cv1=self.conv(channels, 2 * c),
            cv2=self.conv(2 * c, channels),
            m=nn.Sequential(block),
        )

    def sppf(self, channels, act, **more):
        pool = nn.MaxPool2d(kernel_size=5, stride=1, padding=2)
        cv1 = self.conv(channels, HIDDEN, act=act)
        return self.make("SPPF", cv1=cv1, cv2=self.conv(4 * HIDDEN, channels), m=pool, **more)

    def branch(self, inputs, outputs):
        end = nn.Conv2d(HIDDEN, outputs, 1)
        return nn.Sequential(self.conv(inputs, HIDDEN, 3), self.conv(HIDDEN, HIDDEN, 3), end)

    def light_branch(self, inputs, outputs):
        """Depth-wise, then point-wise."""

        def pair(a, b):
            deep = self.conv(a, a, 3, groups=a, name="DWConv")
            return nn.Sequential(deep, self.conv(a, b))

        end = nn.Conv2d(HIDDEN, outputs, 1)
        return nn.Sequential(pair(inputs, HIDDEN), pair(HIDDEN, HIDDEN), end)

    def segment(self, channels, classes, light, name="Segment"):
        bins = nn.Conv2d(BINS, 1, 1, bias=False).requires_grad_(False)
        bins.weight.data[:] = torch.arange(BINS, dtype=torch.float).view(1, BINS, 1, 1)
        proto = self.make(
            "Proto",
            cv1=self.conv(channels[0], HIDDEN, 3),
            upsample=nn.ConvTranspose2d(HIDDEN, HIDDEN, 2, 2, 0, bias=True),
            cv2=self.conv(HIDDEN, HIDDEN, 3),
            cv3=self.conv(HIDDEN, MASKS),
        )
        scores = self.light_branch if light else self.branch
        return self.make(
            name,
            nc=classes,
            nl=len(channels),
            reg_max=BINS,
            nm=MASKS,
            stride=torch.tensor(STRIDES),
            cv2=nn.ModuleList(self.branch(c, 4 * BINS) for c in channels),
            cv3=nn.ModuleList(scores(c, classes) for c in channels),
            dfl=self.make("DFL", c1=BINS, conv=bins),
            proto=proto,
            cv4=nn.ModuleList(self.branch(c, MASKS) for c in channels),
        )

    def network(self, layers, names):
        """Layers with where each takes its input from."""
        for i, (source, layer) in enumerate(layers):
            layer.i, layer.f, layer.type = i, source, type(layer).__name__
        parts = nn.Sequential(*(layer for _, layer in layers))
        return self.make("SegmentationModel", model=parts, names=names, save=[1, 2]).eval()


def up():
    return nn.Upsample(scale_factor=2.0, mode="nearest")


def version8(lib, names, channels=3):
    """Stem at 1/2 and 1/4, levels at 1/8, 1/16 and 1/32, and one way up."""
    return lib.network(
        [
            (-1, lib.conv(channels, 8, 3, 2)),
            (-1, lib.conv(8, 8, 3, 2)),
            (-1, lib.c2f(8, 8, True)),
            (-1, lib.conv(8, 12, 3, 2)),
            (-1, lib.conv(12, 12, 3, 2)),
            (-1, lib.conv(12, 16, 3, 2)),
            (-1, lib.sppf(16, True)),
            (-1, up()),
            ([-1, 4], lib.make("Concat", d=1)),
            (-1, lib.c2f(28, 12, False)),
            ([3, 9, 6], lib.segment((12, 12, 16), len(names), False)),
        ],
        names,
    )


def version11(lib, names):
    """Likewise, with the blocks of YOLO11."""
    deep = lib.c2f(16, 16, True, "C3k2", [lib.c3k(8)])
    return lib.network(
        [
            (-1, lib.conv(3, 8, 3, 2)),
            (-1, lib.conv(8, 8, 3, 2)),
            (-1, lib.c2f(8, 8, True, "C3k2")),
            (-1, lib.conv(8, 12, 3, 2)),
            (-1, lib.conv(12, 12, 3, 2)),
            (-1, lib.conv(12, 16, 3, 2)),
            (-1, deep),
            (-1, lib.sppf(16, False, n=3, add=True)),
            (-1, lib.c2psa(16)),
            ([3, 4, 8], lib.segment((12, 12, 16), len(names), True)),
        ],
        names,
    )


def run(module, x):
    """What a module computes, by the name of its class."""
    m, kind = module, type(module).__name__
    if kind in ("Conv", "DWConv"):
        return m.act(m.bn(m.conv(x)))
    if kind == "Concat":
        return torch.cat(x, m.d)
    if kind == "Bottleneck":
        y = m.cv2(m.cv1(x))
        return x + y if m.add else y
    if kind in ("C2f", "C3k2"):
        ways = list(torch.tensor_split(m.cv1(x), 2, 1))
        for part in m.m:
            ways.append(part(ways[-1]))
        return m.cv2(torch.cat(ways, 1))
    if kind == "C3k":
        return m.cv3(torch.cat([m.m(m.cv1(x)), m.cv2(x)], 1))
    if kind == "SPPF":
        ways = [m.cv1(x)]
        while len(ways) < 4:
            ways.append(m.m(ways[-1]))
        y = m.cv2(torch.cat(ways, 1))
        return y + x if getattr(m, "add", False) else y
    if kind == "C2PSA":
        a, b = torch.tensor_split(m.cv1(x), 2, 1)
        return m.cv2(torch.cat([a, m.m(b)], 1))
    if kind == "PSABlock":
        y = x + m.attn(x)
        return y + m.ffn(y)
    if kind == "Attention":
        return attend(m, x)
    if kind == "Proto":
        return m.cv3(m.cv2(m.upsample(m.cv1(x))))
    if kind == "Segment":
        return find(m, x)
    if kind == "SegmentationModel":
        return through(m, x)
    raise ValueError(kind)


def attend(m, x):
    n, c, h, w = x.shape
    flat = m.qkv(x).reshape(n, m.num_heads, -1, h * w)
    q, k, v = flat[:, :, : m.key_dim], flat[:, :, m.key_dim : -m.head_dim], flat[:, :, -m.head_dim :]
    share = torch.einsum("nhci,nhcj->nhij", q * m.scale, k).softmax(-1)
    seen = torch.einsum("nhcj,nhij->nhci", v, share)
    return m.proj(seen.reshape(n, c, h, w) + m.pe(v.reshape(n, c, h, w)))


def find(m, levels):
    boxes = []
    for i, level in enumerate(levels):
        h, w = level.shape[2:]
        share = m.cv2[i](level).reshape(1, 4, m.reg_max, h, w).softmax(2)
        left, top, right, bottom = (share * m.dfl.conv.weight.view(1, 1, -1, 1, 1)).sum(2)[0]
        y, x = torch.meshgrid(torch.arange(h) + 0.5, torch.arange(w) + 0.5, indexing="ij")
        x0, y0, x1, y1 = x - left, y - top, x + right, y + bottom
        box = torch.stack([(x0 + x1) / 2, (y0 + y1) / 2, x1 - x0, y1 - y0]) * m.stride[i]
        scores, masks = m.cv3[i](level)[0].sigmoid(), m.cv4[i](level)[0]
        boxes.append(torch.cat([box, scores, masks]).flatten(1))
    return torch.cat(boxes, 1)[None], m.proto(levels[0])


def through(m, image):
    values, x = [], image
    for layer in m.model:
        if isinstance(layer.f, list):
            x = [x if j < 0 else values[j] for j in layer.f]
        elif layer.f >= 0:
            x = values[layer.f]
        x = layer(x)
        values.append(x)
    return x


def picture(height, width, channels):
    c, y, x = torch.meshgrid(
        torch.arange(channels), torch.arange(height), torch.arange(width), indexing="ij"
    )
    return ((c * 41 + y * y * 3 + x * 29 + x * y) % 97 / 97.0)[None]


def write(name, model, half, facts, channels=3):
    stored = model.half() if half else model
    torch.save({"epoch": -1, "ema": None, "optimizer": None, "model": stored, **facts}, HERE / name)
    model.float()
    with torch.no_grad():
        found = [model(picture(*size, channels)) for size in SIZES]
    numbers = [t.numpy().astype("<f4").tobytes() for pair in found for t in pair]
    (HERE / name).with_suffix(".f32").write_bytes(b"".join(numbers))


def namespace():
    """Old checkpoints hold their arguments as an object of a class of their own."""
    kind = type("IterableSimpleNamespace", (types.SimpleNamespace,), {})
    kind.__module__ = "ultralytics.yolo.utils"
    for path in "ultralytics.yolo", "ultralytics.yolo.utils":
        sys.modules.setdefault(path, types.ModuleType(path))
    sys.modules[kind.__module__].IterableSimpleNamespace = kind
    return kind(imgsz=320, task="segment")


def main():
    torch.manual_seed(11)
    nn_modules = "ultralytics.nn.modules"
    old = Library(nn_modules, nn_modules, nn_modules)
    model = version8(old, {0: "object"})
    model.args = namespace()
    model.model[-1].detect = old.Detect.forward.__get__(old.make("Detect"))
    write("tiny-v8-old.pt", model, False, {"version": "8.0.35"})

    new = Library(*(f"{nn_modules}.{m}" for m in ("conv", "block", "head")))
    facts = {
        "version": "8.3.20",
        "license": "BSD-2-Clause (made by make_checkpoints.py)",
        "train_args": {"imgsz": [256, 192], "task": "segment"},
        "train_metrics": {"fitness": __import__("numpy").float64(0.5)},
    }
    write("tiny-v8-half.pt", version8(new, {0: "cell", 1: "it's \\ dead"}), True, facts)
    write("tiny-v11.pt", version11(new, {0: "object"}), False, facts)
    write("tiny-v8-gray.pt", version8(new, {0: "object"}, 1), True, facts, 1)


if __name__ == "__main__":
    main()
