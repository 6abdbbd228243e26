"""Stones, precipitates and inclusions of very unequal sizes in a textured matrix, in colour or grey."""
import numpy as np

from .common import halo, levels
from .degrade import finish
from .noise import blur, canvas, chance, fractal, loguniform, pick
from .shapes import Scene, blob, pack, polygon


def embedded(rng):
    """Few large and many small objects, lit from one side, half sunk in rough ground."""
    shape = canvas(rng)
    scene = Scene(_layout(rng, shape), shape)
    size = scene.lut(scene.get("radius") * 2, 10.0)
    shade = _light(rng, scene, size)
    stone = _stones(rng, scene, size)
    img = np.where((scene.labels > 0)[..., None], stone * shade[..., None], _matrix(rng, shape))
    edge = 1 - rng.uniform(0.1, 0.5) * halo(scene.outside(), rng.uniform(1, 4)) * (scene.labels == 0)
    img = (img * edge[..., None]).astype(np.float32)
    return finish(rng, img if chance(rng, 0.75) else img.mean(2), invert=0.05), scene.labels


def _layout(rng, shape):
    """Sizes from a power law, large ones first so that small ones fill the gaps."""
    least, most, power = rng.uniform(8, 16), rng.uniform(60, 170), rng.uniform(0.8, 2.2)
    rough, sides = rng.uniform(0.03, 0.2), pick(rng, 0, 0, 5, 6)
    count = int(loguniform(rng, 40, 420))
    share = rng.random(count) ** power
    sizes = iter(sorted((least * (most / least) ** share).tolist(), reverse=True))

    def make(r):
        q = next(sizes) / 2
        k = np.sqrt(r.uniform(1, 2.4))
        if sides and chance(r, 0.7):
            return polygon(r, q, sides, k, soft=0.35, irregular=0.6)
        return blob(r, q * k, max(q / k, 3.5), rough=rough, bend=r.normal(0, 0.08))

    return pack(rng, shape, make, count, overlap=pick(rng, 0, 0.05, 0.25), clump=pick(rng, 0, 0.2, 0.5), tries=5,
                cover=rng.uniform(0.25, 0.85))


def _hue(rng):
    return np.clip(1 + rng.normal(0, 0.09, 3), 0.6, 1.4).astype(np.float32)


def _matrix(rng, shape):
    """Rough ground (sand, soil, paste, etched metal): coarse and fine texture, grit of either sign."""
    img = rng.uniform(0.2, 0.65) + rng.uniform(0.02, 0.12) * fractal(rng, shape, rng.uniform(4, 30), 5, rng.uniform(0.5, 0.85))
    if chance(rng, 0.6):
        img = img + rng.uniform(0.05, 0.2) * np.clip(fractal(rng, shape, rng.uniform(2.5, 6), 2) - 1.2, 0, 2) * pick(rng, -1, 1)
    tinge = 1 + rng.uniform(0, 0.1) * fractal(rng, shape, 60)[..., None] * rng.normal(0, 1, 3)
    return (img[..., None] * _hue(rng) * tinge).astype(np.float32)


def _stones(rng, scene, size):
    """Own tone, tinge and speckle for each object; a few white or black ones."""
    n = scene.n
    tone = rng.uniform(0.25, 0.75) * levels(rng, n, rng.uniform(0.1, 0.45))
    odd = rng.random(n) < 0.08
    tone[odd] = rng.choice((0.08, 0.95), int(odd.sum()))
    base, own = _hue(rng), np.clip(1 + rng.normal(0, rng.uniform(0.02, 0.12), (n, 3)), 0.5, 1.5)
    speckle = 1 + rng.uniform(0.02, 0.16) * fractal(rng, scene.shape, rng.uniform(2, 12), 4, 0.7)
    body = scene.lut(np.clip(tone, 0.05, 1.0)) * speckle
    return np.stack([body * scene.lut(own[:, c]) * base[c] for c in range(3)], 2)


def _light(rng, scene, size):
    """Rounded bodies lit from one side, darker towards their edge."""
    dist = scene.dist()
    height = np.sqrt(np.clip(dist / np.maximum(size * rng.uniform(0.2, 0.5), 1), 0, 1)) * size * 0.25
    height = blur(height.astype(np.float32), 1.0)
    gy, gx = np.gradient(height)
    angle = rng.uniform(0, 2 * np.pi)
    slope = np.clip(gx * np.float32(np.cos(angle)) + gy * np.float32(np.sin(angle)), -1.5, 1.5)
    rim = 1 - rng.uniform(0, 0.4) * np.exp(-dist / rng.uniform(1, 4))
    return np.clip(1 + rng.uniform(0.05, 0.35) * slope, 0.2, 1.8) * rim
