"""Images without any object."""
import numpy as np

from .common import photon, tint
from .degrade import finish, ground, scale_bar, scratches, specks
from .noise import blur, canvas, chance, fibrous, field, fractal, grid, loguniform, pick, ridges, white


def empty(rng):
    """Ground only: flat, gradient, noise, texture, stripes, haze, dust, scratches, captions."""
    shape = canvas(rng)
    img = pick(rng, _flat, _gradient, _noise, _texture, _stripes, _haze, _membranes, _tissue)(rng, shape)
    img = np.asarray(img, np.float32)
    if chance(rng, 0.25):
        specks(rng, img, int(rng.integers(1, 60)), rng.uniform(0.6, 1.6), rng.uniform(-0.3, 0.3))
    if chance(rng, 0.15):
        scratches(rng, img, int(rng.integers(1, 15)), rng.uniform(0.03, 0.2))
    out = finish(rng, img)
    if chance(rng, 0.2):
        scale_bar(rng, out)
    return out, np.zeros(shape, np.int32)


def _flat(rng, shape):
    return np.full(shape, rng.uniform(0, 1)) + ground(rng, shape, 0.02)


def _gradient(rng, shape):
    x, y = grid(shape)
    ang = rng.uniform(0, 2 * np.pi)
    g = (x * np.cos(ang) + y * np.sin(ang)) / max(shape)
    return rng.uniform(0.2, 0.7) + rng.uniform(0.1, 0.6) * (g - g.mean())


def _noise(rng, shape):
    img = np.float32(rng.uniform(0.02, 0.6)) + np.float32(loguniform(rng, 0.01, 0.2)) * white(rng, shape)
    return blur(photon(rng, img, 10, 300), pick(rng, 0, 0.8))


def _texture(rng, shape):
    return rng.uniform(0.2, 0.8) + rng.uniform(0.02, 0.1) * fractal(
        rng, shape, loguniform(rng, 3, 150), int(rng.integers(3, 7)), rng.uniform(0.5, 0.8))


def _stripes(rng, shape):
    if chance(rng, 0.5):
        return rng.uniform(0.3, 0.7) + rng.uniform(0.02, 0.15) * fibrous(
            rng, shape, rng.uniform(2, 12), rng.uniform(5, 30))
    x, y = grid(shape)
    ang, period = rng.uniform(0, np.pi), loguniform(rng, 4, 120)
    wave = np.sin((x * np.cos(ang) + y * np.sin(ang)) * 2 * np.pi / period + field(rng, shape, 150))
    return rng.uniform(0.3, 0.7) + rng.uniform(0.02, 0.25) * wave


def _haze(rng, shape):
    """Far out-of-focus light without any edge."""
    glow = np.clip(field(rng, shape, rng.uniform(60, 180)), 0, None)
    img = rng.uniform(0.01, 0.15) + rng.uniform(0.05, 0.35) * blur(glow.astype(np.float32), 12)
    img = photon(rng, img, 25, 1500)
    return tint(rng, img) if chance(rng, 0.15) else img


def _membranes(rng, shape):
    """Fibre mesh or matrix."""
    lines = ridges(rng, shape, rng.uniform(15, 60), 0.06) + ridges(rng, shape, rng.uniform(10, 40), 0.05)
    return rng.uniform(0.3, 0.7) + rng.uniform(-0.2, 0.2) * lines + 0.05 * fractal(rng, shape, 10)


def _tissue(rng, shape):
    """Pink or pale stained ground without nuclei."""
    f = fractal(rng, shape, rng.uniform(20, 100), 5, 0.6) + 0.5 * fibrous(rng, shape, 4, 6)
    base = np.array(pick(rng, (0.9, 0.7, 0.82), (0.85, 0.82, 0.78), (0.92, 0.88, 0.9)))
    return base + 0.05 * f[..., None] * np.array((0.4, 1.0, 0.7))
