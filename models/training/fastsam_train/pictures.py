"""Pictures of results for the model card, on drawn images only (the sets' images are not ours to print).

`python -m fastsam_train.pictures --model m.onnx --out ../pictures`: one PNG a kind, the image beside
the outlines found (green) over the truth (red), named with the AP at IoU 0.5.
"""

import argparse
from pathlib import Path

import cv2
import numpy as np

from .data import create_item
from .evaluate import average_precision, open_runner
from .predict import Settings, segment, to_rgb
from .scale import automatic_scale
from .synth import generate

KINDS = ("nuclei", "bacteria", "axons", "cells", "particles", "grains", "phase_cells", "bubbles")


def outlined(rgb, labels, colour):
    edge = cv2.morphologyEx(labels.astype(np.uint16), cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) > 0
    rgb[edge] = colour
    return rgb


def picture(run, item):
    """The image beside its outlines, and the AP."""
    settings = Settings()
    found = segment(run, item.image, automatic_scale(run, item.image, settings), settings)
    rgb = (to_rgb(item.image) * 255).astype(np.uint8)
    both = outlined(outlined(rgb.copy(), item.labels, (220, 40, 40)), found, (40, 230, 60))
    return np.hstack((rgb, both)), average_precision(item.labels, found)[0]


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="fastsam_train.pictures", description=__doc__)
    parser.add_argument("--model", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--seed", type=int, default=99)
    parsed = parser.parse_args(arguments)
    parsed.out.mkdir(parents=True, exist_ok=True)
    run = open_runner(parsed.model)
    for kind in KINDS:
        image, labels = generate(kind, np.random.default_rng([parsed.seed, len(kind)]))
        shown, ap = picture(run, create_item(kind, kind, image, labels))
        shown = cv2.resize(shown, (640, round(640 * shown.shape[0] / shown.shape[1])), interpolation=cv2.INTER_AREA)
        cv2.imwrite(str(parsed.out / f"{kind}.jpg"), shown[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 80])
        print(f"{kind}: AP@0.5 {ap:.2f}")


if __name__ == "__main__":
    main()
