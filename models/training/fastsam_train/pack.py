"""Training images small enough to travel: `python -m fastsam_train.pack --data DIR --out cache/real`.

Images become WebP, labels (inner ones too) stay PNG; held-out images stay here. The quality is the best at which
the whole is at most `--most` MB, judged by every twelfth image.
"""

import argparse
import shutil
import sys
from pathlib import Path

import cv2

from .data import UNUSABLE, DataError, image_files, is_held_out, label_file, set_folders

QUALITIES = (92, 88, 84, 80, 75, 70, 65)
SAMPLE = 12
LABELS_SHARE = 0.2  # of the whole, about


def pack(roots, out, most):
    """Writes the sets below `out` anew; returns its bytes and the quality."""
    check_removable(roots, out)
    sets = {name: (folder, wanted(name, folder)) for name, folder in set_folders(roots).items()}
    quality = quality_for([path for _, paths in sets.values() for path in paths], most * 1e6 * (1 - LABELS_SHARE))
    shutil.rmtree(out, ignore_errors=True)
    for name, (folder, paths) in sets.items():
        for path in paths:
            pack_image(path, folder, out / name, quality)
    return sum(path.stat().st_size for path in out.rglob("*") if path.is_file()), quality


def check_removable(roots, out):
    """`out` must be new, or hold packed sets and nothing else: it is removed with all that is in it."""
    here = out.resolve()
    for root in (Path(root).resolve() for root in roots):
        if root == here or root in here.parents or here in root.parents:
            raise DataError(f"{out} and the data in {root} lie in one another, so that packing would remove data: name another --out")
    if out.exists():
        strange = [path for path in (out.iterdir() if out.is_dir() else [out]) if not is_packed(path)]
        if strange:
            raise DataError(f"{strange[0]} is no packed set and would be removed: name a folder of its own as --out")


def is_packed(folder):
    images = folder / "images"
    return images.is_dir() and all(path.suffix == ".webp" for path in images.iterdir())


def wanted(name, folder):
    return [p for p in image_files(folder / "images") if not is_held_out(name, p.stem) and (name, p.stem) not in UNUSABLE]


def quality_for(paths, most):
    for quality in QUALITIES:
        sample = paths[::SAMPLE]
        size = sum(len(coded(path, quality)) for path in sample) * len(paths) / len(sample)
        if size <= most:
            return quality
    sys.exit(f"images are {size / 1e6:.0f} MB even at quality {quality}; leave sets out or raise --most")


def coded(path, quality):
    return cv2.imencode(".webp", cv2.imread(str(path), cv2.IMREAD_COLOR), [cv2.IMWRITE_WEBP_QUALITY, quality])[1]


def pack_image(path, folder, out, quality):
    for level in ("images", "labels", "inner"):
        (out / level).mkdir(parents=True, exist_ok=True)
    coded(path, quality).tofile(out / "images" / f"{path.stem}.webp")
    for source in (label_file(folder, path.stem), folder / "inner" / f"{path.stem}.png"):
        if source.exists():
            labels = cv2.imread(str(source), cv2.IMREAD_UNCHANGED)
            cv2.imwrite(str(out / source.parent.name / f"{path.stem}.png"), labels, [cv2.IMWRITE_PNG_COMPRESSION, 9])


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="fastsam_train.pack", description=__doc__)
    parser.add_argument("--data", nargs="+", required=True)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--most", type=float, default=24, help="MB")
    parsed = parser.parse_args(arguments)
    try:
        size, quality = pack(parsed.data, parsed.out, parsed.most)
    except DataError as problem:
        sys.exit(f"cannot pack: {problem}")
    print(f"{parsed.out}: {size / 1e6:.1f} MB, WebP quality {quality}")


if __name__ == "__main__":
    main()
