"""Objects within objects: cells with nuclei, embryos with nuclei, colonies with cells, grains with inclusions,
glands with nuclei. Both levels have their own label image."""
import numpy as np

from .cells import confluent, sparse
from .common import amount, dome, haze, levels, photon, spread
from .degrade import finish, ground
from .nuclei_tissue import EOSIN, HAEM, _mix
from .noise import blur, canvas, chance, field, fractal, loguniform, pick
from .sections import Tissue, gland_layout
from .shapes import Scene, blob, centres, compact, inner_distance, pack, rod


def two_levels(rng):
    """Image, labels of the outer objects, labels of the inner ones (each within an outer one)."""
    shape = canvas(rng)
    return pick(rng, _cells, _cells, _smear, _embryos, _embryos, _colonies, _grains, _glands)(rng, shape)


def one_each(rng, outer, share):
    """A nucleus in each object, of `share` of its diameter, off the middle."""
    if not outer.any():
        return outer
    area, (cx, cy) = np.bincount(outer.ravel())[1:], centres(outer)
    items = []
    for i in range(len(area)):
        size = max(0.5 * np.sqrt(area[i] * 1.27) * share * rng.uniform(0.85, 1.15), 3.2)
        k = np.sqrt(rng.uniform(1, 1.5))
        item = blob(rng, size * k, size / k, rough=0.05)
        item.cx, item.cy = (c[i] + rng.normal(0, 0.15) * size for c in (cx, cy))
        items.append(item)
    return within(Scene(items, outer.shape).labels, outer)


def many_each(rng, outer, d, cover, edge=1.5, slender=1.3):
    """Objects of diameter d strewn over the outer ones."""
    k = np.sqrt(slender)

    def make(r):
        q = spread(r, d, 0.12) / 2
        return rod(r, 2 * q * slender, 2 * q / k) if slender > 1.6 else blob(r, q * k, q / k, rough=0.05)

    items = pack(rng, outer.shape, make, amount(outer.shape, d, cover, 2500), tries=4, gap=pick(rng, 0, 0.5), overlap=0)
    return within(Scene(items, outer.shape).labels, outer, edge)


def within(inner, outer, edge=1.0):
    """Inner objects that lie in one outer object, a little off its edge; others are left out."""
    allowed = (outer > 0) & (inner_distance(outer) > edge)
    whole = np.maximum(np.bincount(inner.ravel()), 1)
    kept = np.bincount(inner[allowed], minlength=len(whole)) / whole
    kept[0] = 0
    return compact(np.where((kept[inner] > 0.85) & allowed, inner, 0), 12)


def _by_object(values, labels):
    return np.concatenate([[0], values]).astype(np.float32)[labels]


def _solid(rng, labels, d, grain=0.2, spread_=0.3):
    """Brightness of filled objects about 1: domed, grainy, each of its own level."""
    n = int(labels.max())
    body = 0.6 + 0.4 * dome(inner_distance(labels), np.float32(d / 2), 0.6)
    body = body * np.maximum(1 + grain * fractal(rng, labels.shape, max(2.5, d / 5), 3), 0.1)
    return (labels > 0) * body * _by_object(levels(rng, n, spread_), labels)


def _cells(rng, shape):
    """Fluorescence: cytoplasm in one grey or colour, nuclei in the same or another."""
    d = loguniform(rng, 45, 190)
    outer = confluent(rng, shape, d) if chance(rng, 0.45) else sparse(rng, shape, d)
    share = rng.uniform(0.22, 0.5)
    inner = one_each(rng, outer, share)
    body = _solid(rng, outer, d, rng.uniform(0.05, 0.25)) * (1 - rng.uniform(0.2, 0.6) * np.exp(-inner_distance(outer) / 2))
    core = _solid(rng, inner, share * d)
    if chance(rng, 0.5):
        dark = chance(rng, 0.3)
        grey = 0.45 * body * (1 - rng.uniform(0.4, 0.85) * (inner > 0)) if dark else 0.35 * body + rng.uniform(0.35, 1.0) * core
        return _lit(rng, grey), outer, inner
    parts = [rng.uniform(0.4, 0.8) * body, rng.uniform(0.5, 1.0) * core, np.zeros_like(core)]
    return _lit(rng, np.stack([parts[i] for i in rng.permutation(3)], -1)), outer, inner


def _lit(rng, image):
    image = haze(rng, image * np.float32(loguniform(rng, 0.3, 1.1)), 0.3)
    dark = rng.uniform(0.01, 0.08) + ground(rng, image.shape[:2], 0.01)
    image = image + (dark if image.ndim == 2 else dark[..., None])
    return finish(rng, photon(rng, image, 40, 2000) if image.ndim == 2 else image, invert=0.08)


def _smear(rng, shape):
    """Giemsa and the like: pale cells with dark purple nuclei on bright ground."""
    d = loguniform(rng, 50, 170)
    outer = sparse(rng, shape, d)
    share = rng.uniform(0.4, 0.7)
    inner = one_each(rng, outer, share)
    body = _solid(rng, outer, d, 0.15) * rng.uniform(0.2, 0.5)
    core = _solid(rng, inner, share * d, 0.25) * rng.uniform(0.5, 1.3)
    image = _mix(rng, [(core + rng.uniform(0, 0.4) * body, HAEM), (body + 0.03 * fractal(rng, shape, 60), EOSIN)])
    return finish(rng, blur(image, rng.uniform(0.4, 1.0))), outer, inner


def _embryos(rng, shape):
    """Large smooth bodies full of small bright or dark nuclei."""
    d = rng.uniform(0.3, 0.75) * min(shape)

    def make(r):
        q, k = spread(r, d, 0.12) / 2, np.sqrt(r.uniform(1, 2.6))
        return blob(r, q * k, q / k, rough=0.03)

    scene = Scene(pack(rng, shape, make, int(rng.integers(1, 7)), gap=2, tries=12), shape)
    small = loguniform(rng, 8, max(9, d / 9))
    inner = many_each(rng, scene.labels, small, rng.uniform(0.15, 0.55), edge=rng.uniform(1, 0.3 * small + 1))
    glow = _solid(rng, scene.labels, d, rng.uniform(0.03, 0.15), 0.15) * rng.uniform(0.12, 0.4)
    core = blur(_solid(rng, inner, small, 0.1, rng.uniform(0.1, 0.4)), rng.uniform(0.4, 0.08 * small + 0.5))
    if chance(rng, 0.2):
        return _lit(rng, glow * 2 * (1 - 0.7 * np.clip(core, 0, 1))), scene.labels, inner
    grey = glow + rng.uniform(0.3, 0.9) * core * np.clip(1 + 0.3 * field(rng, shape, d / 2), 0.4, 1.6)
    return _lit(rng, grey if chance(rng, 0.7) else grey[..., None] * rng.uniform(0.1, 1, 3)), scene.labels, inner


def _colonies(rng, shape):
    """Flat colonies made of cells that touch, phase-dark or bright."""
    d = rng.uniform(0.15, 0.5) * min(shape)

    def make(r):
        q, k = spread(r, d, 0.3) / 2, np.sqrt(r.uniform(1, 1.6))
        return blob(r, q * k, q / k, rough=0.12)

    rough = Scene(pack(rng, shape, make, int(rng.integers(2, 16)), gap=4, tries=10), shape).labels
    small = loguniform(rng, 9, max(10, d / 5))
    inner = many_each(rng, rough, small, 1.2, edge=0.0, slender=pick(rng, 1.2, 1.4, 2.5))
    outer = _hull(rough, inner, small)
    inner = within(inner, outer, 0.0)
    sign, base = pick(rng, -1, 1), rng.uniform(0.35, 0.6)
    rim = np.exp(-((inner_distance(inner) - 0.5) / rng.uniform(0.8, 1.5)) ** 2) * (inner > 0)
    body = _solid(rng, inner, small, 0.15, 0.15) - rng.uniform(0.2, 0.7) * rim
    image = base + sign * rng.uniform(0.15, 0.4) * body - sign * rng.uniform(0, 0.1) * ((outer > 0) & (inner == 0))
    image = image + ground(rng, shape, rng.uniform(0.005, 0.03))
    return finish(rng, blur(image.astype(np.float32), rng.uniform(0.4, 0.9)), invert=0.1), outer, inner


def _hull(rough, inner, small):
    """Colony = its cells and the gaps between them."""
    near = blur((inner > 0).astype(np.float32), 0.35 * small) > 0.3
    return compact(np.where(near | (inner > 0), rough, 0), 60)


def _grains(rng, shape):
    """Grains or particles with dark or bright inclusions or pores."""
    d = rng.uniform(0.15, 0.5) * min(shape)
    outer = confluent(rng, shape, d) if chance(rng, 0.4) else sparse(rng, shape, d)
    small = loguniform(rng, 8, max(9, d / 5))
    inner = many_each(rng, outer, small, rng.uniform(0.06, 0.3), edge=2.0)
    n = int(outer.max())
    tone = _by_object(rng.uniform(0.35, 0.75, n), outer) * (1 + rng.uniform(0.03, 0.12) * fractal(rng, shape, d / 6, 3))
    seam = rng.uniform(0.2, 0.6) * np.exp(-inner_distance(outer) / rng.uniform(0.8, 2.0)) * (outer > 0)
    image = np.where(outer > 0, tone - seam, rng.uniform(0, 0.25) + ground(rng, shape, 0.02))
    pore = blur((inner > 0) * 1.0, 0.6) * pick(rng, -1, -1, 1) * rng.uniform(0.15, 0.4)
    image = image + pore * (0.8 + 0.2 * fractal(rng, shape, 4, 2))
    return finish(rng, image.astype(np.float32), invert=0.1), outer, inner


def _glands(rng, shape):
    """Stained section: glands with their nuclei, nothing else stained blue."""
    d = loguniform(rng, 9, 22)
    tissue = Tissue(rng, shape, d, gland_layout(rng, shape, d))
    inner = within(Scene(tissue.lining(rng), shape).labels, tissue.gland, 0.0)
    n = int(inner.max())
    blue = rng.uniform(0.5, 1.2) * _solid(rng, inner, d, 0.3, 0.2) if n else np.zeros(shape, np.float32)
    pink = rng.uniform(0.2, 0.7) * tissue.ground(rng) * np.where(tissue.gland > 0, 1.0, rng.uniform(0.3, 0.8))
    rim = np.exp(-inner_distance(tissue.gland) / 1.5) * (tissue.gland > 0) * rng.uniform(0, 0.4)
    image = blur(_mix(rng, [(blue + 0.1 * pink, HAEM), (pink + rim, EOSIN)]), rng.uniform(0.4, 1.0))
    return finish(rng, image), tissue.gland, inner
