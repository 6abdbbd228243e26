"""Which candidates learn which object: task-aligned, computed on sparse pairs.

A pair is (object, anchor) with the anchor's centre on the object's own pixels; objects that no
centre hits fall back to the centres in their box, then to the anchor nearest to their centre. So
the cost follows the objects' areas, not objects times anchors, and every object has a candidate.

NB: what must be known of the data before the work on a GPU can go on (how many pairs, how many
matches) makes its thread wait; so pairs that drop out are marked and taken out once, at the end.
"""

from dataclasses import dataclass
from functools import cache

import torch

from .network import STRIDES

TOP = 10
SCORE_POWER = 0.5
IOU_POWER = 6.0
LARGEST_SIDE_IN_STRIDES = 24
# Score from which a candidate is held to the outline of an object that is not asked for.
FIRES = 0.05


@dataclass
class Targets:
    """Objects of a batch: `boxes` [M, 4] x0 y0 x1 y1 in network pixels, `row` [M] of `labels` [F, H, W]
    in which the object is, `label` [M] its value there (0 is background, -1 is ignored), from 1 on in
    each row; `scene` [F] the image of the batch that a row of labels describes. The first rows are the
    images' own, in order. Of the objects in others (the outer level of an image whose inner one is
    learnt) no score is asked; candidates that give one are held to their box and mask."""

    boxes: torch.Tensor
    row: torch.Tensor
    label: torch.Tensor
    labels: torch.Tensor
    scene: torch.Tensor


@dataclass
class Matches:
    """Positive candidates: `image` [P] of the batch, `anchor` [P], `target` [P] (index into
    Targets.boxes), `quality` [P] in 0..1, the score that the candidate should give, `asked` [P]
    whether it is asked for."""

    image: torch.Tensor
    anchor: torch.Tensor
    target: torch.Tensor
    quality: torch.Tensor
    asked: torch.Tensor


@torch.no_grad()
def assign(scores, boxes, targets, centres):
    """Scores [B, N] in 0..1 and boxes [B, N, 4] as predicted; centres [N, 2]. Returns Matches."""
    target, anchor, fits = candidate_pairs(targets, centres)
    row = targets.row[target]
    image, asked = targets.scene[row], row < len(scores)
    score, iou = scores[image, anchor], pair_iou(boxes[image, anchor], targets.boxes[target])
    metric = score.clamp(1e-6) ** SCORE_POWER * iou**IOU_POWER
    fits = fits & (asked | (score > FIRES))
    fits = best_per_target(metric, target, fits, TOP, len(targets.boxes))
    fits = unique_anchor(metric + asked, image * len(centres) + anchor, fits, scores.numel())
    keep = torch.nonzero(fits)[:, 0]
    return _matches(image[keep], anchor[keep], target[keep], metric[keep], iou[keep], asked[keep], len(targets.boxes))


def candidate_pairs(targets, centres):
    """Indices (target [K], anchor [K]) of pairs, and whether they may match [K]."""
    height, width = targets.labels.shape[1:]
    count = len(targets.boxes)
    target, anchor = _pairs_in_boxes(targets.boxes, height, width)
    x, y = centres[anchor].long().unbind(1)
    on_object = targets.labels[targets.row[target], y, x] == targets.label[target]
    hit = _any_of(on_object, target, count)
    nearest = _nearest_anchor(targets.boxes, height, width)
    without = ~_any_of(torch.ones_like(on_object), target, count)
    every = torch.arange(count, device=target.device)
    return torch.cat((target, every)), torch.cat((anchor, nearest)), torch.cat((on_object | ~hit[target], without))


def _any_of(values, target, count):
    """Whether a target has a true value."""
    return torch.zeros(count, device=target.device).index_add(0, target, values.float()) > 0


@cache
def _grids(height, width, device):
    """Stride, columns, rows and first anchor of each stride: [3, 1] each."""
    rows, first = [], 0
    for stride in STRIDES:
        rows.append((stride, width // stride, height // stride, first))
        first += rows[-1][1] * rows[-1][2]
    return torch.tensor(rows, device=device)[..., None].unbind(1)


def _pairs_in_boxes(boxes, height, width):
    stride, columns, rows, offset = _grids(height, width, boxes.device)
    first = torch.ceil(boxes[:, :2] / stride[..., None] - 0.5).long().clamp(min=0)
    last = torch.ceil(boxes[:, 2:] / stride[..., None] - 0.5).long()
    last = torch.minimum(last, torch.stack((columns, rows), -1))
    sides = (boxes[:, 2:] - boxes[:, :2]).amax(1)
    count = (last - first).clamp(min=0) * (sides <= LARGEST_SIDE_IN_STRIDES * stride)[..., None]
    total = count.prod(-1).flatten()
    pair = torch.repeat_interleave(torch.arange(len(total), device=boxes.device), total)
    place = torch.arange(len(pair), device=boxes.device) - (total.cumsum(0) - total)[pair]
    span, first = count[..., 0].flatten()[pair], first.flatten(0, 1)[pair]
    level = torch.div(pair, len(boxes), rounding_mode="floor")
    x, y = first[:, 0] + place % span, first[:, 1] + torch.div(place, span, rounding_mode="floor")
    return pair % len(boxes), offset[level, 0] + y * columns[level, 0] + x


def _nearest_anchor(boxes, height, width):
    stride = STRIDES[0]
    centre = ((boxes[:, :2] + boxes[:, 2:]) / 2 / stride).long()
    x = centre[:, 0].clamp(0, width // stride - 1)
    y = centre[:, 1].clamp(0, height // stride - 1)
    return y * (width // stride) + x


def pair_iou(first, second):
    """Intersection over union of boxes [..., 4] row by row."""
    low = torch.maximum(first[..., :2], second[..., :2])
    high = torch.minimum(first[..., 2:], second[..., 2:])
    overlap = (high - low).clamp(min=0).prod(-1)
    areas = [(b[..., 2:] - b[..., :2]).clamp(min=0).prod(-1) for b in (first, second)]
    return overlap / (areas[0] + areas[1] - overlap).clamp(min=1e-6)


def best_per_target(metric, target, fits, top, count):
    """Which [K] of the pairs that fit have one of the `top` largest metrics of their target."""
    order = (target.double() * 4 - metric.where(fits, torch.full_like(metric, -1))).argsort()
    sizes = torch.zeros(count, device=target.device).index_add(0, target, torch.ones_like(metric)).long()
    place = torch.arange(len(order), device=order.device) - (sizes.cumsum(0) - sizes)[target[order]]
    best = torch.empty_like(fits)
    best[order] = place < top
    return best & fits


def unique_anchor(metric, key, fits, keys):
    """Which [K] of the pairs that fit are the best of their key, an anchor of an image; of equal ones the first."""
    metric = metric.where(fits, torch.full_like(metric, -1))
    best = torch.full((keys,), -1.0, device=key.device).scatter_reduce(0, key, metric, "amax")
    number = torch.arange(len(key), device=key.device)
    among = number.where(fits & (metric == best[key]), torch.full_like(number, len(key)))
    first = number.new_full((keys,), len(key)).scatter_reduce(0, key, among, "amin")
    return first[key] == number


def _matches(image, anchor, target, metric, iou, asked, count):
    best_metric = torch.zeros(count, device=metric.device)
    best_metric.scatter_reduce_(0, target, metric, "amax")
    best_iou = torch.zeros(count, device=metric.device)
    best_iou.scatter_reduce_(0, target, iou, "amax")
    quality = metric / best_metric[target].clamp(min=1e-12) * best_iou[target]
    return Matches(image, anchor, target, quality.clamp(0, 1), asked)
