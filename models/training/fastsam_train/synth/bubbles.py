"""Bubbles, droplets, beads and foam."""
import numpy as np

from .common import amount, halo, levels, spread
from .degrade import finish, ground
from .noise import blur, canvas, chance, colourise, field, fractal, loguniform, pick
from .shapes import Scene, blob, compact, inner_distance, pack, tiles


def bubbles(rng):
    """Loose, crowded or foaming bubbles in transmitted or reflected light."""
    shape = canvas(rng)
    d = loguniform(rng, 12, 120)
    if chance(rng, 0.2):
        labels = _foam_labels(rng, shape, d)
        img = _foam(rng, labels, inner_distance(labels), d)
    else:
        scene = Scene(_layout(rng, shape, d), shape)
        labels = scene.labels
        img = pick(rng, _dark_rim, _dark_rim, _bright_rim, _glossy)(rng, scene, d)
    if chance(rng, 0.25):
        img = colourise(img, rng.uniform(0.6, 1.05, 3))
    return finish(rng, img, invert=0.08), labels


def _layout(rng, shape, d):
    s, rough = rng.uniform(0.05, 0.6), pick(rng, 0.0, 0.0, 0.03, 0.08)
    flat = pick(rng, 1.0, 1.05, 1.4)

    def make(r):
        q = spread(r, d, s) / 2
        k = np.sqrt(r.uniform(1, flat))
        return blob(r, q * k, q / k, rough=rough)

    cover = pick(rng, 0.08, 0.25, 0.5, 0.8)
    return pack(rng, shape, make, amount(shape, d, cover, 350), overlap=pick(rng, 0, 0, 0.15, 0.45),
                clump=pick(rng, 0, 0.4), gap=pick(rng, 0, 0, 1))


def _foam_labels(rng, shape, d):
    labels = tiles(rng, shape, d, rng.uniform(0.2, 0.8), rng.uniform(1, 1.3), 0.015)
    dist = inner_distance(labels)
    wall = rng.uniform(0.6, 0.05 * d + 1)
    return compact(np.where(dist > wall, labels, 0), 30)


def _foam(rng, labels, dist, d):
    """Bright or dark walls between cells that shade slightly to their edges."""
    n = int(labels.max())
    tone = np.concatenate([[0], rng.normal(0, rng.uniform(0.01, 0.08), n)]).astype(np.float32)
    dark = chance(rng, 0.6)
    base, wall = (rng.uniform(0.55, 0.85), rng.uniform(0.05, 0.35)) if dark else (rng.uniform(0.1, 0.4), rng.uniform(0.6, 0.95))
    inside = base + tone[labels] + (wall - base) * rng.uniform(0.2, 0.7) * halo(dist, d * rng.uniform(0.02, 0.12))
    img = np.where(labels > 0, inside, wall).astype(np.float32)
    if chance(rng, 0.4):
        u = field(rng, labels.shape, d * 0.2)
        img += 0.3 * np.clip(u - 1.8, 0, 1) * (dist > 0.1 * d)
    return img + ground(rng, labels.shape, 0.03)


def _radial(scene, d):
    """Distance from the centre over the outline radius, 0..1 in objects, and u, v in image axes."""
    u, v = scene.local()
    th = scene.get("theta")
    c, s = scene.lut(np.cos(th)), scene.lut(np.sin(th))
    rho = np.minimum(np.hypot(u, v), 1)
    return rho, u * c - v * s, u * s + v * c


def _glint(rng, x, y, inside):
    """A highlight at the same place of each object, sometimes with a second one across."""
    ang, off, size = rng.uniform(0, 2 * np.pi), rng.uniform(0.0, 0.6), rng.uniform(0.06, 0.22)
    px, py = off * np.cos(ang), off * np.sin(ang)
    out = np.exp(-((x - px) ** 2 + (y - py) ** 2) / size ** 2)
    if chance(rng, 0.4):
        out = out + 0.6 * np.exp(-((x + px) ** 2 + (y + py) ** 2) / (0.7 * size) ** 2)
    return out * inside


def _field_ground(rng, shape, lo, hi):
    img = rng.uniform(lo, hi) + ground(rng, shape, rng.uniform(0, 0.06))
    if chance(rng, 0.2):
        img = img + np.float32(rng.uniform(0.02, 0.1)) * fractal(rng, shape, rng.uniform(10, 60))
    return np.asarray(img, np.float32) + np.zeros(shape, np.float32)


def _dark_rim(rng, scene, d):
    """Transmitted light: dark wide rim, bright middle, ground as bright as the middle."""
    img = _field_ground(rng, scene.shape, 0.45, 0.85)
    back = img.copy()
    rho, x, y = _radial(scene, d)
    inside = scene.labels > 0
    power = rng.uniform(2, 12)
    depth = scene.lut(np.clip(rng.uniform(0.2, 0.75) * levels(rng, scene.n, 0.15), 0.08, 0.85))
    body = back * (1 - depth * rho ** power) + np.float32(rng.uniform(-0.1, 0.12))
    body += np.float32(rng.uniform(0, 0.4)) * _glint(rng, x, y, inside)
    img = np.where(inside, body, img)
    if chance(rng, 0.3):
        img += ~inside * halo(scene.outside(), d * 0.04 + 1) * np.float32(rng.uniform(0.05, 0.25))
    return img


def _bright_rim(rng, scene, d):
    """Dark ground, bright ring; the inside dark or dim, lit from one side."""
    img = _field_ground(rng, scene.shape, 0.03, 0.35)
    rho, x, y = _radial(scene, d)
    inside = scene.labels > 0
    dist = scene.dist()
    width = rng.uniform(1.0, 0.06 * d + 1.2)
    ring = np.exp(-((dist - width) / width) ** 2)
    ang, tilt = rng.uniform(0, 2 * np.pi), pick(rng, 0.0, 0.4, 0.9)
    ring *= 1 + tilt * (x * np.cos(ang) + y * np.sin(ang))
    gain = scene.lut(np.clip(rng.uniform(0.25, 0.9) * levels(rng, scene.n, 0.25), 0.12, 1.2))
    body = img + gain * (ring + rng.uniform(0, 0.35) + rng.uniform(0, 0.3) * (1 - rho))
    body += rng.uniform(0, 0.6) * _glint(rng, x, y, inside)
    return np.where(inside, body, img).astype(np.float32)


def _glossy(rng, scene, d):
    """Opaque drops: shaded from one side, highlight, soft shadow or rim."""
    img = _field_ground(rng, scene.shape, 0.15, 0.85)
    rho, x, y = _radial(scene, d)
    inside = scene.labels > 0
    nz = np.sqrt(1 - np.minimum(rho, 0.995) ** 2)
    ang, up = rng.uniform(0, 2 * np.pi), rng.uniform(0.3, 1.2)
    light = (x * np.cos(ang) + y * np.sin(ang) + up * nz) / np.hypot(1, up)
    tone = scene.lut(np.clip(rng.uniform(0.2, 0.8) * levels(rng, scene.n, rng.uniform(0.02, 0.4)), 0.08, 1))
    body = tone * (0.45 + 0.65 * np.maximum(light, 0)) + rng.uniform(0, 0.5) * _glint(rng, x, y, inside)
    if chance(rng, 0.5):
        body += np.float32(rng.uniform(-0.35, 0.35)) * rho ** 6
    if chance(rng, 0.5):
        k = max(1, int(0.06 * d))
        cast = np.roll(inside, (int(-k * np.sin(ang)), int(-k * np.cos(ang))), (0, 1)).astype(np.float32)
        img = img * (1 - rng.uniform(0.1, 0.5) * blur(cast, 0.05 * d + 1))
    return np.where(inside, body, img).astype(np.float32)
