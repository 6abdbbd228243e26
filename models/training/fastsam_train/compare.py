"""Is a new network better? `python -m fastsam_train.compare --old a.onnx --new b.onnx --data DIR --drawn DIR`.

Both through the product's command line with its defaults, in one run: held-out images of every set, drawn images
(with a seed that neither was trained on), images without any object. Prints a table and a verdict: better overall
where the mean AP@0.5 and mean AP of the sets rise, worse where a set loses more than `--tolerance`.
"""

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path

import cv2

from .accuracy import evaluate, held_out, line, read, store
from .data import image_files, set_folders
from .empties import empty_images

SHOWN = ("ap_50", "ap_75", "ap_50_95")


def anew(fastsam, folder, options):
    """`evaluate` without what an earlier network left."""
    shutil.rmtree(folder / "predicted", ignore_errors=True)
    return evaluate(fastsam, folder, options)


def rows_of(sets, models, fastsam, measure=anew):
    """By set: the new network's measures and how much they differ from the old one's. `sets` holds folders with
    images and labels by name."""
    rows = {}
    for name, folder in sets.items():
        old, new = (measure(fastsam, folder, ("--model", model)) for model in models)
        rows[name] = [value for key in SHOWN for value in (new[key], new[key] - old[key])]
        print(line(name, rows[name]), flush=True)
    return rows


def verdict(rows, objects, tolerance):
    """Text that begins with 'better' or 'not better'. `objects`: found in images without any, (old, new)."""
    means = [sum(row[i] for row in rows.values()) / len(rows) for i in range(6)]
    worse = [name for name, row in rows.items() if min(row[1], row[5]) < -tolerance]
    reasons = [f"{name} loses" for name in worse]
    reasons += [f"means change by {means[1]:+.3f} and {means[5]:+.3f}"] if min(means[1], means[5]) <= 0 else []
    reasons += [f"{objects[1]} objects in images without any, {objects[0]} before"] if objects[1] > objects[0] else []
    if reasons:
        return "not better: " + "; ".join(reasons)
    return f"better: AP@0.5 {means[0]:.3f} ({means[1]:+.3f}), mean AP {means[4]:.3f} ({means[5]:+.3f})"


def copy_sets(roots, drawn, work):
    """Held-out images of the roots and all of the drawn sets, by name, as folders below `work`."""
    sets = {}
    folders = set_folders([*roots, *drawn])
    folders.pop("synth_empty", None)  # images without objects have no precision; they are counted apart
    for name, folder in folders.items():
        is_drawn = name.startswith("synth_")
        stems = [p.stem for p in image_files(folder / "images")] if is_drawn else held_out(folder, name)
        for stem in stems:
            image, labels = (read(folder / level / f"{stem}.png") for level in ("images", "labels"))
            store(work / name, stem, image, labels)
        sets.update({name: work / name} if stems else {})
    return sets


def objects_in_empties(fastsam, work, model):
    shutil.rmtree(work / "empties-out", ignore_errors=True)
    (work / "empties").mkdir(exist_ok=True)
    for number, (_, image) in enumerate(empty_images(50)):
        cv2.imwrite(str(work / "empties" / f"{number:02d}.png"), image)
    command = [fastsam, "segment", work / "empties", "--out", work / "empties-out", "--write", "labels"]
    subprocess.run([*command, "--model", model], check=True, stdout=subprocess.DEVNULL)
    return sum(int(read(path).max()) for path in (work / "empties-out").glob("*-labels.tif"))


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="fastsam_train.compare", description=__doc__)
    parser.add_argument("--old", required=True, type=Path)
    parser.add_argument("--new", required=True, type=Path)
    parser.add_argument("--data", nargs="+", required=True)
    parser.add_argument("--drawn", nargs="*", default=[])
    parser.add_argument("--fastsam", required=True, type=Path, help="the launcher")
    parser.add_argument("--tolerance", type=float, default=0.02)
    parsed = parser.parse_args(arguments)
    models, fastsam = [parsed.old.resolve(), parsed.new.resolve()], parsed.fastsam.resolve()
    print("| set | AP@0.5 | change | AP@0.75 | change | mean AP | change |\n|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        rows = rows_of(copy_sets(parsed.data, parsed.drawn, Path(folder)), models, fastsam)
        objects = [objects_in_empties(fastsam, Path(folder), model) for model in models]
    print(verdict(rows, objects, parsed.tolerance))


if __name__ == "__main__":
    main()
