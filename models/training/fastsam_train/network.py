"""The network: CSP backbone, PAN neck, anchor-free head, prototype masks (one class).

Shapes: images [B, 3, H, W] with H and W multiples of 32, RGB 0..1. N candidates, strides 8, 16, 32
one after the other, row-major in each. The backbone and neck follow the YOLOv8-seg family
(nano width); the prototypes differ on purpose: they also see the stride-4 features, because the
masks' edges are what small objects lose first.
"""

import torch
from torch import nn
from torch.nn import functional

STRIDES = (8, 16, 32)
BINS = 16
PROTOTYPES = 32


class ConvUnit(nn.Sequential):
    """Convolution without bias, batch normalisation, SiLU."""

    def __init__(self, inputs, outputs, kernel=1, stride=1):
        super().__init__(
            nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False),
            nn.BatchNorm2d(outputs, eps=1e-3, momentum=0.03),
            nn.SiLU(inplace=True),
        )


class Residual(nn.Module):
    """Two 3x3 units, with the input added where `shortcut`."""

    def __init__(self, channels, shortcut):
        super().__init__()
        self.units = nn.Sequential(ConvUnit(channels, channels, 3), ConvUnit(channels, channels, 3))
        self.shortcut = shortcut

    def forward(self, x):
        return x + self.units(x) if self.shortcut else self.units(x)


class SplitStage(nn.Module):
    """Cross-stage partial block: every residual's output is kept and fused at the end."""

    def __init__(self, inputs, outputs, depth, shortcut):
        super().__init__()
        self.half = outputs // 2
        self.enter = ConvUnit(inputs, outputs)
        self.blocks = nn.ModuleList(Residual(self.half, shortcut) for _ in range(depth))
        self.leave = ConvUnit(self.half * (2 + depth), outputs)

    def forward(self, x):
        parts = list(self.enter(x).split(self.half, 1))
        for block in self.blocks:
            parts.append(block(parts[-1]))
        return self.leave(torch.cat(parts, 1))


class PoolPyramid(nn.Module):
    """Three chained 5x5 maxima beside the input: context at the coarsest stride."""

    def __init__(self, channels):
        super().__init__()
        self.enter = ConvUnit(channels, channels // 2)
        self.leave = ConvUnit(channels * 2, channels)

    def forward(self, x):
        parts = [self.enter(x)]
        for _ in range(3):
            parts.append(functional.max_pool2d(parts[-1], 5, 1, 2))
        return self.leave(torch.cat(parts, 1))


class Backbone(nn.Module):
    """Features at strides 4, 8, 16 and 32."""

    def __init__(self, w):
        super().__init__()
        self.stem = ConvUnit(3, w[0], 3, 2)
        depths = (1, 2, 2, 1)
        self.stages = nn.ModuleList(
            nn.Sequential(ConvUnit(w[i], w[i + 1], 3, 2), SplitStage(w[i + 1], w[i + 1], d, True))
            for i, d in enumerate(depths)
        )
        self.pool = PoolPyramid(w[4])

    def forward(self, x):
        x = self.stem(x)
        features = []
        for stage in self.stages:
            x = stage(x)
            features.append(x)
        features[-1] = self.pool(features[-1])
        return features


class Neck(nn.Module):
    """Top-down, then bottom-up fusion of strides 8, 16 and 32."""

    def __init__(self, w):
        super().__init__()
        self.down16 = SplitStage(w[4] + w[3], w[3], 1, False)
        self.down8 = SplitStage(w[3] + w[2], w[2], 1, False)
        self.reduce8 = ConvUnit(w[2], w[2], 3, 2)
        self.up16 = SplitStage(w[2] + w[3], w[3], 1, False)
        self.reduce16 = ConvUnit(w[3], w[3], 3, 2)
        self.up32 = SplitStage(w[3] + w[4], w[4], 1, False)

    def forward(self, p8, p16, p32):
        t16 = self.down16(torch.cat((_double(p32), p16), 1))
        n8 = self.down8(torch.cat((_double(t16), p8), 1))
        n16 = self.up16(torch.cat((self.reduce8(n8), t16), 1))
        n32 = self.up32(torch.cat((self.reduce16(n16), p32), 1))
        return n8, n16, n32


class Prototypes(nn.Module):
    """32 prototype maps at stride 4, from the neck's stride 8 and the backbone's stride 4."""

    def __init__(self, w):
        super().__init__()
        self.coarse = ConvUnit(w[2], w[2], 3)
        self.fine = ConvUnit(w[1], w[2])
        self.fuse = ConvUnit(w[2], w[2], 3)
        self.out = nn.Conv2d(w[2], PROTOTYPES, 1)

    def forward(self, p4, n8):
        return self.out(self.fuse(_double(self.coarse(n8)) + self.fine(p4)))


class Branch(nn.Sequential):
    """Two 3x3 units and a 1x1 prediction with bias."""

    def __init__(self, inputs, hidden, outputs):
        super().__init__(
            ConvUnit(inputs, hidden, 3), ConvUnit(hidden, hidden, 3), nn.Conv2d(hidden, outputs, 1)
        )


class FastSam(nn.Module):
    """Raw network. Returns box logits [B, N, 64], score logits [B, N], coefficients [B, N, 32]
    and prototypes [B, 32, H/4, W/4]."""

    def __init__(self, widths=(16, 32, 64, 128, 256), hidden=64):
        super().__init__()
        self.settings = {"widths": list(widths), "hidden": hidden}
        self.backbone = Backbone(widths)
        self.neck = Neck(widths)
        self.prototypes = Prototypes(widths)
        levels = widths[2:]
        self.box = nn.ModuleList(Branch(w, hidden, 4 * BINS) for w in levels)
        self.score = nn.ModuleList(Branch(w, hidden, 1) for w in levels)
        self.coefficients = nn.ModuleList(Branch(w, hidden // 2, PROTOTYPES) for w in levels)
        for branch in self.score:
            nn.init.constant_(branch[-1].bias, -4.6)
        for branch in self.box:
            nn.init.constant_(branch[-1].bias, 1.0)

    def forward(self, images):
        p4, p8, p16, p32 = self.backbone(images)
        levels = self.neck(p8, p16, p32)
        prototypes = self.prototypes(p4, levels[0])
        box = _rows(self.box, levels)
        score = _rows(self.score, levels)[..., 0]
        return box, score, _rows(self.coefficients, levels), prototypes


class Decoded(nn.Module):
    """The network as exported: layout L2, boxes as centre and size in network pixels."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, images):
        box, score, coefficients, prototypes = self.network(images)
        centres, strides = anchors(images)
        x0y0x1y1 = decode(box, centres, strides)
        low, high = x0y0x1y1[..., :2], x0y0x1y1[..., 2:]
        rows = ((low + high) / 2, high - low, score.sigmoid()[..., None], coefficients)
        return torch.cat(rows, 2).transpose(1, 2), prototypes


def anchors(images):
    """Centres [N, 2] (x, y) and strides [N, 1] in network pixels."""
    height, width = images.shape[2], images.shape[3]
    centres, strides = [], []
    for stride in STRIDES:
        ys = torch.arange(height // stride, device=images.device, dtype=torch.float32)
        xs = torch.arange(width // stride, device=images.device, dtype=torch.float32)
        grid_y, grid_x = torch.meshgrid(ys, xs, indexing="ij")
        points = (torch.stack((grid_x, grid_y), -1).reshape(-1, 2) + 0.5) * stride
        centres.append(points)
        strides.append(torch.full_like(points[:, :1], stride))
    return torch.cat(centres), torch.cat(strides)


def decode(box, centres, strides):
    """Box logits [..., 64] to x0, y0, x1, y1 in network pixels (float32)."""
    bins = torch.arange(BINS, device=box.device, dtype=torch.float32)
    sides = box.float().unflatten(-1, (4, BINS)).softmax(-1) @ bins * strides
    return torch.cat((centres - sides[..., :2], centres + sides[..., 2:]), -1)


def _double(x):
    return functional.interpolate(x, scale_factor=2.0, mode="nearest")


def _rows(branches, levels):
    maps = [branch(level).flatten(2) for branch, level in zip(branches, levels)]
    return torch.cat(maps, 2).transpose(1, 2)
