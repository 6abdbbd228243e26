"""Crops with their signs, from drawn images and from sets on disk."""
import zlib
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import find_objects

from .. import data, synth
from . import crops, properties
from .captions import LIGHT, SHAPE, SIZE

LEAST_AREA = 40
INPUT = 28  # what the tower sees of a crop: means of blocks of 8 x 8


@dataclass
class Sample:
    """One object: where it is from, its signs and its two crops as the tower sees them, uint8."""

    set: str
    stem: str
    label: int
    signs: np.ndarray
    plain: np.ndarray
    masked: np.ndarray


def of_item(item, rng, most=24):
    """Up to `most` objects of an image, kinds that are rare in it first."""
    planes = crops.stretched(item.image, item.stretch)
    grey = planes.mean(2)
    found = []
    for index, place in enumerate(find_objects(item.labels), 1):
        if place is None or item.areas[index] < LEAST_AREA:
            continue
        rows, columns = place
        bounds = columns.start, rows.start, columns.stop - columns.start, rows.stop - rows.start
        if max(bounds[2:]) < 0.9 * min(item.labels.shape):
            found.append((index, bounds, properties.signs(grey, item.labels, index, bounds)))
    return [sample(item, planes, *found[i]) for i in spread([f[2] for f in found], most, rng)]


def spread(signs, most, rng):
    """Indices of the objects to take: the order of each within its kind, with chance among equals."""
    keys, seen = [], {}
    for i in rng.permutation(len(signs)):
        kind = tuple(signs[i])
        seen[kind] = seen.get(kind, 0) + 1
        keys.append((seen[kind], int(i)))
    return [i for _, i in sorted(keys, key=lambda k: k[0])[:most]]


def sample(item, planes, index, bounds, signs):
    plain, masked = (pooled(crops.resized(c)) for c in crops.crops(planes, item.labels == index, bounds))
    return Sample(item.set, item.stem, index, signs, plain, masked)


def pooled(crop):
    block = crops.SIDE // INPUT
    means = crop.reshape(INPUT, block, INPUT, block, 3).mean((1, 3))
    return np.floor(means + 0.5).astype(np.uint8)


def drawn_item(kind, seed, number):
    """A drawn image with its labels."""
    rng = np.random.default_rng([seed, zlib.crc32(kind.encode()), number])
    image, labels = synth.generate(kind, rng)
    return data.create_item(f"synth_{kind}", f"{kind}_{seed}_{number:05d}", image, labels)


def drawn(task):
    """Samples of one drawn image; task: (number, seed). Kinds come in turn."""
    number, seed = task
    return of_item(drawn_item(*kind_of(number, seed)), np.random.default_rng([seed, number]))


def kind_of(number, seed):
    """What `drawn_item` needs for an image of a run."""
    kinds = [k for k in synth.KINDS if k != "empty"]
    return kinds[number % len(kinds)], seed, number // len(kinds)


def stored_images(roots, held_out, most):
    """Tasks for `stored`: at most so many images a set, spread over its names, of the held-out stems or of the
    others, never of both."""
    for folder in data.set_folders(roots).values():
        images = [p for p in data.image_files(folder / "images") if data.is_held_out(folder.name, p.stem) == held_out]
        for i in sorted({int(k) for k in np.linspace(0, len(images) - 1, min(most, len(images)))}):
            yield folder, images[i]


def stored(task):
    """Samples of one image on disk; task: (folder of its set, file)."""
    folder, path = task
    item = data.read_item(folder.name, path, data.label_file(folder, path.stem))
    return of_item(item, np.random.default_rng(zlib.crc32(f"{folder.name} {path.stem}".encode())))


def of_eight(signs):
    """Which of the eight kinds of size, shape and light; -1 where one of them is not clear."""
    three = np.asarray(signs)[..., [SIZE, SHAPE, LIGHT]]
    index = ((three > 0) * (4, 2, 1)).sum(-1)
    return np.where((three == 0).any(-1), -1, index)
