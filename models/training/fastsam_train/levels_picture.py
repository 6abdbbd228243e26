"""docs/images/result-levels.png: objects inside objects of two drawn images, as the command line outlines them.

`python -m fastsam_train.levels_picture --fastsam ../../fastsam --out ../../docs/images/result-levels.png`
"""

import argparse
import subprocess
import tempfile
from pathlib import Path

import cv2
import numpy as np

from .synth.__main__ import write

KIND = "two_levels"
SHOWN = ((11, 10), (23, 1))  # seed and index: cells with nuclei, an embryo with nuclei
HEIGHT, GAP = 380, 12


def outlined(fastsam, work, seed, index):
    """BGR, HEIGHT pixels high."""
    drawn = work / f"synth_{KIND}"
    (drawn / "images").mkdir(parents=True, exist_ok=True)
    write((work, KIND, index, seed))
    stem = f"{KIND}_{seed}_{index:05d}"
    image = drawn / "images" / f"{stem}.png"
    subprocess.run([fastsam, "segment", image, "--out", work, "--write", "overlay"], check=True, stdout=subprocess.DEVNULL)
    picture = cv2.imread(str(work / f"{stem}-overlay.png"))
    width = round(picture.shape[1] * HEIGHT / picture.shape[0])
    return cv2.resize(picture, (width, HEIGHT), interpolation=cv2.INTER_AREA)


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="fastsam_train.levels_picture", description=__doc__)
    parser.add_argument("--fastsam", required=True, type=Path, help="the launcher")
    parser.add_argument("--out", required=True, type=Path)
    parsed = parser.parse_args(arguments)
    gap = np.full((HEIGHT, GAP, 3), 255, np.uint8)
    with tempfile.TemporaryDirectory() as work:
        first, second = (outlined(parsed.fastsam.resolve(), Path(work), *shown) for shown in SHOWN)
    cv2.imwrite(str(parsed.out), np.hstack((first, gap, second)))


if __name__ == "__main__":
    main()
