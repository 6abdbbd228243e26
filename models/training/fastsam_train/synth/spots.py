"""Small round objects: colonies on plates, plaques, fluorescent spots."""
import cv2
import numpy as np

from .common import amount, dome, halo, haze, levels, photon, spread, tint
from .degrade import finish, ground, specks
from .noise import blur, canvas, chance, field, fractal, loguniform, pick
from .shapes import Scene, blob, pack


def spots(rng):
    """Colonies, plaques or bright spots of 8 px upwards on uneven ground."""
    shape = canvas(rng)
    d = pick(rng, loguniform(rng, 8, 16), loguniform(rng, 8, 45))
    scene = Scene(_layout(rng, shape, d), shape)
    img = pick(rng, _plate, _plate, _plaques, _glow, _glow)(rng, scene, d)
    return finish(rng, np.asarray(img, np.float32)), scene.labels


def _layout(rng, shape, d):
    s, rough = rng.uniform(0.02, 0.4), pick(rng, 0.0, 0.02, 0.08)

    def make(r):
        q = max(spread(r, d, s), 7.5) / 2
        return blob(r, q * r.uniform(1, 1.1), q, rough=rough)

    n = pick(rng, 3, 15, 60, 200)
    return pack(rng, shape, make, min(int(n * rng.uniform(0.6, 1.5)), amount(shape, d, 0.5, 300)),
                overlap=pick(rng, 0, 0, 0.15), clump=pick(rng, 0, 0, 0.4), gap=pick(rng, 0, 2))


def _dish(rng, img, hue):
    """Draws the rim of a dish and darkens what lies outside it; (h, w, 3)."""
    h, w = img.shape[:2]
    radius = int(rng.uniform(0.5, 0.9) * max(h, w))
    at = int(w * rng.uniform(0.2, 0.8)), int(h * rng.uniform(0.2, 0.8))
    mask = np.zeros((h, w), np.float32)
    cv2.circle(mask, at, radius, 1.0, -1, cv2.LINE_AA)
    img = img * mask[..., None] + (1 - mask[..., None]) * np.float32(rng.uniform(0, 0.15)) * hue
    for _ in range(int(rng.integers(1, 4))):
        line = np.zeros((h, w), np.float32)
        cv2.circle(line, at, radius + int(rng.integers(-4, 22)), 1.0, int(rng.integers(2, 8)), cv2.LINE_AA)
        img = img + np.float32(rng.uniform(-0.2, 0.4)) * blur(line, 1.0)[..., None]
    return img


def _plate(rng, scene, d):
    """Agar in colour, colonies paler or darker, domed, with highlight and faint shadow."""
    inside = scene.labels > 0
    hue = np.clip(np.array(pick(rng, (0.85, 0.75, 0.5), (0.7, 0.25, 0.2), (0.8, 0.8, 0.75), (0.45, 0.5, 0.35)))
                  + rng.normal(0, 0.05, 3), 0.05, 1).astype(np.float32)
    agar = (rng.uniform(0.4, 0.9) + ground(rng, scene.shape, 0.03))[..., None] * hue + np.zeros(scene.shape + (3,))
    agar = agar * (1 - rng.uniform(0, 0.3) * ~inside * halo(scene.outside(), 0.2 * d + 1))[..., None]
    if chance(rng, 0.35):
        agar = _dish(rng, agar, hue)
    paint = np.clip(np.array(pick(rng, (0.95, 0.93, 0.85), (0.9, 0.8, 0.4), (0.25, 0.3, 0.7), (0.6, 0.15, 0.15), (0.2, 0.2, 0.2)))
                    + rng.normal(0, 0.05, 3), 0.03, 1)
    if np.abs(paint - agar.mean((0, 1))).max() < 0.2:
        paint = np.clip(1 - agar.mean((0, 1)), 0.05, 0.95)
    body = dome(scene.dist(), np.float32(d / 2), 0.8) * rng.uniform(0.1, 0.5) + rng.uniform(0.6, 0.85)
    opaque = (scene.lut(np.clip(rng.uniform(0.55, 1) * levels(rng, scene.n, 0.1), 0.4, 1)) * inside)[..., None]
    img = agar * (1 - opaque) + opaque * body[..., None] * paint
    if chance(rng, 0.4):
        u, v = scene.local()
        glint = np.exp(-((u - 0.3) ** 2 + (v + 0.2) ** 2) / 0.05) * inside
        img = img + np.float32(rng.uniform(0.1, 0.5)) * glint[..., None]
    return img if chance(rng, 0.7) else img.mean(2)


def _plaques(rng, scene, d):
    """Clear holes in a cloudy lawn, or dark holes of a filter."""
    lawn = rng.uniform(0.45, 0.8) + np.float32(rng.uniform(0.01, 0.035)) * fractal(rng, scene.shape, rng.uniform(3, 20))
    lawn = lawn + ground(rng, scene.shape, 0.03)
    front = blur((scene.labels > 0).astype(np.float32), rng.uniform(0.5, 0.1 * d))
    depth = scene.lut(np.clip(rng.uniform(0.15, 0.6) * levels(rng, scene.n, 0.2), 0.12, 0.8))
    depth = np.maximum(depth, 0.12)
    img = lawn * (1 - front * depth)
    if chance(rng, 0.3):
        img += rng.uniform(0.05, 0.2) * halo(scene.outside(), 2.0) * (scene.labels == 0)
    return img


def _glow(rng, scene, d):
    """Bright soft spots, over dim out-of-focus cells or haze; the label ends at half height."""
    body = dome(scene.dist(), np.float32(d / 2), rng.uniform(0.3, 1.0)) * (scene.labels > 0)
    img = blur(body * scene.lut(np.clip(levels(rng, scene.n, rng.uniform(0.1, 0.5)), 0.35, 4)), 0.07 * d)
    img = img * np.float32(loguniform(rng, 0.25, 1.4) / (img.max() + 1e-3))
    if chance(rng, 0.5):
        img += 0.3 * float(np.median(img[img > 0.05])) * np.clip(field(rng, scene.shape, 70), 0, 1.5) if (img > 0.05).any() else 0
    if chance(rng, 0.3):
        specks(rng, img, int(rng.integers(5, 60)), 0.7, 0.15)
    img = photon(rng, haze(rng, img, 0.3) + rng.uniform(0, 0.1), 40, 2000)
    return tint(rng, img) if chance(rng, 0.15) else img
