"""Whether labels lie on the edges of their images: `python -m fastsam_train.align --data DIR`.

Prints for each set how far the edges lie from the labels' outlines, to the right and down, in pixels: the
shift of the outlines at which the images are steepest under them, between half pixels by a parabola. Where
the steepness gains little (a factor of 1.00), the shift says little. `data.LABEL_SHIFTS` is made of it.
"""

import argparse
from pathlib import Path

import cv2
import numpy as np

from .data import read_set, set_folders

SHIFTS = np.arange(-3, 3.01, 0.5)
MOST_IMAGES, MOST_POINTS = 25, 20_000


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="fastsam_train.align", description=__doc__)
    parser.add_argument("--data", nargs="+", required=True, type=Path, help="folders of sets (or one set)")
    for name, folder in set_folders(parser.parse_args(arguments).data).items():
        items = read_set(folder, False) + read_set(folder, True)
        labeled = [item for item in items if item.labels.any()]
        print(f"{name:20s} {len(labeled):4d} images with objects{said(labeled)}", flush=True)


def said(items):
    if not items:
        return ""
    x, y, gain = shift(items[:: max(1, len(items) // MOST_IMAGES)])
    return f": {x:+.2f} {y:+.2f}, steeper by a factor of {gain:.3f}"


def shift(items):
    """How far the edges of images with objects lie from the labels', x and y, and how much steeper they are there."""
    steepness = np.mean([steepnesses(item) for item in items], axis=0)
    row, column = np.unravel_index(steepness.argmax(), steepness.shape)
    middle = len(SHIFTS) // 2
    return (
        peak(steepness[row], column),
        peak(steepness[:, column], row),
        float(steepness.max() / steepness[middle, middle]),
    )


def steepnesses(item):
    """Mean steepness under the outlines moved by every shift, [y, x], relative to the whole image's."""
    x, y = outline_points(item.labels)
    gray = item.image.astype(np.float32) if item.image.ndim == 2 else item.image.astype(np.float32).mean(2)
    gray = cv2.GaussianBlur(gray, (0, 0), 1.0)
    steep = np.hypot(cv2.Sobel(gray, cv2.CV_32F, 1, 0), cv2.Sobel(gray, cv2.CV_32F, 0, 1))
    steep /= steep.mean() + 1e-6
    return np.array([[sampled(steep, x + dx, y + dy).mean() for dx in SHIFTS] for dy in SHIFTS])


def outline_points(labels):
    """Middles of the sides between pixels of different labels, x and y; pixel i has its center at i."""
    across_y, across_x = np.nonzero(labels[:, 1:] != labels[:, :-1])
    down_y, down_x = np.nonzero(labels[1:] != labels[:-1])
    x = np.concatenate((across_x + 0.5, down_x.astype(float)))
    y = np.concatenate((across_y.astype(float), down_y + 0.5))
    some = np.random.default_rng(0).permutation(len(x))[:MOST_POINTS]
    return x[some], y[some]


def sampled(image, x, y):
    x, y = np.float32(x)[None], np.float32(y)[None]
    return cv2.remap(image, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def peak(values, at):
    """The shift of the highest of a parabola's points, between half pixels."""
    if not 0 < at < len(values) - 1:
        return float(SHIFTS[at])
    before, here, after = values[at - 1 : at + 2]
    return float(SHIFTS[at] + 0.5 * (SHIFTS[1] - SHIFTS[0]) * (before - after) / (before - 2 * here + after))


if __name__ == "__main__":
    main()
