"""Objects that differ from the ground by texture more than by brightness."""
import numpy as np

from .common import amount, levels, spread
from .degrade import finish
from .noise import blur, canvas, chance, fibrous, field, fractal, grid, loguniform, pick, ridges
from .shapes import Scene, blob, pack


def textured(rng):
    """Blobs of one texture on ground of another; grey or colour."""
    shape = canvas(rng)
    d = loguniform(rng, 24, 130)
    scene = Scene(_layout(rng, shape, d), shape)
    coarse = rng.uniform(6, max(8, d / 5))
    scales = (coarse, coarse / rng.uniform(2.5, 5)) if chance(rng, 0.5) else (coarse / rng.uniform(2.5, 5), coarse)
    ground = rng.uniform(0.3, 0.7) + rng.uniform(0.03, 0.12) * _weave(rng, shape, scales[0])
    step = pick(rng, -1, 1) * rng.uniform(0.09, 0.25)
    tone = step * np.clip(levels(rng, scene.n, 0.25), 0.5, 2)
    body = 0.5 + scene.lut(tone) + rng.uniform(0.04, 0.18) * _weave(rng, shape, scales[1])
    front = blur((scene.labels > 0).astype(np.float32), rng.uniform(0.4, 1.2))
    img = ground + front * (body - 0.5 + (0.5 - ground) * rng.uniform(0.7, 1.0))
    if chance(rng, 0.5) or scene.labels.max() > 1 and _touching(scene):
        rim = np.exp(-(np.maximum(scene.dist() - 0.5, 0) / rng.uniform(0.8, 2.5)) ** 2) * (scene.labels > 0)
        img = img + pick(rng, -1, 1) * rng.uniform(0.08, 0.25) * rim
    if chance(rng, 0.3):
        img = _two_colours(rng, img, front)
    return finish(rng, img.astype(np.float32), invert=0.1), scene.labels


def _layout(rng, shape, d):
    rough, s = rng.uniform(0.02, 0.35), rng.uniform(0.1, 0.5)

    def make(r):
        q = spread(r, d, s) / 2
        k = np.sqrt(r.uniform(1, 2.5))
        return blob(r, q * k, q / k, rough=rough, bend=r.normal(0, 0.15))

    return pack(rng, shape, make, amount(shape, d, pick(rng, 0.1, 0.3, 0.5), 150), overlap=pick(rng, 0, 0, 0.1),
                gap=pick(rng, 0, 2), clump=pick(rng, 0, 0.4))


def _touching(scene):
    """Whether some object borders another one."""
    lab = scene.labels
    a, b = lab[:, 1:], lab[:, :-1]
    return bool(((a != b) & (a > 0) & (b > 0)).any())


def _weave(rng, shape, scale):
    """One of several textures of grain `scale` px, mean 0, variance 1."""
    kind = pick(rng, "cloud", "fine", "streak", "net", "wave")
    if kind == "cloud":
        return fractal(rng, shape, scale * 2, 4)
    if kind == "fine":
        return field(rng, shape, max(1.6, scale / 2))
    if kind == "streak":
        return fibrous(rng, shape, max(1.6, scale / 2), rng.uniform(3, 9))
    if kind == "net":
        net = ridges(rng, shape, scale * 1.5, 0.25)
        return (net - net.mean()) / (net.std() + 1e-6)
    x, y = grid(shape)
    ang = rng.uniform(0, np.pi)
    phase = (x * np.float32(np.cos(ang)) + y * np.float32(np.sin(ang))) * np.float32(6.28 / max(4, scale))
    return 1.4 * np.sin(phase + 1.2 * field(rng, shape, 60))


def _two_colours(rng, img, front):
    """Ground and objects in slightly different hues."""
    a, b = rng.uniform(0.6, 1.1, 3), rng.uniform(0.6, 1.1, 3)
    hue = a + front[..., None] * (b - a) * rng.uniform(0.3, 1.0)
    return img[..., None] * hue
