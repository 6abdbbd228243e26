"""Fluorescent nuclei."""
import numpy as np

from .common import amount, dome, haze, levels, photon, spots_field, spread, tint
from .degrade import finish, ground, specks
from .noise import blur, canvas, chance, field, fractal, loguniform, pick
from .shapes import Scene, blob, pack


def nuclei(rng):
    """Dark-ground nuclei: isolated to clustered, bright to very dim, partly out of focus."""
    shape = canvas(rng)
    d = loguniform(rng, 10, 85)
    scene = Scene(_layout(rng, shape, d), shape)
    img = _signal(rng, scene, d)
    img = _focus(rng, scene, img, d)
    img = haze(rng, img, pick(rng, 0.1, 0.3, 0.9))
    img = _exposure(rng, img)
    if chance(rng, 0.3):
        specks(rng, img, int(rng.integers(2, 40)), rng.uniform(0.7, 1.8), rng.uniform(0.05, 0.6))
    if chance(rng, 0.6):
        img = photon(rng, img, 25, 3000)
    if chance(rng, 0.1):
        img = tint(rng, img)
    return finish(rng, img, invert=0.08), scene.labels


def _layout(rng, shape, d):
    rough, bend, s = rng.uniform(0, 0.16), rng.uniform(0, 0.35), rng.uniform(0.08, 0.35)
    flat = rng.uniform(1.05, 1.9)

    def make(r):
        q = spread(r, d, s) / 2
        k = np.sqrt(r.uniform(1.0, flat))
        return blob(r, q * k, q / k, rough=rough, bend=abs(r.normal(0, 1)) * bend * (r.random() < 0.3))

    cover = pick(rng, 0.04, 0.1, 0.2, 0.35, 0.6)
    return pack(rng, shape, make, amount(shape, d, cover, 350), overlap=pick(rng, 0, 0.05, 0.3),
                gap=pick(rng, 0, 0, 1, 2), clump=pick(rng, 0, 0.3, 0.8))


def _signal(rng, scene, d):
    """Brightness before optics, median object about 1."""
    shape = scene.shape
    body = 0.35 + 0.65 * dome(scene.dist(), scene.lut(scene.get("radius"), 1), rng.uniform(0.1, 0.9))
    body *= np.maximum(1 + rng.uniform(0, 0.35) * fractal(rng, shape, max(3, d / rng.uniform(3, 8))), 0.1)
    if chance(rng, 0.4):
        body *= 1 - rng.uniform(0.2, 0.6) * spots_field(rng, shape, max(3, d / 5), 0.1)
    if chance(rng, 0.3):
        body *= 1 + rng.uniform(0.4, 1.5) * spots_field(rng, shape, max(2.5, d / 8), 0.05)
    glow = levels(rng, scene.n, pick(rng, 0.1, 0.3, 0.6, 0.9))
    img = body * scene.lut(glow)
    rear = scene.behind()
    twice = rear != scene.labels
    return img + twice * np.concatenate([[0], glow]).astype(np.float32)[rear] * 0.6


def _focus(rng, scene, img, d):
    """Blurs each object by one of a few defocus levels."""
    if chance(rng, 0.45):
        return img
    level = scene.lut(rng.choice(3, scene.n, p=(0.6, 0.25, 0.15)))
    front = scene.labels > 0
    out = np.zeros_like(img)
    for k, sigma in enumerate((0.0, 0.035 * d, 0.09 * d)):
        out += blur(img * (front & (level == k)), min(sigma, 5.0))
    return out


def _exposure(rng, img):
    """Scales to full range, or dim, on a pedestal with a weak background."""
    top = np.percentile(img[::4, ::4], 99.5) + 1e-3
    top = max(float(top), 0.3 * float(img.max()))
    peak = pick(rng, loguniform(rng, 0.06, 0.3), loguniform(rng, 0.3, 1.4), rng.uniform(0.7, 1.1))
    base = rng.uniform(0, 0.1)
    dark = base + ground(rng, img.shape, rng.uniform(0, 0.02) * (0.3 + peak))
    if chance(rng, 0.2):
        dark = dark + 0.12 * peak * np.clip(field(rng, img.shape, rng.uniform(60, 150)) + 0.5, 0, None)
    return dark + np.float32(peak) * img / np.float32(top)
