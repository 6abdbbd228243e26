"""Writes synthetic sets: python -m fastsam_train.synth --out DIR --count N --seed S."""
import argparse
import zlib
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import cv2
import numpy as np

from . import KINDS, generate


def write(task):
    """Makes image `index` of a kind and writes it with its labels; task: (out, kind, index, seed)."""
    out, kind, index, seed = task
    rng = np.random.default_rng([seed, zlib.crc32(kind.encode()), index])
    img, *levels = generate(kind, rng)
    folder, stem = Path(out) / f"synth_{kind}", f"{kind}_{seed}_{index:05d}.png"
    rgb = img if img.ndim == 2 else cv2.cvtColor(img, cv2.COLOR_RGB2BGR)
    cv2.imwrite(str(folder / "images" / stem), rgb, [cv2.IMWRITE_PNG_COMPRESSION, 1])
    for name, labels in zip(("labels", "inner"), levels):
        (folder / name).mkdir(exist_ok=True)
        cv2.imwrite(str(folder / name / stem), labels)


def main(argv=None):
    p = argparse.ArgumentParser(prog="fastsam_train.synth", description=__doc__)
    p.add_argument("--out", required=True, help="folder that gets synth_<kind>/images, /labels and, of two levels, /inner")
    p.add_argument("--count", type=int, required=True, help="images in all, spread over the kinds")
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--kinds", default=",".join(KINDS), help="comma-separated; default all")
    p.add_argument("--jobs", type=int, default=1, help="processes")
    a = p.parse_args(argv)
    kinds = a.kinds.split(",")
    for k in kinds:
        if k not in KINDS:
            p.error(f"no kind {k}; there are {', '.join(KINDS)}")
        (Path(a.out) / f"synth_{k}" / "images").mkdir(parents=True, exist_ok=True)
    tasks = [(a.out, kinds[i % len(kinds)], i // len(kinds), a.seed) for i in range(a.count)]
    if a.jobs > 1:
        with ProcessPoolExecutor(a.jobs) as pool:
            list(pool.map(write, tasks, chunksize=16))
    else:
        for t in tasks:
            write(t)


if __name__ == "__main__":
    main()
