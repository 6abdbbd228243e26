"""Images without any object: flat, noise, gradients. `python -m fastsam_train.empties --model m.onnx`
counts what is found in fifty of them."""

import argparse
from pathlib import Path

import cv2
import numpy as np

from .evaluate import open_runner
from .predict import Settings, segment
from .scale import automatic_scale


def empty_images(count=50, seed=7):
    """(kind, uint8 grey [H, W]) in turn."""
    random = np.random.default_rng(seed)
    for number in range(count):
        kind = ("flat", "noise", "gradient", "noisy gradient", "blurred noise")[number % 5]
        height, width = random.integers(200, 700, 2)
        yield kind, _image(kind, height, width, random)


def _image(kind, height, width, random):
    values = np.full((height, width), random.uniform(5, 250))
    if "gradient" in kind:
        y, x = np.mgrid[0:1:height * 1j, 0:1:width * 1j]
        values = random.uniform(0, 120) + 100 * (x * random.uniform(-1, 1) + y * random.uniform(-1, 1))
        values = values + random.uniform(0, 60) * (x - random.random()) ** 2
    if "nois" in kind:
        noise = random.normal(0, random.uniform(1, 30), (height, width))
        values = values + (cv2.GaussianBlur(noise, (0, 0), random.uniform(0.6, 1.5)) if "blurred" in kind else noise)
    return np.clip(values, 0, 255).astype(np.uint8)


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="fastsam_train.empties", description=__doc__)
    parser.add_argument("--model", required=True, type=Path)
    parser.add_argument("--confidence", type=float, default=Settings().confidence)
    parser.add_argument("--count", type=int, default=50)
    parsed = parser.parse_args(arguments)
    run, settings, found = open_runner(parsed.model), Settings(confidence=parsed.confidence), {}
    for kind, image in empty_images(parsed.count):
        objects = segment(run, image, automatic_scale(run, image, settings), settings).max()
        found.setdefault(kind, []).append(int(objects))
    total = sum(map(sum, found.values()))
    print({kind: sum(values) for kind, values in found.items()}, f"{total} objects in {parsed.count} images")


if __name__ == "__main__":
    main()
