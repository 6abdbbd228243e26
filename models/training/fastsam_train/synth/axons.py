"""Myelinated axons in electron micrographs; the label is axon plus sheath."""
import numpy as np

from .common import amount, levels, spread
from .degrade import finish
from .noise import canvas, chance, fibrous, field, fractal, loguniform, pick, ridges, white
from .shapes import Scene, blob, pack


def axons(rng):
    """Dark sheaths round lighter axons on textured ground (TEM), or the inverse (SEM)."""
    shape = canvas(rng)
    d = loguniform(rng, 14, 110)
    scene = Scene(_layout(rng, shape, d), shape)
    img = _neuropil(rng, shape, d)
    img = _fibres(rng, scene, img, d)
    img += np.float32(rng.uniform(0.01, 0.06)) * (0.6 * white(rng, shape) + field(rng, shape, rng.uniform(1.6, 3)))
    return finish(rng, img, invert=0.2), scene.labels


def _layout(rng, shape, d):
    s, flat, rough = rng.uniform(0.15, 0.6), rng.uniform(1.1, 2.2), rng.uniform(0.03, 0.18)
    lean = rng.uniform(0, 2 * np.pi) if chance(rng, 0.3) else None

    def make(r):
        q = spread(r, d, s) / 2
        k = np.sqrt(r.uniform(1, flat))
        theta = None if lean is None else lean + r.normal(0, 0.3)
        return blob(r, q * k, q / k, theta, rough, bend=r.normal(0, 0.1))

    cover = pick(rng, 0.15, 0.4, 0.8, 0.8)
    return pack(rng, shape, make, amount(shape, d, cover, 400) * 2, overlap=pick(rng, 0, 0.03, 0.08),
                gap=pick(rng, 0, 0, 1, 3), clump=0.3, cover=cover, tries=8)


def _neuropil(rng, shape, d):
    """Grey ground with membranes, vesicles and fine grain, about 0.55 +- 0.15."""
    img = rng.uniform(0.45, 0.75) + np.float32(rng.uniform(0.02, 0.08)) * fractal(rng, shape, d, 4)
    if chance(rng, 0.75):
        scale = max(5.0, d * rng.uniform(0.2, 0.6))
        lines = ridges(rng, shape, scale, rng.uniform(0.08, 0.2)) + ridges(rng, shape, scale * 0.6, 0.12)
        img -= np.float32(rng.uniform(0.05, 0.3)) * np.minimum(lines, 1)
    if chance(rng, 0.4):
        img -= np.float32(rng.uniform(0.05, 0.25)) * np.clip(field(rng, shape, max(2.5, d / 9)) - 1, 0, 1.5)
    if chance(rng, 0.25):
        img += 0.06 * fibrous(rng, shape, rng.uniform(2, 5), 5)
    return img.astype(np.float32)


def _fibres(rng, scene, img, d):
    """Paints sheath and axon over the ground."""
    r = scene.get("radius")
    ratio = np.clip(rng.normal(rng.uniform(0.15, 0.4), 0.07, scene.n), 0.08, 0.6)
    thick = scene.lut(np.maximum(ratio * r, 1.6), 1)
    dist = scene.dist() + 0.06 * thick * field(rng, scene.shape, max(4, d / 6))
    inside = scene.labels > 0
    sheath = inside & (dist < thick)
    tone = np.clip(rng.uniform(0.05, 0.22) * levels(rng, scene.n, 0.2), 0.02, 0.35)
    dark = scene.lut(tone) + _lamellae(rng, dist, thick)
    core = scene.lut(rng.uniform(0.55, 0.85) + rng.normal(0, rng.uniform(0.01, 0.08), scene.n))
    core += _axoplasm(rng, scene.shape, d, dist, thick)
    img = np.where(inside & ~sheath, core, img)
    return np.where(sheath, dark, img).astype(np.float32)


def _lamellae(rng, dist, thick):
    """Concentric lines and clefts in the sheath."""
    out = np.float32(0.02) * field(rng, dist.shape, 3)
    if chance(rng, 0.4):
        out = out + np.float32(rng.uniform(0.02, 0.1)) * np.sin(dist * np.float32(2 * np.pi / rng.uniform(2.5, 5)))
    if chance(rng, 0.35):
        gap = np.exp(-((dist / thick - rng.uniform(0.3, 1.0)) / 0.12) ** 2)
        out = out + rng.uniform(0.15, 0.5) * gap * np.clip(field(rng, dist.shape, 14) - 0.3, 0, 1)
    return out


def _axoplasm(rng, shape, d, dist, thick):
    """Inside of the axon: filaments, mitochondria, a dark lining."""
    out = np.float32(rng.uniform(0.01, 0.06)) * fractal(rng, shape, max(4, d / 6), 3)
    if chance(rng, 0.7):
        f = field(rng, shape, max(4, d / rng.uniform(4, 8)))
        cut = rng.uniform(1.2, 1.9)
        body = 1 / (1 + np.exp(-(f - cut) * 9))
        rim = np.exp(-((f - cut) / 0.18) ** 2)
        room = np.clip((dist - thick) / 4, 0, 1)
        out = out - room * (rng.uniform(0.05, 0.3) * body + rng.uniform(0.05, 0.3) * rim)
    if chance(rng, 0.4):
        out = out - rng.uniform(0.05, 0.25) * np.exp(-((dist - thick) / 1.5) ** 2)
    return out.astype(np.float32)
