"""Branching cells: neurons and glia with a body and processes, one object each, over dust and shadows out of focus."""
import cv2
import numpy as np

from .common import amount, dome, haze, photon, spread
from .degrade import finish, ground, specks
from .noise import blur, canvas, chance, fractal, loguniform, pick
from .phase_sparse import ring_image, shadows
from .shapes import Scene, blob, inner_distance, pack


def branching(rng):
    """One to a dozen cells: by the phase ring, in colour as bright field, or fluorescent."""
    shape = canvas(rng)
    d = loguniform(rng, 18, 60)
    labels = _cells(rng, shape, d)
    return pick(rng, _phase, _phase, _bright, _fluorescent)(rng, labels, d), labels


def _cells(rng, shape, d):
    """Bodies first; then each grows its processes, which stop at other cells."""

    def make(r):
        q, k = spread(r, d, 0.2) / 2, np.sqrt(r.uniform(1, 2.2))
        return blob(r, q * k, q / k, rough=0.12)

    count = min(amount(shape, 3 * d, pick(rng, 0.1, 0.3, 0.6)), pick(rng, 1, 3, 12))
    scene = Scene(pack(rng, shape, make, count, gap=0.5 * d, tries=10), shape)
    labels = scene.labels.copy()
    for number, item in enumerate(scene.items, 1):
        mask = np.zeros(shape, np.uint8)
        for _ in range(int(rng.integers(2, 7))):
            _process(rng, mask, (item.cx, item.cy), rng.uniform(0, 2 * np.pi), item.radius * rng.uniform(0.25, 0.6), d, 0)
        labels[(mask > 0) & (labels == 0)] = number
    return _connected(labels)


def _process(rng, mask, at, angle, width, d, order):
    """A winding line that thins out, and forks at times; drawn into mask."""
    steps = int(rng.uniform(0.8, 5.0) * d / (4 * (order + 1))) + 3
    for step in range(steps):
        angle += rng.normal(0, 0.12)
        to = at[0] + 4 * np.cos(angle), at[1] + 4 * np.sin(angle)
        now = max(width * (1 - 0.7 * step / steps), 1.2)
        cv2.line(mask, *(tuple(int(round(8 * c)) for c in p) for p in (at, to)), 1, int(round(2 * now)), cv2.LINE_8, shift=3)
        at = to
        if order < 2 and chance(rng, 0.05):
            _process(rng, mask, at, angle + pick(rng, -1, 1) * rng.uniform(0.4, 1.0), 0.7 * now, d, order + 1)


def _connected(labels):
    """Each object without the pieces that another one cut off."""
    out = np.zeros_like(labels)
    for number in range(1, int(labels.max()) + 1):
        parts, where, stats, _ = cv2.connectedComponentsWithStats((labels == number).astype(np.uint8), connectivity=4)
        if parts > 1:
            out[where == 1 + stats[1:, cv2.CC_STAT_AREA].argmax()] = number
    return out


def _path(rng, labels, d):
    """Optical thickness: processes thin, the body thick, grains."""
    inside, dist = labels > 0, inner_distance(labels)
    grains = np.maximum(1 + rng.uniform(0.1, 0.5) * fractal(rng, labels.shape, max(2.5, d / 8), 3), 0.2)
    path = inside * (0.25 + dome(dist, np.float32(d / 2), rng.uniform(0.6, 1.1))) * grains * loguniform(rng, 0.2, 0.9)
    path = specks(rng, path.astype(np.float32), int(rng.integers(0, 40)), rng.uniform(0.8, 2.5), loguniform(rng, 0.2, 2))
    return blur(path, rng.uniform(0.6, 1.2))


def _phase(rng, labels, d):
    image = ring_image(rng, _path(rng, labels, d), d) * shadows(rng, labels.shape, d)
    return finish(rng, (image + ground(rng, labels.shape, loguniform(rng, 0.003, 0.02))).astype(np.float32), invert=0.03)


def _bright(rng, labels, d):
    """Bright field, a little off focus, with a colour camera."""
    path = _path(rng, labels, d)
    focus = rng.uniform(1.0, 2.5)
    light = 1 - rng.uniform(0.1, 0.4) * path + rng.uniform(0.3, 1.2) * (path - blur(path, focus))
    light = light * shadows(rng, labels.shape, 1.5 * d) + ground(rng, labels.shape, rng.uniform(0.005, 0.03))
    hue = np.clip(np.array(pick(rng, (0.7, 0.65, 0.62), (0.6, 0.62, 0.7), (0.75, 0.7, 0.5))) + rng.normal(0, 0.04, 3), 0.3, 0.9)
    return finish(rng, (light[..., None] * hue).astype(np.float32))


def _fluorescent(rng, labels, d):
    image = blur(_path(rng, labels, d), rng.uniform(0.5, 1.0))
    image = image * np.float32(loguniform(rng, 0.3, 1.1) / (image.max() + 1e-3)) + rng.uniform(0.02, 0.1)
    return finish(rng, photon(rng, haze(rng, image, 0.4), 40, 2000), invert=0.1)
