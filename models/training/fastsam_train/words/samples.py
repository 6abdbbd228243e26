"""Crops with their signs, from drawn images and from sets on disk."""
import zlib
from dataclasses import dataclass

import cv2
import numpy as np

from .. import data, synth
from . import crops, properties
from .captions import LIGHT, SHAPE, SIZE

LEAST_AREA = 40
INPUT = 56  # what the tower sees of a crop: means of blocks of 4 x 4


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
    for index in np.flatnonzero(item.areas >= LEAST_AREA):
        bounds = cv2.boundingRect((item.labels == index).astype(np.uint8))
        if max(bounds[2:]) < 0.9 * min(item.labels.shape):
            found.append((int(index), bounds, properties.signs(grey, item.labels, index, bounds)))
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


def drawn(count, seed):
    """Samples of `count` drawn images, kinds in turn."""
    kinds = [k for k in synth.KINDS if k != "empty"]
    for i in range(count):
        item = drawn_item(kinds[i % len(kinds)], seed, i // len(kinds))
        yield from of_item(item, np.random.default_rng([seed, i]))


def stored(roots, held_out, most=24):
    """Samples of the sets on disk: of the held-out stems or of the others, never of both."""
    for folder in data.set_folders(roots).values():
        for item in data.read_set(folder, held_out):
            name = f"{item.set} {item.stem}"
            yield from of_item(item, np.random.default_rng(zlib.crc32(name.encode())), most)


def of_eight(signs):
    """Which of the eight kinds of size, shape and light; -1 where one of them is not clear."""
    three = np.asarray(signs)[..., [SIZE, SHAPE, LIGHT]]
    index = ((three > 0) * (4, 2, 1)).sum(-1)
    return np.where((three == 0).any(-1), -1, index)
