"""Multiplexed fluorescence of tissue: dense small cells in two or three colours."""
import numpy as np

from .common import amount, levels, photon, spread
from .degrade import finish
from .noise import blur, canvas, chance, fibrous, field, fractal, loguniform, pick, ridges
from .shapes import Scene, blob, compact, despeckle, inner_distance, pack, tiles


def multiplex(rng):
    """Nuclei in one channel, markers about and between the cells in the others, blurred layers below."""
    shape = canvas(rng)
    d = loguniform(rng, 11, 36)
    labels = _cells(rng, shape, d)
    dna = _nuclei(rng, labels, d)
    markers = [_marker(rng, labels, d) for _ in range(pick(rng, 1, 2, 2))]
    img = _colours(rng, dna, markers)
    img = blur(img, rng.uniform(0.5, 0.05 * d + 0.6))
    for c in range(3):
        img[..., c] = photon(rng, img[..., c], 15, 600)
    grain = np.float32(loguniform(rng, 0.004, 0.06))
    img += grain * rng.standard_normal(img.shape, dtype=np.float32) * rng.uniform(0.2, 1, 3).astype(np.float32)
    return finish(rng, img, jpeg=chance(rng, 0.3)), labels


def _cells(rng, shape, d):
    """Cells that touch and overlap in sheets and strands, with holes and scattered single ones."""
    labels = _sheet(rng, shape, d) if chance(rng, 0.25) else _crowd(rng, shape, d)
    n = int(labels.max())
    if n == 0:
        return labels
    density = field(rng, shape, d * rng.uniform(3, 9)) + 0.4 * field(rng, shape, d * 1.5)
    level = np.bincount(labels.ravel(), density.ravel(), n + 1) / np.maximum(np.bincount(labels.ravel(), minlength=n + 1), 1)
    keep = level + rng.normal(0, 0.15, n + 1) > np.quantile(level[1:], rng.uniform(0, 0.6))
    keep[0] = False
    return compact(np.where(keep[labels], labels, 0))


def _sheet(rng, shape, d):
    """Polygons that tile the plane, like an epithelium."""
    labels = despeckle(tiles(rng, shape, d, rng.uniform(0.5, 1.0), rng.uniform(1, 1.5), pick(rng, 0.03, 0.08), 0.05), 3)
    gap = rng.uniform(0.3, 0.06 * d + 0.6)
    solid = blur((inner_distance(labels) > gap).astype(np.float32), d * rng.uniform(0.04, 0.1)) > 0.52
    return compact(np.where(solid, labels, 0))


def _crowd(rng, shape, d):
    """Round and oval cells that lie beside and over one another."""
    s, oval = rng.uniform(0.08, 0.25), rng.uniform(1.1, 2.0)

    def make(r):
        q = spread(r, d, s) / 2
        k = np.sqrt(r.uniform(1, oval))
        return blob(r, q * k, max(q / k, 3.5), rough=rng.uniform(0.02, 0.1))

    count = amount(shape, d, rng.uniform(0.5, 1.3), 1000)
    return Scene(pack(rng, shape, make, count, overlap=rng.uniform(0, 0.3), clump=0.5, tries=5), shape).labels


def _take(labels, values):
    return np.concatenate([[0], values]).astype(np.float32)[labels]


def _nuclei(rng, labels, d):
    """Nucleus of each cell, some dim or out of focus, over the blurred light of others below."""
    n = int(labels.max())
    dist = inner_distance(labels)
    share = rng.uniform(0.0, 0.3)
    body = 1 / (1 + np.exp(-(dist - share * d * 0.5) / (0.03 * d + 0.25)))
    body *= np.clip(1 + rng.uniform(0.05, 0.35) * fractal(rng, labels.shape, max(2.5, d / 4), 3), 0.2, 2)
    body *= 1 - rng.uniform(0, 0.5) * np.exp(-dist / (0.08 * d + 0.5))
    sharp = body * _take(labels, levels(rng, n, rng.uniform(0.1, 0.5))) * (labels > 0)
    far = _take(labels, rng.random(n) < rng.uniform(0, 0.35))
    img = sharp * (1 - far) + blur(sharp * far, 0.1 * d)
    other = np.roll(sharp, tuple(rng.integers(20, 200, 2)), (0, 1))
    below = np.clip(field(rng, labels.shape, d * rng.uniform(2, 5)), 0, 2)
    return img + rng.uniform(0, 0.45) * blur(other, rng.uniform(0.12, 0.3) * d) * below


def _marker(rng, labels, d):
    """One marker: membranes or bodies of some cells, matrix fibres, a diffuse part."""
    shape, n = labels.shape, int(labels.max())
    region = 1 / (1 + np.exp(-4 * (field(rng, shape, d * rng.uniform(2, 8)) - rng.uniform(-0.5, 1.2))))
    dist = inner_distance(labels)
    rim = np.exp(-(np.maximum(dist - 0.5, 0) / rng.uniform(0.8, 0.12 * d + 0.8)) ** 2) * (labels > 0)
    body = pick(rng, rim, rim, (labels > 0).astype(np.float32))
    img = body * _take(labels, levels(rng, n, 0.7)) * (region + 0.1 * rng.random())
    img += rng.uniform(0, 0.5) * region * np.clip(0.5 + 0.4 * fractal(rng, shape, d, 4), 0, 2)
    if chance(rng, 0.7):
        fibre = ridges(rng, shape, d * rng.uniform(1.5, 4), 0.15) * np.clip(0.4 + fibrous(rng, shape, 3, 6), 0, 2)
        img += rng.uniform(0.1, 0.8) * fibre * np.clip(field(rng, shape, d * 5) + 0.3, 0, 2)
    if chance(rng, 0.3):
        img += rng.uniform(0.3, 1.5) * np.clip(field(rng, shape, rng.uniform(1.6, 4)) - 2, 0, 1)
    return blur(img.astype(np.float32), rng.uniform(0.3, 0.06 * d + 0.4))


def _colours(rng, dna, markers):
    """Nuclei mostly blue, markers in the other channels; sometimes any other assignment."""
    order = [2, *rng.permutation(2)] if chance(rng, 0.65) else list(rng.permutation(3))
    img = np.zeros((*dna.shape, 3), np.float32)
    for channel, part in zip(order, [dna, *markers]):
        top = float(np.percentile(part[::4, ::4], 99.5)) + 1e-3
        weight = np.zeros(3, np.float32)
        weight[channel] = 1
        weight += rng.uniform(0, 0.25, 3).astype(np.float32) * chance(rng, 0.4)
        img += (rng.uniform(0.35, 1.1) * part / top)[..., None].astype(np.float32) * weight
    return img + np.float32(rng.uniform(0, 0.06))
