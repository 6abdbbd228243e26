"""Objects inside objects: recall of either level and share of right parents, through the command line.

`python -m fastsam_train.levels --set cache/two/synth_two_levels --fastsam ../../fastsam` (from models/training)
segments the images of a set of two levels (images/, labels/ = outer objects, inner/), as
`python -m fastsam_train.synth --kinds two_levels` writes them.
"""

import argparse
import csv
import subprocess
import tempfile
from pathlib import Path

import cv2
import numpy as np

LEAST_IOU = 0.5


def read(path):
    return cv2.imread(str(path), cv2.IMREAD_UNCHANGED).astype(np.int64)


def matches(truth, predictions):
    """By true label: the number of the object that it is found as, in any of the label images."""
    areas, found = np.bincount(truth.ravel()), {}
    for predicted in predictions:
        width = predicted.max() + 1
        common = np.bincount((truth * width + predicted).ravel(), minlength=len(areas) * width).reshape(-1, width)
        union = areas[:, None] + np.bincount(predicted.ravel(), minlength=width)[None] - common
        iou = common / np.maximum(union, 1)
        iou[:, 0] = iou[0] = 0
        for label in np.flatnonzero(iou.max(1) > LEAST_IOU):
            found[int(label)] = int(iou[label].argmax())
    return found


def judge(outer, inner, labels, parents, parent_of):
    """Numbers: outer objects, those found, inner ones, those found, with parent found, parent right."""
    large, small = (matches(truth, (labels, parents)) for truth in (outer, inner))
    meant = {i: int(np.bincount(outer[inner == i]).argmax()) for i in small}
    known = [i for i in small if meant[i] in large]
    right = sum(parent_of.get(small[i], 0) == large[meant[i]] for i in known)
    count = [len(np.unique(truth[truth > 0])) for truth in (outer, inner)]
    return np.array([count[0], len(large), count[1], len(small), len(known), right])


def parents_in(table):
    with open(table, newline="") as file:
        return {int(row["label"]): int(row.get("parent") or 0) for row in csv.DictReader(file)}


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="fastsam_train.levels", description=__doc__)
    parser.add_argument("--set", required=True, type=Path)
    parser.add_argument("--fastsam", required=True, type=Path, help="the launcher")
    parsed = parser.parse_args(arguments)
    rows = []
    with tempfile.TemporaryDirectory() as out:
        command = [parsed.fastsam.resolve(), "segment", parsed.set / "images", "--out", out]
        subprocess.run([*command, "--write", "labels,parents,table"], check=True, stdout=subprocess.DEVNULL)
        for path in sorted((parsed.set / "labels").glob("*.png")):
            found = [read(Path(out) / f"{path.stem}-{kind}.tif") for kind in ("labels", "parents")]
            truth = read(path), read(parsed.set / "inner" / path.name)
            rows.append(judge(*truth, *found, parents_in(Path(out) / f"{path.stem}-objects.csv")))
            print(path.stem, *rows[-1])
    total, each = np.sum(rows, 0), np.array(rows)
    for name, k in (("outer", 0), ("inner", 2)):
        print(f"{name}: {total[k + 1] / total[k]:.3f}, mean over images {np.mean(each[:, k + 1] / each[:, k]):.3f}")
    print(f"parents right: {total[5] / max(1, total[4]):.3f}")


if __name__ == "__main__":
    main()
