"""Pieces that several kinds share."""
import numpy as np

from .noise import blur, chance, field, loguniform, white


def amount(shape, d, cover, most=600):
    """How many objects of diameter d px cover the share `cover` of the frame, 1..most."""
    return int(np.clip(cover * shape[0] * shape[1] / (0.785 * d * d) + 0.5, 1, most))


def spread(rng, d, s):
    """A diameter around d px with log-normal spread s, within 7..200 px."""
    return float(np.clip(d * np.exp(rng.normal(0, s)), 7, 200))


def levels(rng, n, s):
    """n log-normal brightnesses, median 1, spread s."""
    return np.exp(rng.normal(0, s, n)).astype(np.float32)


def dome(dist, radius, k=0.4):
    """Thickness of a flattened bead, 0..1: rises over k radii from the edge."""
    t = np.clip(dist / (k * np.maximum(radius, 1.0)), 0, 1)
    return np.sqrt(t * (2 - t))


def photon(rng, img, lo=20, hi=2000):
    """Shot noise for brightness 1 = lo..hi photons."""
    n = loguniform(rng, lo, hi)
    return img + white(rng, img.shape[:2]) * np.sqrt(np.maximum(img, 0) / np.float32(n))


def halo(dist, width):
    """Falls from 1 at distance 0 over `width` px."""
    return np.exp(-dist / np.float32(width))


def tint(rng, img):
    """Fluorescence grey -> one pseudo-colour, (h, w, 3)."""
    colour = np.array([(0.1, 0.2, 1), (0.1, 1, 0.2), (1, 0.15, 0.1), (0.1, 0.9, 0.9), (1, 0.2, 1)],
                      np.float32)[int(rng.integers(5))]
    return np.clip(img, 0, None)[..., None] * colour


def haze(rng, img, most=0.6):
    """Adds out-of-focus light: the image itself blurred wide."""
    return img + np.float32(rng.uniform(0, most)) * blur(img, rng.uniform(12, 50))


def maybe(rng, p, img, add):
    """img, or with probability p img + add()."""
    return img + add() if chance(rng, p) else img


def spots_field(rng, shape, scale, share):
    """Soft-edged patches 0..1 of `scale` px that cover about `share` (0..0.5) of the plane."""
    f = field(rng, shape, scale)
    cut = {True: 2.0, False: 1.5}[share < 0.05] if share < 0.1 else 1.28 - 2.0 * (share - 0.1)
    return 1 / (1 + np.exp(-(f - np.float32(cut)) * 6))
