"""Planes that one object fills, or a few, where the automatic scale must not look for small ones only: bright and
dark ones, rings, texture without an outline, 256 to 3000 px.

`python -m fastsam_train.large --fastsam ../../fastsam` (from models/training) draws them, runs the command line with
its defaults and prints objects, found ones (IoU above 0.5) and those too much of each plane that is not all right,
and the sums.
"""

import argparse
import subprocess
import tempfile
from pathlib import Path

import cv2
import numpy as np

from .levels import matches, read

KINDS = ("bright", "dark", "ring", "texture")
SHARES = (0.3, 0.5, 0.7, 0.85, 0.95)
PLANES = [(side, side, 1, share) for side in (256, 512, 1024) for share in SHARES] + [
    (*size, count, share)
    for size in ((640, 480), (1388, 1040), (2048, 2048), (3000, 2000))
    for count, share in ((1, 0.6), (1, 0.9), (2, 0.45), (3, 0.4), (5, 0.28))
]
GROUND, NOISE, TRIES = 100, 5, 200


def plane(kind, width, height, count, share, seed=1):
    """uint8 [height, width] and its labels, 1 .. `count` or, where there is no room, fewer; `share`: diameter over
    the shorter side."""
    random = np.random.default_rng((seed, KINDS.index(kind), width, height, count, round(100 * share)))
    short = min(width, height)
    values, labels = np.full((height, width), GROUND, np.float32), np.zeros((height, width), np.uint8)
    texture = _texture(random, labels.shape, short / 60)
    for label in range(1, count + 1):
        placed = _place(random, labels, short * share / 2)
        if placed is None:
            break
        radius, distance = placed
        labels[distance < 1] = label
        _draw(values, kind, distance, radius, short, texture)
    return np.clip(values + random.normal(0, NOISE, values.shape), 0, 255).astype(np.uint8), labels


def _texture(random, shape, sigma):
    return cv2.GaussianBlur(random.normal(size=shape).astype(np.float32), (0, 0), sigma) * sigma * 2


def _place(random, labels, radius):
    """Radius and [height, width]: below 1 within a wobbly ellipse that touches no other object; None without room."""
    height, width = labels.shape
    y, x = np.mgrid[:height, :width].astype(np.float32)
    for _ in range(TRIES):
        long = radius * random.uniform(0.9, 1.1)
        short = long * random.uniform(0.75, 1)
        room = min(long, 0.48 * min(width, height))
        at = random.uniform(room, width - room), random.uniform(room, height - room)
        turn = random.uniform(0, np.pi)
        u = (x - at[0]) * np.cos(turn) + (y - at[1]) * np.sin(turn)
        v = (y - at[1]) * np.cos(turn) - (x - at[0]) * np.sin(turn)
        angle = np.arctan2(v, u)
        wobble = 1 + sum(a * np.sin(n * angle + random.uniform(0, 6)) for a, n in ((0.04, 3), (0.03, 5)))
        distance = np.hypot(u / long, v / short) / wobble
        grown = cv2.dilate((distance < 1).astype(np.uint8), np.ones((5, 5)))
        if not labels[grown > 0].any():
            return long, distance
    return None


def _draw(values, kind, distance, radius, short, texture):
    inside = 1 / (1 + np.exp(np.clip((distance - 1) * radius / 2, -50, 50)))
    if kind == "bright":
        values += (80 + 8 * texture) * inside
    elif kind == "dark":
        values += (-60 + 8 * texture) * inside
    elif kind == "ring":
        values += 60 * np.exp(-(((distance - 1) * radius / (short * 0.012)) ** 2)) + 5 * inside
    else:
        values += (10 + 30 * texture) * inside


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="fastsam_train.large", description=__doc__)
    parser.add_argument("--fastsam", required=True, type=Path, help="the launcher")
    parser.add_argument("--seed", type=int, default=1)
    parsed = parser.parse_args(arguments)
    sums = np.zeros(3, int)
    with tempfile.TemporaryDirectory() as folder:
        images, out, truth = Path(folder) / "images", Path(folder) / "out", {}
        images.mkdir()
        for kind in KINDS:
            for width, height, count, share in PLANES:
                name = f"{kind}-{width}x{height}-{count}-{share}"
                image, truth[name] = plane(kind, width, height, count, share, parsed.seed)
                cv2.imwrite(str(images / f"{name}.png"), image)
        command = [parsed.fastsam.resolve(), "segment", images, "--out", out, "--write", "labels"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for name, labels in truth.items():
            predicted = read(out / f"{name}-labels.tif")
            found = len(matches(labels.astype(np.int64), [predicted]))
            row = labels.max(), found, len(np.unique(predicted[predicted > 0])) - found
            sums += row
            if row[1] < row[0] or row[2]:
                print(f"| {name} | {row[0]} | {row[1]} | {row[2]} |", flush=True)
    print(f"| all {len(truth)} | {sums[0]} | {sums[1]} | {sums[2]} |")


if __name__ == "__main__":
    main()
