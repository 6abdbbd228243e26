"""How the product finds the right scale by itself: looks, then the objects' own size. The same as
Java's ScaleChooser and FirstLook, which also explain why.

A look is one pass; a lower quantile of the diameters of what it finds, weighted by score, gives the
wanted gain. Where that is far from the look's own gain, one looks again from there. Nearer than the
first look only where a look found something for sure.
"""

from dataclasses import replace

import numpy as np

from .predict import candidates, to_rgb

FAVOURITE_DIAMETER = 44.0
LOOK_SIDE = 640
LOOK_GAINS = (0.35, 2.0)
LOOK_CONFIDENCE = 0.3
LOOK_IOU = 0.5
LOOKS = 3
CLOSE = 1.5
STEP = 2.5
SMALLER = 0.3
MEDIAN_OVER_SMALLER = 1.3
FILLING = 0.94
SURE = 0.6
GAINS = (1 / 16, 4.0)


def automatic_scale(run, image, settings):
    """Network pixels a source pixel."""
    rgb = to_rgb(image)
    settings = replace(settings, confidence=LOOK_CONFIDENCE, box_iou=LOOK_IOU)
    first = gain = float(np.clip(LOOK_SIDE / max(image.shape[:2]), *LOOK_GAINS))
    sure = False
    for _ in range(LOOKS):
        found = candidates(run, rgb, gain, settings)
        sure = sure or bool((found.scores >= SURE).any())
        wanted = wanted_gain(found, gain, first)
        if max(wanted / gain, gain / wanted) <= CLOSE:
            break
        gain = float(np.clip(wanted, gain / STEP, gain * STEP))
    return wanted if sure else min(wanted, first)


def wanted_gain(found, gain, first):
    """The gain at which what a look found would have the favourite diameter."""
    if len(found.boxes) == 0:
        wanted = first / 2 if gain > first else first * 2
    else:
        diameters = FILLING * np.sqrt((found.boxes[:, 2:] - found.boxes[:, :2]).clip(min=0).prod(1))
        order = np.argsort(diameters)
        shares = np.cumsum(found.scores[order])
        place = np.searchsorted(shares, SMALLER * shares[-1], side="right")
        typical = diameters[order][place] * MEDIAN_OVER_SMALLER
        wanted = FAVOURITE_DIAMETER / max(float(typical), 1e-3) * gain
    return float(np.clip(wanted, *GAINS))
