"""How the product finds the right scale by itself: a first look, then the objects' own size.

The look is one cheap pass over the image, reduced so that its longer side is at most FIRST_LOOK.
The median diameter of what it finds gives the factor of the second pass.
"""

import numpy as np

from .predict import candidates, to_rgb

FAVOURITE_DIAMETER = 36.0
FIRST_LOOK = 512
FIRST_CONFIDENCE = 0.3
ENOUGH_OBJECTS = 3
SMALLEST, LARGEST = 0.25, 4.0


def automatic_scale(run, image, settings):
    """Network pixels a source pixel."""
    from dataclasses import replace

    rgb = to_rgb(image)
    longest = max(image.shape[:2])
    first = float(np.clip(FIRST_LOOK / longest, 0.5, 2))
    found = candidates(run, rgb, first, replace(settings, confidence=FIRST_CONFIDENCE))
    if len(found.boxes) < ENOUGH_OBJECTS:
        return first
    sides = (found.boxes[:, 2:] - found.boxes[:, :2]).clip(min=1)
    diameters = np.sqrt(sides.prod(1)) * 0.94
    wanted = FAVOURITE_DIAMETER / (weighted_median(diameters, found.scores) / first)
    return float(np.clip(wanted, SMALLEST, LARGEST))


def weighted_median(values, weights):
    order = np.argsort(values)
    heights = np.cumsum(weights[order])
    return values[order][np.searchsorted(heights, heights[-1] / 2)]
