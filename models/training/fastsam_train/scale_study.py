"""Accuracy of every held-out image at many scales: `python -m fastsam_train.scale_study --model m.onnx
--data DIR --out study.csv`. From the table any rule of choosing the scale can be judged afterwards:
a row has the image's AP at a gain, and what a look at that gain would have told.
"""

import argparse
import csv
from pathlib import Path

import numpy as np

from .data import read_set, set_folders
from .evaluate import average_precision, open_runner
from .predict import Settings, candidates, masks, paint, to_rgb

GAINS = (0.25, 0.35, 0.5, 0.71, 1.0, 1.41, 2.0, 2.83, 4.0)
LARGEST_FRAME = 1.8e6
COLUMNS = "set stem height width true_diameter gain ap50 ap found diameter diameter_weighted small large score_sum".split()


def weighted_median(values, weights):
    order = np.argsort(values)
    heights = np.cumsum(weights[order])
    return values[order][np.searchsorted(heights, heights[-1] / 2)]


def look(found, gain):
    """Count, median diameters in source pixels, spread, and the sum of scores."""
    if len(found.boxes) == 0:
        return [0, 0, 0, 0, 0, 0]
    sides = np.sqrt((found.boxes[:, 2:] - found.boxes[:, :2]).clip(min=1).prod(1)) / gain
    spread = np.percentile(sides, (10, 90))
    middle = (np.median(sides), weighted_median(sides, found.scores))
    return [len(sides), *(round(float(v), 2) for v in (*middle, *spread, found.scores.sum()))]


def study(run, item, settings):
    """Rows of one image."""
    rgb = to_rgb(item.image)
    for gain in GAINS:
        frame = item.labels.size * gain**2
        if frame > LARGEST_FRAME or max(item.labels.shape) * gain < 96:
            continue
        found = candidates(run, rgb, gain, settings)
        labels = paint(masks(found, item.labels.shape, settings), found.scores, item.labels.shape, settings)
        values = average_precision(item.labels, labels)
        head = [item.set, item.stem, *item.labels.shape, round(item.diameter, 1), gain]
        yield [*head, round(values[0], 4), round(values.mean(), 4), *look(found, gain)]


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="fastsam_train.scale_study", description=__doc__)
    parser.add_argument("--model", required=True, type=Path)
    parser.add_argument("--data", nargs="+", required=True)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--most", type=int, default=1000, help="images a set at most")
    parser.add_argument("--confidence", type=float, default=0.3)
    parsed = parser.parse_args(arguments)
    run, settings = open_runner(parsed.model), Settings(confidence=parsed.confidence)
    with parsed.out.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for folder in set_folders(parsed.data).values():
            items = read_set(folder, True)
            for item in items[:: max(1, -(-len(items) // parsed.most))]:
                writer.writerows(study(run, item, settings))
                file.flush()


if __name__ == "__main__":
    main()
