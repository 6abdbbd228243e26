"""Nuclei of stained tissue in bright field: haematoxylin-eosin and immunostains."""
import numpy as np

from .common import amount, levels, spots_field, spread
from .degrade import finish
from .noise import blur, canvas, chance, fibrous, field, fractal, loguniform, pick, ridges
from .shapes import Scene, blob, pack

HAEM, EOSIN, DAB = (np.array(v, np.float32) for v in ((0.65, 0.70, 0.29), (0.10, 0.85, 0.36), (0.27, 0.57, 0.78)))


def nuclei_tissue(rng):
    """Purple on pink (H&E), brown and blue (DAB), blue only; sometimes as grey."""
    shape = canvas(rng)
    d = loguniform(rng, 10, 55)
    scene = Scene(_layout(rng, shape, d), shape)
    look = pick(rng, _he, _he, _he, _ihc, _ihc, _blue)
    img = blur(look(rng, scene, d), rng.uniform(0.4, 1.1))
    if chance(rng, 0.12):
        img = img.mean(2)
    return finish(rng, img), scene.labels


def _layout(rng, shape, d):
    """Round, spindle and bean nuclei; crowded where a smooth density is high."""
    s, spindle, rough = rng.uniform(0.08, 0.35), pick(rng, 0.0, 0.2, 0.7), rng.uniform(0.02, 0.12)
    lean = rng.uniform(0, 2 * np.pi)

    def make(r):
        q = spread(r, d, s) / 2
        thin = chance(r, spindle)
        k = np.sqrt(r.uniform(2.0, 4.5) if thin else r.uniform(1, 1.6))
        q *= 0.85 if thin else 1.0
        return blob(r, q * k, max(q / k, 3.2), lean + r.normal(0, 0.5) if thin else None, rough, bend=r.normal(0, 0.12))

    cover = pick(rng, 0.08, 0.2, 0.35, 0.55)
    return pack(rng, shape, make, amount(shape, d, cover, 450), overlap=pick(rng, 0, 0.05, 0.2),
                clump=pick(rng, 0, 0.3, 0.7), tries=4)


def _white_holes(rng, shape):
    """Tissue 0..1, zero in lumens and tears."""
    if chance(rng, 0.55):
        return np.ones(shape, np.float32)
    f = field(rng, shape, rng.uniform(30, 120)) + 0.25 * field(rng, shape, 10)
    return 1 / (1 + np.exp((f - rng.uniform(0.7, 1.8)) * 8))


def _counterstain(rng, shape, d):
    """Uneven pink or pale ground: fibres, cell borders, patches; about 0..1."""
    f = 0.5 + 0.13 * fractal(rng, shape, d * rng.uniform(1, 4), 4)
    if chance(rng, 0.6):
        f += rng.uniform(0.04, 0.15) * fibrous(rng, shape, rng.uniform(2, 6), rng.uniform(4, 10))
    if chance(rng, 0.5):
        f += rng.uniform(-0.3, 0.25) * ridges(rng, shape, d * rng.uniform(1.2, 2.5), 0.1)
    return np.clip(f, 0.02, 1.5) * _white_holes(rng, shape)


def _chromatin(rng, scene, d):
    """Stain dose of the nuclei: uneven inside, often a dark rim, each of its own depth."""
    inside = scene.labels > 0
    dose = 1 + rng.uniform(0.1, 0.4) * fractal(rng, scene.shape, max(2.5, d / rng.uniform(3, 6)), 3)
    if chance(rng, 0.6):
        dose += rng.uniform(0.2, 0.9) * np.exp(-((scene.dist() - 1) / max(1.0, 0.05 * d)) ** 2) - 0.15
    if chance(rng, 0.4):
        dose += rng.uniform(0.4, 1.0) * spots_field(rng, scene.shape, max(2.5, d / 6), 0.04)
    return np.maximum(dose, 0.25) * inside * scene.lut(np.clip(levels(rng, scene.n, rng.uniform(0.1, 0.35)), 0.4, 2.2))


def _mix(rng, doses):
    """Light through stains: doses [(map, vector)] -> colour 0..1."""
    density = sum(m[..., None] * (v * rng.normal(1, 0.1, 3)).astype(np.float32) for m, v in doses)
    lamp = np.float32(rng.uniform(0.88, 1.0)) * np.clip(rng.normal(1, 0.02, 3), 0.9, 1.05).astype(np.float32)
    return lamp * np.exp(-density)


def _he(rng, scene, d):
    pink = rng.uniform(0.25, 0.9) * _counterstain(rng, scene.shape, d)
    blue = rng.uniform(0.6, 1.5) * _chromatin(rng, scene, d) + rng.uniform(0.02, 0.25) * pink
    return _mix(rng, [(blue, HAEM), (pink * (1 - 0.4 * (scene.labels > 0)), EOSIN)])


def _ihc(rng, scene, d):
    """Brown nuclei among blue ones, or blue nuclei in brown cytoplasm."""
    body = _chromatin(rng, scene, d)
    pale = rng.uniform(0.03, 0.25) * _counterstain(rng, scene.shape, d)
    if chance(rng, 0.65):
        brown = scene.lut(rng.random(scene.n) < rng.uniform(0.2, 1.0))
        return _mix(rng, [(body * (1 - brown) * rng.uniform(0.4, 1) + 0.6 * pale, HAEM),
                          (body * brown * rng.uniform(0.5, 1.4) + pale, DAB)])
    patch = 1 / (1 + np.exp(-4 * field(rng, scene.shape, d * rng.uniform(2, 5))))
    ring = np.exp(-scene.outside() / (0.25 * d)) * (scene.labels == 0)
    return _mix(rng, [(body * rng.uniform(0.5, 1), HAEM), (pale + patch * ring * rng.uniform(0.3, 0.9), DAB)])


def _blue(rng, scene, d):
    pale = rng.uniform(0.05, 0.4) * _counterstain(rng, scene.shape, d)
    return _mix(rng, [(rng.uniform(0.5, 1.3) * _chromatin(rng, scene, d) + pale, HAEM * rng.uniform(0.7, 1.3, 3))])
