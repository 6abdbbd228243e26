"""How the product finds the right scale by itself: a first look, then the objects' own size.

The look is one pass with the image's longer side at LOOK_SIDE; the median side (root of the box's
area) of what it finds gives the factor of the second pass. Where nothing is found, or only objects
too small to be measured, it looks once more at twice the scale. The same as Java's ScaleChooser.
"""

from dataclasses import replace

import numpy as np

from .predict import candidates, to_rgb

FAVOURITE_DIAMETER = 44.0
LOOK_SIDE = 640
LOOK_CONFIDENCE = 0.3
LOOK_IOU = 0.5
TOO_SMALL = 14
LOOKS = 2
LARGEST = 4.0


def automatic_scale(run, image, settings):
    """Network pixels a source pixel."""
    rgb = to_rgb(image)
    settings = replace(settings, confidence=LOOK_CONFIDENCE, box_iou=LOOK_IOU)
    gain = best = min(LOOK_SIDE / max(image.shape[:2]), LARGEST)
    for _ in range(LOOKS):
        boxes = candidates(run, rgb, gain, settings).boxes
        if len(boxes):
            side = float(np.median(np.sqrt((boxes[:, 2:] - boxes[:, :2]).clip(min=0).prod(1))))
            best = min(FAVOURITE_DIAMETER / side * gain, LARGEST)
            if side >= TOO_SMALL:
                return best
        gain = min(gain * 2, LARGEST)
    return best


def weighted_median(values, weights):
    order = np.argsort(values)
    heights = np.cumsum(weights[order])
    return values[order][np.searchsorted(heights, heights[-1] / 2)]
