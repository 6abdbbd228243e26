"""Which candidates learn which object: task-aligned, computed on sparse pairs.

A pair is (object, anchor) with the anchor's centre on the object's own pixels; objects that no
centre hits fall back to the centres in their box, then to the anchor nearest to their centre. So
the cost follows the objects' areas, not objects times anchors, and every object has a candidate.
"""

from dataclasses import dataclass

import torch

from .network import STRIDES

TOP = 10
SCORE_POWER = 0.5
IOU_POWER = 6.0
LARGEST_SIDE_IN_STRIDES = 24


@dataclass
class Targets:
    """Objects of a batch: `boxes` [M, 4] x0 y0 x1 y1 in network pixels, `image` [M], `label` [M]
    (the object's value in `labels` [B, H, W], where 0 is background and -1 is ignored)."""

    boxes: torch.Tensor
    image: torch.Tensor
    label: torch.Tensor
    labels: torch.Tensor


@dataclass
class Matches:
    """Positive candidates: `image` [P], `anchor` [P], `target` [P] (index into Targets.boxes),
    `quality` [P] in 0..1, the score that the candidate should give."""

    image: torch.Tensor
    anchor: torch.Tensor
    target: torch.Tensor
    quality: torch.Tensor


@torch.no_grad()
def assign(scores, boxes, targets, centres):
    """Scores [B, N] in 0..1 and boxes [B, N, 4] as predicted; centres [N, 2]. Returns Matches."""
    target, anchor = candidate_pairs(targets, centres)
    image = targets.image[target]
    iou = pair_iou(boxes[image, anchor], targets.boxes[target])
    metric = scores[image, anchor].clamp(1e-6) ** SCORE_POWER * iou**IOU_POWER
    keep = best_per_target(metric, target, TOP)
    keep = keep[unique_anchor(metric[keep], image[keep], anchor[keep], len(centres))]
    return _matches(image[keep], anchor[keep], target[keep], metric[keep], iou[keep], len(targets.boxes))


def candidate_pairs(targets, centres):
    """Indices (target [K], anchor [K]) of all pairs that may match."""
    height, width = targets.labels.shape[1:]
    target, anchor = _pairs_in_boxes(targets.boxes, height, width)
    x, y = centres[anchor].long().unbind(1)
    on_object = targets.labels[targets.image[target], y, x] == targets.label[target]
    hit = torch.zeros(len(targets.boxes), dtype=torch.bool, device=target.device)
    hit[target[on_object]] = True
    keep = on_object | ~hit[target]
    target, anchor = target[keep], anchor[keep]
    hit[target] = True
    missing = torch.nonzero(~hit)[:, 0]
    nearest = _nearest_anchor(targets.boxes[missing], height, width)
    return torch.cat((target, missing)), torch.cat((anchor, nearest))


def _pairs_in_boxes(boxes, height, width):
    targets, anchors, offset = [], [], 0
    sides = (boxes[:, 2:] - boxes[:, :2]).amax(1)
    for stride in STRIDES:
        columns, rows = width // stride, height // stride
        first = torch.ceil(boxes[:, :2] / stride - 0.5).long().clamp(min=0)
        last = torch.ceil(boxes[:, 2:] / stride - 0.5).long()
        last = torch.minimum(last, torch.tensor([columns, rows], device=boxes.device))
        count = (last - first).clamp(min=0)
        count = count * (sides <= LARGEST_SIDE_IN_STRIDES * stride)[:, None]
        total = count.prod(1)
        target = torch.repeat_interleave(torch.arange(len(boxes), device=boxes.device), total)
        place = torch.arange(len(target), device=boxes.device) - (total.cumsum(0) - total)[target]
        span = count[target, 0]
        x = first[target, 0] + place % span
        y = first[target, 1] + torch.div(place, span, rounding_mode="floor")
        targets.append(target)
        anchors.append(offset + y * columns + x)
        offset += rows * columns
    return torch.cat(targets), torch.cat(anchors)


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


def best_per_target(metric, target, top):
    """Indices of the `top` largest metrics of each target."""
    order = metric.argsort(descending=True)
    order = order[target[order].argsort(stable=True)]
    sorted_target = target[order]
    count = torch.bincount(sorted_target, minlength=int(target.max()) + 1 if len(target) else 1)
    start = count.cumsum(0) - count
    rank = torch.arange(len(order), device=order.device) - start[sorted_target]
    return order[rank < top]


def unique_anchor(metric, image, anchor, anchors):
    """Indices that leave each (image, anchor) with its best pair only."""
    key = image * anchors + anchor
    order = metric.argsort(descending=True)
    order = order[key[order].argsort(stable=True)]
    sorted_key = key[order]
    first = torch.ones(len(order), dtype=torch.bool, device=order.device)
    first[1:] = sorted_key[1:] != sorted_key[:-1]
    return order[first]


def _matches(image, anchor, target, metric, iou, count):
    best_metric = torch.zeros(count, device=metric.device)
    best_metric.scatter_reduce_(0, target, metric, "amax")
    best_iou = torch.zeros(count, device=metric.device)
    best_iou.scatter_reduce_(0, target, iou, "amax")
    quality = metric / best_metric[target].clamp(min=1e-12) * best_iou[target]
    return Matches(image, anchor, target, quality.clamp(0, 1))
