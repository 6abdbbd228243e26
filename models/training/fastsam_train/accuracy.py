"""docs/accuracy.md: every figure through the product's command line with its default settings.

`python -m fastsam_train.accuracy --data ../../../shared/data --fastsam ../../fastsam` (from
models/training) writes the page; `--only sets|stability|empties` renews one part of it.
"""

import argparse
import csv
import subprocess
import tempfile
from pathlib import Path

import cv2
import numpy as np

from .data import VALIDATION_ONLY, image_files, is_held_out, set_folders
from .empties import empty_images

MEASURES = ("ap_50", "ap_75", "ap_50_95", "precision_50", "recall_50", "mean_matched_iou")
PAGE = Path(__file__).resolve().parents[3] / "docs" / "accuracy.md"


def read(path):
    return cv2.imread(str(path), cv2.IMREAD_UNCHANGED)


def evaluate(fastsam, folder, options=()):
    """Segments `folder`/images, judges by `folder`/labels; the row of means of the CSV."""
    images = sorted(str(p) for p in (folder / "images").iterdir())
    predicted, table = folder / "predicted", folder / "scores.csv"
    command = [fastsam, "segment", *images, "--out", predicted, "--write", "labels", *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    command = [fastsam, "evaluate", "--truth", folder / "labels", "--predicted", predicted, "--csv", table]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with open(table, newline="") as file:
        rows = {row["image"]: row for row in csv.DictReader(file)}
    # NB: where nothing was matched, a mean IoU of the matched has no value.
    return {name: float(rows["mean of images"][name] or "nan") for name in MEASURES}


def store(folder, stem, image, labels):
    for name, pixels in (("images", image), ("labels", labels)):
        (folder / name).mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(folder / name / f"{stem}.png"), pixels)


def shifted(pixels, step=5):
    return pixels[step:, step:]


def scaled(factor):
    def change(image, labels):
        size = (round(image.shape[1] * factor), round(image.shape[0] * factor))
        how = cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR
        return cv2.resize(image, size, interpolation=how), cv2.resize(labels, size, interpolation=cv2.INTER_NEAREST)

    return change


CHANGES = {
    "as it is": lambda image, labels: (image, labels),
    "inverted": lambda image, labels: (255 - image, labels),
    "rotated by 90°": lambda image, labels: (np.rot90(image).copy(), np.rot90(labels).copy()),
    "as 16-bit": lambda image, labels: (image.astype(np.uint16) * 201 + 517, labels),
    "scaled by 0.7": scaled(0.7),
    "scaled by 1.4": scaled(1.4),
    "shifted by 5 pixels": lambda image, labels: (shifted(image), shifted(labels)),
}


def line(name, values):
    return "| " + " | ".join([name, *(f"{value:.3f}" for value in values)]) + " |"


def sets_part(fastsam, roots, work):
    rows, others = [], []
    for name, folder in sorted(set_folders(roots).items()):
        stems = held_out(folder, name)
        if not stems:
            continue
        for stem in stems:
            store(work / name, stem, read(folder / "images" / f"{stem}.png"), read(folder / "labels" / f"{stem}.png"))
        scores = evaluate(fastsam, work / name)
        rows.append(line(f"{name} ({len(stems)})", scores.values()))
        if name not in VALIDATION_ONLY:
            others.append(list(scores.values()))
    rows.append(line("**mean of the sets but dsb2018_val**", np.mean(others, axis=0)))
    return ["| set (images) | AP@0.5 | AP@0.75 | mean AP 0.5:0.95 | precision | recall | mean matched IoU |",
            "|---|---|---|---|---|---|---|", *rows]


def held_out(folder, name):
    """Stems of the images that no training sees."""
    return [p.stem for p in image_files(folder / "images") if is_held_out(name, p.stem)]


def stability_part(fastsam, roots, work):
    """Grey images of dsb2018_val only: inverting a stained section does not make sense."""
    folder = set_folders(roots)["dsb2018_val"]
    rows, first = [], None
    for name, change in CHANGES.items():
        target = work / name.replace(" ", "-").replace("°", "")
        for stem in held_out(folder, "dsb2018_val"):
            image, labels = read(folder / "images" / f"{stem}.png"), read(folder / "labels" / f"{stem}.png")
            if image.ndim == 2:
                store(target, stem, *change(image, labels))
        scores = evaluate(fastsam, target)
        first = first or scores
        rows.append(line(name, [scores["ap_50"], scores["ap_50"] - first["ap_50"], scores["ap_50_95"]]))
    return ["| dsb2018_val, gray images | AP@0.5 | change | mean AP 0.5:0.95 |", "|---|---|---|---|", *rows]


def empties_part(fastsam, work):
    found = {}
    for number, (kind, image) in enumerate(empty_images(50)):
        (work / "images").mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(work / "images" / f"{number:02d}-{kind.replace(' ', '-')}.png"), image)
    out = work / "out"
    subprocess.run([fastsam, "segment", work / "images", "--out", out, "--write", "labels"],
                   check=True, stdout=subprocess.DEVNULL)
    for path in sorted(out.glob("*-labels.tif")):
        kind = path.name[3:-len("-labels.tif")]
        found.setdefault(kind, []).append(int(read(path).max()))
    rows = [f"| {kind} | {len(counts)} | {sum(counts)} |" for kind, counts in found.items()]
    total = sum(map(sum, found.values()))
    return ["| images without objects | images | objects found |", "|---|---|---|", *rows, f"| **all** | 50 | {total} |"]


def replace_part(name, lines):
    """Puts lines between the marks of a part of the page."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    text = PAGE.read_text()
    before, rest = text.split(begin)
    after = rest.split(end)[1]
    PAGE.write_text("\n".join([before + begin, *lines, end + after]))


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="fastsam_train.accuracy", description=__doc__)
    parser.add_argument("--data", nargs="+", required=True)
    parser.add_argument("--fastsam", required=True, type=Path, help="the launcher")
    parser.add_argument("--only", choices=("sets", "stability", "empties"))
    parsed = parser.parse_args(arguments)
    fastsam = parsed.fastsam.resolve()
    parts = {
        "sets": lambda work: sets_part(fastsam, parsed.data, work),
        "stability": lambda work: stability_part(fastsam, parsed.data, work),
        "empties": lambda work: empties_part(fastsam, work),
    }
    for name, part in parts.items():
        if parsed.only in (None, name):
            with tempfile.TemporaryDirectory() as work:
                replace_part(name, part(Path(work)))


if __name__ == "__main__":
    main()
