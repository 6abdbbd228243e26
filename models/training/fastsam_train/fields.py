"""Fields of small objects on noise, where the automatic scale must not miss any: discs, rings, dark
on light, textured, elongated, at 512 to 4096 px.

`python -m fastsam_train.fields --fastsam ../../fastsam --most 2600` (from models/training) draws
them, runs the command line with its defaults and prints found / true.
"""

import argparse
import csv
import subprocess
import tempfile
from pathlib import Path

import cv2
import numpy as np

GROUND, DARKEST, BRIGHTEST, NOISE = 22, 90, 220, 5
FIELDS = (
    ("discs", 512, 12), ("discs", 700, 8), ("discs", 1024, 12), ("discs", 1800, 12), ("discs", 2048, 10),
    ("discs", 2500, 12), ("discs", 3000, 40), ("discs", 4096, 14), ("discs", 4096, 24), ("rings", 512, 24), ("rings", 1024, 16), ("rings", 2200, 20),
    ("rings", 2600, 12), ("dark", 512, 8), ("dark", 1600, 10), ("dark", 2500, 24), ("dark", 3600, 16),
    ("textured", 1024, 24), ("textured", 1500, 16), ("textured", 2048, 12), ("textured", 2600, 30),
    ("elongated", 800, 36), ("elongated", 1200, 14), ("elongated", 2400, 12), ("elongated", 3200, 28),
)


def field(kind, side, diameter, seed=1):
    """uint8 [side, side] and the number of objects."""
    random = np.random.default_rng((seed, side, diameter, sum(map(ord, kind))))
    values = np.full((side, side), GROUND, np.float32)
    if kind == "textured":
        values += cv2.GaussianBlur(_noise(random, (side, side)), (0, 0), diameter / 2) * diameter * 0.6 + 10
    step = round(diameter * (2.2 if kind == "elongated" else 1.9))
    count = 0
    for y in range(step, side - step, step):
        for x in range(step, side - step, step):
            if random.random() < 0.8:
                center = (int(x + random.integers(-2, 3)), int(y + random.integers(-2, 3)))
                radius = max(2, round(diameter / 2 + random.integers(-1, 2) * diameter / 14))
                _draw(values, kind, center, radius, random)
                count += 1
    values = cv2.GaussianBlur(values, (0, 0), max(1.0, diameter / 20)) + random.normal(0, NOISE, values.shape)
    if kind == "dark":
        values = 240 - values * 0.8
    return np.clip(values, 0, 255).astype(np.uint8), count


def _noise(random, shape):
    return random.normal(0, 1, shape).astype(np.float32)


def _draw(values, kind, center, radius, random):
    value = float(random.integers(DARKEST, BRIGHTEST))
    if kind == "rings":
        cv2.circle(values, center, radius, value, max(1, round(radius * 2 / 7)), cv2.LINE_AA)
    elif kind == "elongated":
        axes = round(radius * 1.35), max(2, round(radius * 0.72))
        cv2.ellipse(values, center, axes, float(random.uniform(0, 180)), 0, 360, value, -1, cv2.LINE_AA)
    elif kind == "textured":
        _draw_textured(values, center, radius, value, random)
    else:
        cv2.circle(values, center, radius, value, -1, cv2.LINE_AA)


def _draw_textured(values, center, radius, value, random):
    disc = np.zeros((4 * radius + 1,) * 2, np.float32)
    cv2.circle(disc, (2 * radius, 2 * radius), radius, 1, -1, cv2.LINE_AA)
    grain = cv2.GaussianBlur(_noise(random, disc.shape), (0, 0), max(0.8, radius / 6))
    left, top = center[0] - 2 * radius, center[1] - 2 * radius
    x0, y0 = max(0, left), max(0, top)
    under = values[y0 : top + len(disc), x0 : left + len(disc)]
    part = np.s_[y0 - top : y0 - top + under.shape[0], x0 - left : x0 - left + under.shape[1]]
    under += disc[part] * (value + 25 * grain[part] / grain.std() - under)


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="fastsam_train.fields", description=__doc__)
    parser.add_argument("--fastsam", required=True, type=Path, help="the launcher")
    parser.add_argument("--most", type=int, default=4096, help="greatest side")
    parser.add_argument("--seed", type=int, default=1)
    parsed = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        for kind, side, diameter in (f for f in FIELDS if f[1] <= parsed.most):
            image, count = field(kind, side, diameter, parsed.seed)
            path = Path(folder) / f"{kind}-{side}-{diameter}.png"
            cv2.imwrite(str(path), image)
            command = [parsed.fastsam.resolve(), "segment", path, "--out", folder, "--write", "labels"]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            with open(Path(folder) / "report.csv", newline="") as report:
                row = next(csv.DictReader(report))
            share = int(row["objects"]) / count
            print(f"| {path.stem} | {count} | {row['objects']} | {share:.3f} | {row['scale']} |", flush=True)


if __name__ == "__main__":
    main()
