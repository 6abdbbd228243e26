"""Pieces that several kinds share."""
import cv2
import numpy as np

from .noise import blur, field, loguniform, white


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


def spots_field(rng, shape, scale, share):
    """Soft-edged patches 0..1 of `scale` px that cover about `share` (0..0.5) of the plane."""
    f = field(rng, shape, scale)
    cut = np.interp(share, (0.02, 0.05, 0.1, 0.2, 0.3, 0.5), (2.05, 1.64, 1.28, 0.84, 0.52, 0.0))
    return 1 / (1 + np.exp(-(f - np.float32(cut)) * 6))


def seen(img, labels, least=1.0, strength=5.0):
    """Labels without the objects that nobody could see in the finished image (uint8).

    An object stays if its inside or its 2 px border band differs from a 4 px ring of ground about it by
    `least` grey levels and by `strength` standard errors, or is clearly rougher or smoother than it, or if
    it touches too little ground to tell.
    """
    grey = img.astype(np.float32) if img.ndim == 2 else img.max(2).astype(np.float32)
    n = int(labels.max())
    around = cv2.dilate(labels.astype(np.uint16), np.ones((9, 9), np.uint8))
    ring = (around > 0) & (labels == 0)
    band = (labels > 0) & (cv2.erode((labels > 0).astype(np.uint8), np.ones((5, 5), np.uint8)) == 0)
    count, mean, std = _stats(around[ring], grey[ring], n)
    keep = count < 12
    for part in (labels > 0, band):
        area, inside, rough = _stats(labels[part], grey[part], n)
        keep |= (area > 0) & (np.abs(np.log((rough + 0.7) / (std + 0.7))) > 0.35)
        step = np.abs(inside - mean)
        keep |= (area > 0) & (step > least) & (step * np.sqrt(np.minimum(area, count)) > strength * (std + 0.5))
    return np.where(np.concatenate([[False], keep])[labels], labels, 0)


def _stats(ids, values, n):
    """Count, mean and standard deviation of values by id 1..n."""
    count = np.bincount(ids, minlength=n + 1)[1:]
    some = np.maximum(count, 1)
    mean = np.bincount(ids, values, n + 1)[1:] / some
    square = np.bincount(ids, values * values, n + 1)[1:] / some
    return count, mean, np.sqrt(np.maximum(square - mean * mean, 0))
