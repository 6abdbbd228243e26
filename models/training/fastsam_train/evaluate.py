"""Accuracy of a model: `python -m fastsam_train.evaluate --model m.onnx --data DIR`.

AP(t) = TP / (TP + FP + FN) with one-to-one matches of IoU above t, mean over the images of a set; R50 is the
recall at an IoU of 0.5. The objects within objects of a set of two levels are judged by themselves, as
`<set>/inner`, which tells something where the scale is theirs (`dN`). Drawn images: `--all` (nothing of them is
held out; take a seed that was not trained on). Scales: a factor for all images, or `auto` (two passes, see scale.py).
"""

import argparse
import json
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment

from .data import read_set, set_folders
from .options import number, whole
from .predict import OnnxRunner, Settings, TorchRunner, segment
from .scale import automatic_scale

THRESHOLDS = np.arange(0.5, 1.0, 0.05)


def overlaps(truth, found):
    """IoU [n, m] of all pairs of labels (ids 1..n and 1..m as they occur)."""
    t, f = (np.unique(x, return_inverse=True)[1].reshape(x.shape) + (0 if (x == 0).any() else 1) for x in (truth, found))
    table = np.zeros((t.max() + 1, f.max() + 1))
    np.add.at(table, (t.ravel(), f.ravel()), 1)
    union = table.sum(1)[1:, None] + table.sum(0)[None, 1:] - table[1:, 1:]
    return table[1:, 1:] / np.maximum(union, 1)


def average_precision(truth, found):
    """AP at each of THRESHOLDS; 1 where both are empty."""
    iou = overlaps(truth, found)
    if 0 in iou.shape:
        return np.full(len(THRESHOLDS), float(iou.shape[0] == iou.shape[1]))
    values = []
    for threshold in THRESHOLDS:
        good = iou > threshold
        row, column = linear_sum_assignment(-good.astype(float))
        hits = good[row, column].sum()
        values.append(hits / (sum(iou.shape) - hits))
    return np.array(values)


def recall(truth, found):
    """Share of the true objects that a found one meets at an IoU above 0.5; 1 where there are none."""
    iou = overlaps(truth, found)
    return float((iou > THRESHOLDS[0]).any(1).mean()) if iou.size else float(iou.shape[0] == 0)


def evaluate_set(run, items, scale, settings):
    """Mean AP@0.5 and mean AP over 0.5..0.95 of a set, and the recall at an IoU of 0.5."""
    values, recalls = [], []
    for item in items:
        factor = automatic_scale(run, item.image, settings) if scale == "auto" else wanted_scale(scale, item)
        found = segment(run, item.image, factor, settings)
        values.append(average_precision(item.labels, found))
        recalls.append(recall(item.labels, found))
    values = np.array(values)
    return values[:, 0].mean(), values.mean(), np.mean(recalls)


def wanted_scale(scale, item):
    """A number is the factor itself; `dN` brings the true median diameter to N network pixels."""
    if str(scale).startswith("d"):
        return float(np.clip(float(scale[1:]) / max(item.diameter, 4), 0.1, 6))
    return float(scale)


def checked_scale(text):
    if text != "auto":
        number(1e-3)(text[text.startswith("d") :])
    return text


def wanted_levels(name, folder, parsed):
    """The items of a set to judge, by the name of their level."""
    if parsed.sets and name not in parsed.sets:
        return {}
    items = read_set(folder, True) + (read_set(folder, False) if parsed.all else [])
    items = items[:: max(1, -(-len(items) // parsed.most))]
    levels = {name: items, f"{name}/inner": [item.inner for item in items if item.inner]}
    return {level: found for level, found in levels.items() if found}


def open_runner(path):
    if path.suffix == ".onnx":
        return OnnxRunner(path)
    from .export import load_network, prepare

    return TorchRunner(prepare(load_network(path)[0]))


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="fastsam_train.evaluate", description=__doc__)
    parser.add_argument("--model", required=True, type=Path, help="ONNX file or checkpoint")
    parser.add_argument("--data", nargs="+", required=True)
    parser.add_argument("--scales", nargs="+", type=checked_scale, default=["auto"], help="factors, dN (median diameter to N) or auto")
    parser.add_argument("--sets", nargs="*", help="only these sets")
    parser.add_argument("--all", action="store_true", help="every image, not the held-out ones only")
    parser.add_argument("--most", type=whole(1), default=1000, help="images a set at most")
    for name, value in vars(Settings()).items():
        parser.add_argument("--" + name.replace("_", "-"), type=type(value), default=value)
    parsed = parser.parse_args(arguments)
    settings = Settings(**{k: getattr(parsed, k) for k in vars(Settings())})
    folders = set_folders(parsed.data)
    unknown = set(parsed.sets or ()) - folders.keys()
    if unknown:
        parser.error(f"argument --sets: there is no set {', '.join(sorted(unknown))}; there are {', '.join(sorted(folders))}")
    run, means = open_runner(parsed.model), {s: [] for s in parsed.scales}
    for name, folder in folders.items():
        for level, items in wanted_levels(name, folder, parsed).items():
            for scale in parsed.scales:
                half, mean, found = evaluate_set(run, items, scale, settings)
                means[scale].append(half)
                print(f"{level:16s} {scale:>6s} n={len(items):3d} AP50 {half:.3f}  AP {mean:.3f}  R50 {found:.3f}", flush=True)
    if not all(means.values()):
        parser.error(f"no image of {', '.join(parsed.data)} is held out: --all judges every image")
    print(json.dumps({f"mean AP50 {s}": round(float(np.mean(v)), 4) for s, v in means.items()}))


if __name__ == "__main__":
    main()
