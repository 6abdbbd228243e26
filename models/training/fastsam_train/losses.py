"""What the network is asked for: score, box sides, and masks at sampled points.

The mask loss never touches whole frames: a sample of the positives, and for each a jittered grid
of points over its (slightly enlarged) box, and as many again strewn about its outline, where all
that is wrong with a mask that is nearly right lies. Prototypes are read there by bilinear interpolation on
the half-pixel grid, exactly as the masks are made at inference, and the truth is the label under
the point at full resolution, so edges are learnt finer than a prototype pixel.
"""

import math
from dataclasses import dataclass
from functools import cache

import torch
from torch.nn import functional

from .assignment import assign, pair_iou
from .network import BINS, anchors, decode

PROTOTYPE_STRIDE = 4
FAR = -1000.0
UNKNOWN = -1  # of the labels; -2 is known not to be the object, see augment.py


@dataclass
class Weights:
    """Share of each part in the total."""

    score: float = 1.0
    box: float = 5.0
    sides: float = 1.0
    mask: float = 2.5
    overlap: float = 2.5
    edge: float = 1.25


@dataclass
class Sampling:
    """Mask points: positives for each image of a batch, grid side, enlargement of the box; points at
    each object's outline, and how far off it they lie (standard deviation, network pixels)."""

    positives: int = 64
    grid: int = 24
    enlarge: float = 1.2
    edge_points: int = 192
    edge_spread: float = 1.5


def loss(outputs, images, targets, negative_weight, weights=Weights(), sampling=Sampling()):
    """Returns (total, its parts by name: all of them, in one order, so that a log's columns stay). `negative_weight`
    [B] scales the background's score loss where a set is known to leave objects unlabelled."""
    box, score, coefficients, prototypes = outputs
    centres, strides = _anchors(*images.shape[2:], images.device)
    score = score.float()
    parts = dict.fromkeys(vars(weights), torch.zeros((), device=score.device))
    if len(targets.boxes) == 0:
        parts["score"] = score_loss(score, torch.zeros_like(score), _ignored(targets, centres, negative_weight))
        return weights.score * parts["score"], detached(parts)
    predicted = decode(box.detach(), centres, strides)
    found = assign(score.detach().sigmoid(), predicted, targets, centres)
    wanted = torch.zeros_like(score)
    wanted[found.image, found.anchor] = found.quality * found.asked
    weight = _ignored(targets, centres, negative_weight)
    place = (found.image, found.anchor)
    weight[place] = torch.where(found.asked, 1.0, weight[place])
    parts["score"] = score_loss(score, wanted, weight)
    parts["box"], parts["sides"] = box_loss(box[found.image, found.anchor].float(), centres, strides, found, targets)
    parts["mask"], parts["overlap"], parts["edge"] = mask_loss(coefficients, prototypes, found, targets, sampling)
    total = sum(getattr(weights, name) * value for name, value in parts.items())
    return total, detached(parts)


@cache
def _anchors(height, width, device):
    """As `anchors`, once for each size of frames."""
    return anchors(torch.empty((1, 0, height, width), device=device))


def detached(parts):
    """By name, without what gradients need."""
    return {name: value.detach() for name, value in parts.items()}


def score_loss(score, wanted, weight):
    """Binary cross-entropy of logits [B, N], over the sum of the wanted scores."""
    each = functional.binary_cross_entropy_with_logits(score, wanted, weight=weight, reduction="sum")
    return each / wanted.sum().clamp(min=16.0)


def _ignored(targets, centres, negative_weight):
    x, y = centres.long().unbind(1)
    return (targets.labels[: len(negative_weight), y, x] >= 0).float() * negative_weight[:, None]


def box_loss(box, centres, strides, found, targets):
    """1 - complete IoU and the distribution focal loss, weighted by the positives' quality."""
    centre, stride = centres[found.anchor], strides[found.anchor]
    truth = targets.boxes[found.target]
    weight = found.quality / found.quality.sum().clamp(min=1e-3)
    overlap = complete_iou(decode(box, centre, stride), truth)
    sides = torch.cat((centre - truth[:, :2], truth[:, 2:] - centre), 1) / stride
    focal = distribution_loss(box.unflatten(-1, (4, BINS)), sides.clamp(0, BINS - 1.01))
    return ((1 - overlap) * weight).sum(), (focal * weight).sum()


def distribution_loss(logits, sides):
    """Cross-entropy to the two bins beside each side's length: logits [P, 4, 16], sides [P, 4]."""
    low = sides.floor().long()
    share = sides - low
    log = logits.log_softmax(-1)
    at_low = log.gather(-1, low[..., None])[..., 0]
    at_high = log.gather(-1, low[..., None] + 1)[..., 0]
    return -(at_low * (1 - share) + at_high * share).mean(-1)


def complete_iou(first, second):
    """IoU less centre distance and aspect difference (Zheng et al. 2020), boxes [P, 4]."""
    iou = pair_iou(first, second)
    hull = torch.maximum(first[:, 2:], second[:, 2:]) - torch.minimum(first[:, :2], second[:, :2])
    apart = ((first[:, :2] + first[:, 2:] - second[:, :2] - second[:, 2:]) / 2).square().sum(1)
    size_a, size_b = first[:, 2:] - first[:, :2], second[:, 2:] - second[:, :2]
    angle = torch.atan2(size_b[:, 0], size_b[:, 1]) - torch.atan2(size_a[:, 0], size_a[:, 1].clamp(min=1e-3))
    aspect = 4 / math.pi**2 * angle.square()
    share = (aspect / (1 - iou + aspect).clamp(min=1e-6)).detach()
    return iou - apart / hull.square().sum(1).clamp(min=1e-6) - share * aspect


def mask_loss(coefficients, prototypes, found, targets, sampling):
    """Over sampled positives: mean binary cross-entropy and 1 - Dice at the grid's points, mean
    binary cross-entropy at the outline's points."""
    chosen = torch.randperm(len(found.target), device=found.target.device)
    chosen = chosen[: sampling.positives * len(prototypes)]
    if len(chosen) == 0:  # as where all objects are outer ones that no candidate sees yet
        return (0 * (coefficients.float().sum() + prototypes.float().sum()),) * 3
    image, target = found.image[chosen], found.target[chosen]
    row = targets.row[target]
    points = torch.cat((sample_points(targets.boxes[target], sampling), edge_points(targets, target, sampling)), 1)
    logits = mask_logits(coefficients[image, found.anchor[chosen]].float(), prototypes, image, points)
    truth, known = truth_at(points, row, targets, target)
    cross = functional.binary_cross_entropy_with_logits(logits, truth, weight=known, reduction="none")
    grid, edge = (slice(None, sampling.grid**2), slice(sampling.grid**2, None))
    at_grid, at_edge = (cross[:, part].sum(1) / known[:, part].sum(1).clamp(min=1) for part in (grid, edge))
    guess, truth = (logits.sigmoid() * known)[:, grid], (truth * known)[:, grid]
    dice = (2 * (guess * truth).sum(1) + 1) / (guess.sum(1) + truth.sum(1) + 1)
    return at_grid.mean(), (1 - dice).mean(), at_edge.mean()


def sample_points(boxes, sampling):
    """A grid x grid of points [P, S*S, 2] over each enlarged box, jittered within its cell."""
    side = sampling.grid
    steps = torch.arange(side, device=boxes.device, dtype=torch.float32)
    grid = torch.stack(torch.meshgrid(steps, steps, indexing="xy"), -1).reshape(1, -1, 2)
    place = (grid + torch.rand(len(boxes), side * side, 2, device=boxes.device)) / side
    size = (boxes[:, 2:] - boxes[:, :2]) * sampling.enlarge + 2
    low = (boxes[:, 2:] + boxes[:, :2] - size) / 2
    return low[:, None] + place * size[:, None]


def edge_points(targets, target, sampling):
    """Points [P, K, 2] strewn about the outlines of the objects `target` [P] (network pixels). An
    outline runs between an object's pixels and others; the frame's border is none."""
    row, y, x, toward = outline(targets.labels)
    points = torch.stack((x, y), 1) + 0.5 + toward
    objects = len(targets.boxes)
    numbers = torch.full((len(targets.labels), objects + 1), objects, device=target.device)
    numbers[targets.row, targets.label.long()] = torch.arange(objects, device=target.device)
    owner = numbers[row, targets.labels[row, y, x].long()]
    order = owner.argsort(stable=True)
    count = counted(owner, objects + 1)[:-1]
    first = count.cumsum(0) - count
    place = torch.rand(len(target), sampling.edge_points, device=target.device) * count[target][:, None]
    place = first[target][:, None] + place.long()
    # NB: an object that fills the frame has no outline there; it gets points far outside, which are unknown.
    order = torch.cat((order, order.new_full((1,), len(points))))
    points = torch.cat((points, points.new_full((1, 2), FAR)))
    chosen = points[order[place.where(count[target][:, None] > 0, torch.full_like(place, len(order) - 1))]]
    return chosen + torch.randn_like(chosen) * sampling.edge_spread


def outline(labels):
    """Row, y, x [K] of the object pixels with another value beside them, and half a pixel [K, 2]
    (x, y) toward it."""
    edges = torch.zeros((4, *labels.shape), dtype=torch.bool, device=labels.device)
    beside = ((edges[0, :, :, :-1], edges[2, :, :, 1:], labels[:, :, :-1], labels[:, :, 1:]),
              (edges[1, :, :-1], edges[3, :, 1:], labels[:, :-1], labels[:, 1:]))  # fmt: skip
    for forth, back, one, other in beside:
        differ = one != other
        torch.logical_and(differ, one > 0, out=forth)
        torch.logical_and(differ, other > 0, out=back)
    way, row, y, x = torch.nonzero(edges).unbind(1)
    return row, y, x, _toward(labels.device)[way]


@cache
def _toward(device):
    """Half a pixel right, down, left, up: [4, 2] (x, y)."""
    return torch.tensor(((0.5, 0.0), (0.0, 0.5), (-0.5, 0.0), (0.0, -0.5)), device=device)


def counted(numbers, count):
    """How often each of 0..count-1 occurs. NB: bincount makes a GPU's thread wait for the largest."""
    return torch.zeros(count, dtype=torch.long, device=numbers.device).index_add(0, numbers, torch.ones_like(numbers))


def mask_logits(coefficients, prototypes, image, points):
    """Coefficients [P, 32] times the prototypes at points [P, K, 2] (network pixels): [P, K].

    Combining first and interpolating the one resulting map is the same and far cheaper."""
    batch, channels, height, width = prototypes.shape
    order = image.argsort(stable=True)
    count = counted(image, batch)
    row = torch.arange(len(order), device=image.device) - (count.cumsum(0) - count)[image[order]]
    # NB: one product for the whole batch, its images filled up to as many rows: a product for each took a GPU's thread longer.
    most = int(count.max())
    place = image[order] * most + row
    table = coefficients.new_zeros(batch * most, channels).index_copy(0, place, coefficients[order])
    maps = table.view(batch, most, channels) @ prototypes.float().flatten(2)
    maps = maps.flatten(0, 1).index_select(0, place).view(-1, 1, height, width)
    x, y = points[order].unbind(-1)
    scale = 2 / PROTOTYPE_STRIDE
    grid = torch.stack((x * (scale / width) - 1, y * (scale / height) - 1), -1)[:, None]
    sampled = functional.grid_sample(maps, grid, "bilinear", "border", align_corners=False)
    return sampled[:, 0, 0][order.argsort()]


def truth_at(points, row, targets, target):
    """Truth [P, K] in {0, 1} under the points and whether it is known (in the frame, not ignored)."""
    height, width = targets.labels.shape[1:]
    x, y = points[..., 0].floor().long(), points[..., 1].floor().long()
    inside = (x >= 0) & (y >= 0) & (x < width) & (y < height)
    value = targets.labels[row[:, None], y.clamp(0, height - 1), x.clamp(0, width - 1)]
    truth = (value == targets.label[target][:, None]) & inside
    return truth.float(), (inside & (value != UNKNOWN)).float()
