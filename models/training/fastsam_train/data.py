"""Sets on disk: `<root>/<set>/images/<stem>.png` with `<root>/<set>/labels/<stem>.png`.

Images are 8 or 16-bit, grey or RGB; labels 8 or 16-bit, 0 = background, 1..N = objects. Anything else that
OpenCV reads is taken where it is one plane of whole, positive labels, or refused. A set of two
levels has the objects within the objects in `<root>/<set>/inner/<stem>.png`. Everything is read once
and kept in memory.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

# NB: OpenCV's own threads do not survive the fork of the workers that prepare batches, which then wait
# for them for ever; so it must never start any.
cv2.setNumThreads(1)

SPLITS = Path(__file__).parent / "splits"
VALIDATION_ONLY = {"dsb2018_val"}
# Neither trained on nor judged by: of the precipitates that the labels name, nothing is to be seen
# (brightness 127 on either, in noise of 74).
UNUSABLE = {("superalloy_gamma", "SE_15kv_50kx_precip - untested-2_0")}
# Where the edges of the images lie beside those of the labels, in pixels to the right and down, as `align`
# measures them: most of these sets were made smaller, images by means of pixels and labels by the nearest one.
# Training puts the labels there; validation leaves them as they are.
LABEL_SHIFTS = {
    "ampis_powder": (-0.5, -0.5), "bolts": (-0.5, -1.0), "colony_plates": (-0.5, -0.5), "fly_embryo": (-1.0, -1.0),
    "granular_heap": (-0.5, -0.5), "segmush": (-0.5, -0.5), "tem_nanoshapes": (-0.5, -0.5), "usiigaci_phase": (-0.5, -0.5),
}  # fmt: skip
SUFFIXES = (".png", ".tif", ".tiff", ".jpg", ".jpeg", ".bmp", ".webp")
WRITTEN = (*SUFFIXES, *(s.upper() for s in SUFFIXES), *(s.title() for s in SUFFIXES))


class DataError(ValueError):
    """A set that cannot be trained on; the message names the file and the way out."""


@dataclass
class Item:
    """One image: `image` uint8 [H, W] or RGB [H, W, 3], `labels` uint16 [H, W], `areas` in pixels
    by label, `diameter` the median diameter of the objects (0 where there are none), `stretch` the
    0.1 and 99.9 percentiles of a grey image, `middle` the image's median; `shift` how far the labels
    are to be moved, x and y, in pixels; `inner` the same image with the objects within the objects as
    its labels, where the set has them."""

    set: str
    stem: str
    image: np.ndarray
    labels: np.ndarray
    areas: np.ndarray = field(repr=False)
    diameter: float = 0.0
    stretch: tuple = (0.0, 255.0)
    middle: float = 0.0
    shift: tuple = (0.0, 0.0)
    inner: "Item | None" = field(default=None, repr=False)


def set_folders(roots):
    """Every folder with images/ and labels/ at or directly below the roots, by name, which must be its own."""
    found = {}
    for root in map(Path, roots):
        if not root.is_dir():
            raise DataError(f"data folder {root} does not exist")
        for folder in [root, *sorted(root.iterdir())]:
            if (folder / "images").is_dir():
                other = found.setdefault(folder.name, folder)
                if other.resolve() != folder.resolve():
                    raise DataError(f"two sets are called {folder.name}: {other} and {folder}. Rename one of the folders")
    if not found:
        raise DataError(f"no images/ and labels/ folders in {', '.join(map(str, roots))}")
    return found


def is_held_out(name, stem):
    """Whether the stem belongs to the validation part of its set."""
    if name in VALIDATION_ONLY:
        return True
    split = SPLITS / f"{name}.txt"
    return split.exists() and any(stem.startswith(p) for p in split.read_text().split())


def read_set(folder, held_out):
    """Items of one set: the held-out ones or the others."""
    name = folder.name
    images = [p for p in image_files(folder / "images") if is_held_out(name, p.stem) == held_out]
    images = [p for p in images if (name, p.stem) not in UNUSABLE]
    pairs = [(image, label_file(folder, image.stem)) for image in images]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(lambda pair: read_item(name, *pair), pairs))


def image_files(folder):
    """All but hidden ones, as macOS leaves beside each file on foreign disks."""
    return sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES and not p.name.startswith("."))


def label_file(folder, stem):
    """The label image of a stem."""
    for suffix in WRITTEN:
        path = folder / "labels" / (stem + suffix)
        if path.exists():
            return path
    raise DataError(f"{folder / 'images' / stem} has no label image of the same name in {folder / 'labels'}")


def read_item(name, image_path, label_path):
    image, labels = read_image(image_path), read_labels(label_path)
    if image.shape[:2] != labels.shape:
        raise DataError(
            f"{label_path} is {labels.shape[1]} x {labels.shape[0]} pixels but {image_path.name}"
            f" is {image.shape[1]} x {image.shape[0]}: a label image must have its image's size"
        )
    item = create_item(name, image_path.stem, image, labels)
    inner = label_path.parent.parent / "inner" / label_path.name
    if inner.exists():
        item.inner = create_item(name, image_path.stem, image, read_labels(inner))
    return item


def create_item(name, stem, image, labels):
    areas = np.bincount(labels.ravel())
    areas[0] = 0
    present = areas[areas > 0]
    diameter = float(np.median(2 * np.sqrt(present / np.pi))) if len(present) else 0.0
    stretch = byte_percentiles(image, (0.1, 99.9)) if image.ndim == 2 else (0.0, 255.0)
    (middle,) = byte_percentiles(image, (50,))
    return Item(name, stem, image, labels, areas, diameter, stretch, middle, LABEL_SHIFTS.get(name, (0.0, 0.0)))


def byte_percentiles(image, percents):
    """Percentiles of a uint8 image (lower value where between two), from its histogram."""
    heights = np.cumsum(np.bincount(image.ravel(), minlength=256))
    return tuple(float(np.searchsorted(heights, p / 100 * heights[-1])) for p in percents)


def read_plane(path):
    """Pixels of a file with one plane, as OpenCV has them."""
    pixels = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if pixels is None:
        raise DataError(f"{path} cannot be read as an image: save it anew as PNG, or as TIFF of 8 or 16 bits")
    if path.suffix.lower() in (".tif", ".tiff") and cv2.imcount(str(path), cv2.IMREAD_UNCHANGED) > 1:
        raise DataError(f"{path} has several planes: save each plane that is labeled as a file of its own")
    return pixels


def read_image(path):
    """uint8, grey [H, W] or RGB [H, W, 3]; all but 8 bits is stretched between its percentiles, those of the
    finite values, and what is no number becomes black."""
    image = read_plane(path)
    if image.ndim == 3:
        image = image[..., :3]
        image = image[..., 0] if (np.ptp(image, axis=2) == 0).all() else image[..., ::-1]
    if image.dtype != np.uint8:
        finite = image[np.isfinite(image)]
        low, high = np.percentile(finite, (0.1, 99.9)) if finite.size else (0, 0)
        image = np.nan_to_num(image.astype(np.float64), nan=low, posinf=high, neginf=low)
        image = np.clip((image - low) / max(high - low, 1e-6) * 255, 0, 255).astype(np.uint8)
    return np.ascontiguousarray(image)


def read_labels(path):
    """uint16 [H, W]; ids are renumbered where they do not fit."""
    labels = read_plane(path)
    if labels.ndim != 2:
        raise DataError(f"{path} is not a gray label image (0 = background, 1..N = objects)")
    if path.suffix.lower() in (".jpg", ".jpeg"):
        raise DataError(f"{path} is a JPEG, whose compression changes labels: save label images as PNG or TIFF")
    if labels.dtype == np.uint16:
        return labels
    no_label = ~np.isfinite(labels) | (labels < 0) | (labels != np.floor(labels))
    if no_label.any():
        raise DataError(f"{path} holds the value {labels[no_label][0]:g}: labels are whole numbers, 0 = background")
    ids, renumbered = np.unique(labels, return_inverse=True)
    if ids[0] != 0:
        renumbered = renumbered + 1
    if len(ids) > 65_000:
        raise DataError(f"{path} has {len(ids)} objects, more than 65 000")
    return renumbered.reshape(labels.shape).astype(np.uint16)
