"""Live cells without stain: phase contrast with halo, and relief (DIC)."""
import cv2
import numpy as np

from .cells import confluent, cores, sparse
from .common import dome, halo
from .degrade import finish, ground, specks
from .noise import blur, canvas, chance, fibrous, field, fractal, loguniform, pick
from .shapes import inner_distance


def phase_cells(rng):
    """Spread, spindle or rounded cells, sparse to confluent, grey."""
    shape = canvas(rng)
    d = loguniform(rng, 20, 130)
    labels = confluent(rng, shape, d) if chance(rng, 0.3) else sparse(rng, shape, d)
    look = pick(rng, _phase, _phase, _relief)
    img = look(rng, labels, d)
    if chance(rng, 0.3):
        specks(rng, img, int(rng.integers(5, 60)), rng.uniform(0.8, 2), rng.uniform(-0.2, 0.2))
    return finish(rng, img.astype(np.float32)), labels


def _outside(labels):
    return cv2.distanceTransform((labels == 0).astype(np.uint8), cv2.DIST_L2, 3)


def _gather(values, labels):
    return np.concatenate([[0], values]).astype(np.float32)[labels]


def _granules(rng, shape, d):
    """Vesicles and mitochondria as fine dark and bright grain."""
    g = fractal(rng, shape, max(2.5, d / rng.uniform(5, 14)), 3, 0.7)
    if chance(rng, 0.4):
        g = g + 0.6 * fibrous(rng, shape, rng.uniform(1.6, 3), rng.uniform(3, 8))
    return g


def _nucleus(rng, labels, d):
    """Outline and nucleoli of a faint nucleus: signed map about 0."""
    core = cores(rng, labels, d)
    depth = inner_distance(core)
    rim = np.exp(-((depth - 1) / 1.1) ** 2) * (core > 0)
    dots = np.clip(field(rng, labels.shape, max(2.5, d / 14)) - 1.3, 0, 1) * (depth > 2)
    return rng.uniform(-0.12, 0.05) * rim - rng.uniform(0, 0.2) * dots + rng.uniform(-0.04, 0.06) * (core > 0)


def _phase(rng, labels, d):
    """Grey ground, bright halo outside, dark edge, granular body; some rounded bright cells."""
    shape, n = labels.shape, int(labels.max())
    inside, dist = labels > 0, inner_distance(labels)
    base = rng.uniform(0.35, 0.6)
    img = base + ground(rng, shape, rng.uniform(0.005, 0.035))
    strong = np.clip(1 + 0.5 * field(rng, shape, d * 0.6), 0.15, 2)
    width = rng.uniform(1.2, 0.06 * d + 1.5)
    img = img + ~inside * strong * halo(_outside(labels), width) * np.float32(rng.uniform(0.08, 0.4))
    between = inside * np.exp(-((dist - 0.5) / (0.5 * width + 0.5)) ** 2)
    tone = _gather(rng.normal(rng.uniform(-0.14, 0.08), 0.03, n), labels)
    body = base + tone * dome(dist, np.float32(d / 2), 0.5) + rng.uniform(0.03, 0.11) * _granules(rng, shape, d)
    body = body + rng.uniform(-0.25, -0.04) * np.exp(-((dist - width) / (width + 0.6)) ** 2)
    body = body + _nucleus(rng, labels, d)
    seam = rng.uniform(0.1, 0.3) if chance(rng, 0.6) else -rng.uniform(0.1, 0.25)
    body = body + np.maximum(strong, 0.5) * between * np.float32(seam)
    round_up = _gather(rng.random(n) < pick(rng, 0.0, 0.1, 0.5), labels)
    glare = base + rng.uniform(0.15, 0.5) * np.exp(-((dist - 0.12 * d) / (0.12 * d)) ** 2) - 0.25 * (dist < 1.8)
    body = np.where(round_up > 0, glare + 0.04 * field(rng, shape, 4), body)
    return blur(np.where(inside, body, img).astype(np.float32), rng.uniform(0.4, 1.1))


def _relief(rng, labels, d):
    """Shear of the optical thickness: one side bright, the other dark."""
    inside, dist = labels > 0, inner_distance(labels)
    height = inside * (0.25 * d * dome(dist, np.float32(d / 2), rng.uniform(0.4, 1.1)))
    height = height + inside * rng.uniform(0.4, 1.5) * _granules(rng, labels.shape, d)
    core = cores(rng, labels, d)
    height = height + rng.uniform(0.02, 0.1) * d * dome(inner_distance(core), np.float32(d / 4), 0.7) * (core > 0)
    height = blur(height.astype(np.float32), rng.uniform(0.8, 1.6))
    gy, gx = np.gradient(height)
    ang = rng.uniform(0, 2 * np.pi)
    shear = gx * np.float32(np.cos(ang)) + gy * np.float32(np.sin(ang))
    shear = np.tanh(shear / (2.5 * shear[inside].std() + 1e-6)) if inside.any() else shear
    return rng.uniform(0.4, 0.6) + rng.uniform(0.15, 0.5) * shear + ground(rng, labels.shape, rng.uniform(0.005, 0.03))
