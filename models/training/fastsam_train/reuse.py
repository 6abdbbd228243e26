"""Batches used more than once: the second time mirrored, turned and in another light, on the training device.

Where a GPU is fed by few cores, preparing crops is what it waits for. A crop seen again a little later, turned
and relit, is nearly as good as a new one and costs next to nothing.
"""

from collections import deque

import torch

POOL = 24


def reused(batches, times, device, pool=POOL):
    """Yields each batch of an endless stream `times` times, moved to the device: once as it is, later (when
    `pool` others were seen meanwhile) changed by `relit` and `turned`. One time: the stream itself."""
    if times <= 1:
        yield from batches
    waiting = deque()
    for batch in batches:
        batch = {key: value.to(device, non_blocking=True) for key, value in batch.items()}
        yield batch
        waiting.append((batch, times - 1))
        while len(waiting) > pool:
            old, left = waiting.popleft()
            for _ in range(left):
                yield turned({**old, "images": relit(old["images"])}, int(torch.randint(1, 8, ())))


def turned(batch, symmetry):
    """The batch under one of the square's eight symmetries (bit 0: left and right swapped, bit 1: top and
    bottom, bit 2: rows and columns), its boxes with it."""
    images, labels, boxes = batch["images"], batch["labels"], batch["boxes"]
    side = labels.shape[-1]
    for bit, axis in ((1, 2), (2, 1)):
        if symmetry & bit:
            images, labels = images.flip(axis), labels.flip(axis)
            boxes = boxes.clone()
            low = 2 - axis
            boxes[:, [low, low + 2]] = side - boxes[:, [low + 2, low]]
    if symmetry & 4:
        images, labels, boxes = images.transpose(1, 2), labels.transpose(1, 2), boxes[:, [1, 0, 3, 2]]
    return {**batch, "images": images.contiguous(), "labels": labels.contiguous(), "boxes": boxes}


def relit(images):
    """uint8 [B, C, C, 3] under another gamma, contrast and offset, a fifth of them inverted, a third with
    noise, a third with their channels in another order."""
    count = len(images)

    def by_image(low, high):
        return torch.empty(count, 1, 1, 1, device=images.device).uniform_(low, high)

    order = torch.rand(count, 3, device=images.device).argsort(1)
    order = torch.where(by_image(0, 1)[:, 0, 0] < 0.33, order, torch.arange(3, device=images.device))
    values = images.gather(3, order[:, None, None].expand(images.shape)).float() / 255
    values = values ** torch.exp(by_image(-0.4, 0.4))
    values = torch.where(by_image(0, 1) < 0.2, 1 - values, values)
    values = (values - 0.5) * torch.exp(by_image(-0.4, 0.25)) + 0.5 + by_image(-0.08, 0.08)
    strength = by_image(0, 0.06) * (by_image(0, 1) < 0.33)
    return ((values + torch.randn_like(values) * strength).clamp(0, 1) * 255 + 0.5).to(torch.uint8)
