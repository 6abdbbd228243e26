"""Fibres: cut across as discs, or rods that lie over one another."""
import numpy as np

from .common import amount, dome, halo, levels, spread
from .degrade import finish, ground, scratches
from .noise import blur, canvas, chance, colourise, field, fractal, loguniform, pick
from .shapes import Scene, blob, compact, despeckle, inner_distance, pack, polygon, rod, tiles


def fibres(rng):
    """Composite sections, muscle-like bundles, crossing rods."""
    shape = canvas(rng)
    look = pick(rng, _section, _section, _bundle, _rods, _rods)
    img, labels = look(rng, shape)
    if img.ndim == 2 and chance(rng, 0.15):
        img = colourise(img, rng.uniform(0.6, 1.05, 3))
    return finish(rng, img.astype(np.float32), invert=0.08), labels


def _section(rng, shape):
    """Discs of nearly one size in a matrix, packed loosely or tightly, with or without rim."""
    d = loguniform(rng, 12, 90)
    s, flat = pick(rng, 0.03, 0.08, 0.25), pick(rng, 1.03, 1.3, 2.0)
    lean, sides = rng.uniform(0, 6.28), pick(rng, 0, 0, 0, 5)

    def make(r):
        q = spread(r, d, s) / 2
        if sides:
            return polygon(r, q, sides, soft=0.35, irregular=0.3)
        k = np.sqrt(r.uniform(1, 1.03) * flat)
        return blob(r, q * k, q / k, lean + r.normal(0, 0.15), rough=0.015)

    cover = pick(rng, 0.2, 0.5, 0.65)
    scene = Scene(pack(rng, shape, make, amount(shape, d, cover, 350) * 2, clump=0.6, tries=6, cover=cover,
                       gap=pick(rng, 0, 1)), shape)
    inside, dist = scene.labels > 0, scene.dist()
    matrix = rng.uniform(0.1, 0.8)
    step = pick(rng, -1, 1) * rng.uniform(0.12, 0.5)
    tone = np.clip(matrix + step, 0.05, 0.95) + rng.normal(0, rng.uniform(0.005, 0.05), scene.n)
    img = matrix + ground(rng, shape, rng.uniform(0.01, 0.05))
    img = img + np.float32(rng.uniform(0.005, 0.04)) * fractal(rng, shape, rng.uniform(3, 20), 4)
    body = scene.lut(tone) + np.float32(rng.uniform(0, 0.04)) * field(rng, shape, max(2, d / 6))
    if chance(rng, 0.5):
        width = rng.uniform(0.8, 0.06 * d + 1)
        body = body + rng.uniform(-0.4, 0.4) * np.exp(-((dist - 0.5) / width) ** 2)
    if chance(rng, 0.3):
        rho = np.hypot(*scene.local())
        body = body + rng.uniform(-0.25, 0.25) * np.exp(-(rho / rng.uniform(0.2, 0.5)) ** 2)
    img = np.where(inside, body, img).astype(np.float32)
    if chance(rng, 0.3):
        scratches(rng, img, int(rng.integers(2, 30)), 0.1)
    return img, scene.labels


def _bundle(rng, shape):
    """Polygonal profiles with light seams, like muscle cut across; grey or stained."""
    d = loguniform(rng, 25, 120)
    labels = despeckle(tiles(rng, shape, d, rng.uniform(0.3, 0.8), rng.uniform(1, 1.6), 0.02), 5)
    dist = inner_distance(labels)
    gap = rng.uniform(0.5, 0.03 * d + 1)
    soft = blur((dist > gap).astype(np.float32), 0.05 * d)
    labels = compact(np.where((dist > gap) & (soft > 0.5), labels, 0), 30)
    n, dist = int(labels.max()), inner_distance(labels)
    tone = np.concatenate([[0], np.clip(rng.normal(rng.uniform(0.35, 0.7), rng.uniform(0.02, 0.12), n), 0.1, 0.85)])
    tex = 1 + rng.uniform(0.02, 0.12) * fractal(rng, shape, rng.uniform(2, d / 4), 3)
    bright = chance(rng, 0.6)
    seam = rng.uniform(0.85, 1.0) if bright else rng.uniform(0.03, 0.15)
    img = np.where(labels > 0, tone.astype(np.float32)[labels] * tex, seam + 0.03 * field(rng, shape, 4))
    if chance(rng, 0.5):
        f = field(rng, shape, max(3, d / 8))
        img = img - rng.uniform(0.2, 0.5) * np.clip(f - 1.8, 0, 1) * (np.abs(dist - 3) < 3)
    if bright and chance(rng, 0.6):
        img = np.exp(-(1.05 - img)[..., None] * np.array((0.3, 1.3, 0.7), np.float32) * rng.uniform(0.7, 1.3, 3))
    return img.astype(np.float32), labels


def _rods(rng, shape):
    """Cylinders at random or along one direction; the front one hides the rear."""
    w = loguniform(rng, 8, 36)
    aspect, curve = rng.uniform(4, 16), pick(rng, 0.0, 0.2, 1.2)
    lean = rng.uniform(0, 6.28) if chance(rng, 0.4) else None

    def make(r):
        width = w * r.uniform(0.8, 1.2)
        theta = None if lean is None else lean + r.normal(0, 0.25)
        return rod(r, width * aspect * r.uniform(0.5, 1.3), width, theta, r.normal(0, curve))

    n = int(np.clip(rng.uniform(0.1, 0.6) * shape[0] * shape[1] / (w * w * aspect), 2, 120))
    scene = Scene(pack(rng, shape, make, n, overlap=pick(rng, 0.0, 0.4, 0.6), tries=5), shape)
    inside, dist = scene.labels > 0, scene.dist()
    base, step = rng.uniform(0.05, 0.9), rng.uniform(0.2, 0.7)
    step = step if base < 0.45 else -step
    round_ = dome(dist, scene.lut(scene.get("b"), 1), 1.0)
    tone = np.clip(base + step * levels(rng, scene.n, 0.12), 0.05, 0.85)
    body = scene.lut(tone) * (rng.uniform(0.4, 0.75) + 0.4 * round_)
    body = body * (1 + rng.uniform(0.01, 0.1) * fractal(rng, shape, max(2.5, w / 3), 3))
    body = body + np.float32(pick(rng, 0.0, -0.25, 0.25)) * np.exp(-((dist - 0.5) / 1.2) ** 2)
    img = base + ground(rng, shape, rng.uniform(0.01, 0.05))
    if chance(rng, 0.4):
        img = img * (1 - rng.uniform(0.1, 0.5) * ~inside * halo(scene.outside(), 0.3 * w))
    return np.where(inside, body, img).astype(np.float32), scene.labels
