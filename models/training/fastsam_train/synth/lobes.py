"""Lobed, grown-together bodies beside tiny round ones: precipitates in alloys, phases of polymers and emulsions."""
import cv2
import numpy as np

from .common import amount, spread
from .degrade import finish, ground
from .noise import blur, canvas, chance, field, fractal, loguniform, pick
from .shapes import Scene, blob, compact, inner_distance, pack


def lobes(rng):
    """Large bodies without a common shape, in most images with crowds of small ones between them; grey."""
    shape = canvas(rng)
    d = loguniform(rng, 28, 120)
    labels = _bodies(rng, shape, d)
    labels = _small(rng, labels, d) if chance(rng, 0.7) else labels
    return _look(rng, labels), labels


def _bodies(rng, shape, d):
    """Regions where a smooth field is high, each connected one an object."""
    f = field(rng, shape, d) + rng.uniform(0.1, 0.5) * field(rng, shape, d / 2.5)
    if chance(rng, 0.3):  # cubes rather than clouds
        f = np.maximum(f, rng.uniform(0.6, 1.0) * field(rng, shape, d).round())
    high = blur((f > rng.uniform(0.5, 1.2)).astype(np.float32), rng.uniform(0.02, 0.06) * d + 0.8) > 0.5
    return compact(cv2.connectedComponents(high.astype(np.uint8), connectivity=4)[1], int(0.15 * d * d))


def _small(rng, labels, d):
    """Round ones, in clusters, that keep a distance from the bodies."""
    shape, small = labels.shape, loguniform(rng, 6, max(7, d / 4))
    free = cv2.distanceTransform((labels == 0).astype(np.uint8), cv2.DIST_L2, 3) > rng.uniform(0.5, 1.2) * small
    dense = field(rng, shape, d) > rng.uniform(-1.0, 0.6)

    def make(r):
        q = spread(r, small, 0.25) / 2
        return blob(r, q * r.uniform(1, 1.15), q, rough=0.03)

    items = pack(rng, shape, make, amount(shape, small, rng.uniform(0.05, 0.4), 900), gap=pick(rng, 0.5, 1.5), tries=4)
    drawn = Scene(items, shape).labels
    whole = np.maximum(np.bincount(drawn.ravel()), 1)
    kept = np.bincount(drawn[free & dense], minlength=len(whole)) > 0.95 * whole
    kept[0] = False
    return compact(np.where(kept[drawn], drawn + labels.max(), labels), 12)


def _look(rng, labels):
    """Secondary electrons: two tones close to each other, an edge of another tone, grain, uneven charge."""
    shape, inside = labels.shape, labels > 0
    step = pick(rng, -1, -1, 1) * loguniform(rng, 0.05, 0.4)
    tone = blur(inside.astype(np.float32), rng.uniform(0.5, 1.5)) * step
    tone = tone + inside * 0.2 * step * field(rng, shape, 60)
    width = rng.uniform(0.8, 2.5)
    away = np.where(inside, inner_distance(labels), cv2.distanceTransform((~inside).astype(np.uint8), cv2.DIST_L2, 3))
    side = pick(rng, inside, ~inside, np.ones(shape, bool))
    tone = tone + rng.uniform(-0.5, 0.8) * abs(step) * np.exp(-((away - 0.5) / width) ** 2) * side
    tone = tone + rng.uniform(0, 0.15) * abs(step) * fractal(rng, shape, 6, 2) * inside
    image = rng.uniform(0.35, 0.65) + tone + ground(rng, shape, rng.uniform(0.1, 0.4) * abs(step))
    return finish(rng, image.astype(np.float32), invert=0.1)
