"""Budding yeast; mother and bud are two objects."""
import numpy as np

from .common import amount, dome, halo, haze, levels, photon, spread
from .degrade import finish, ground, specks
from .noise import blur, canvas, chance, field, fractal, loguniform, pick
from .shapes import Scene, blob, pack


def yeast(rng):
    """Phase contrast, bright field with rings, or fluorescence."""
    shape = canvas(rng)
    d = loguniform(rng, 16, 95)
    scene = Scene(_layout(rng, shape, d), shape)
    img = pick(rng, _phase, _phase, _rings, _rings, _fluor)(rng, scene, d)
    return finish(rng, img, invert=0.04), scene.labels


def _layout(rng, shape, d):
    s, flat = rng.uniform(0.06, 0.22), rng.uniform(1.1, 1.8)

    def make(r):
        q = spread(r, d, s) / 2
        k = np.sqrt(r.uniform(1.02, flat))
        return blob(r, q * k, q / k, rough=0.025)

    cover = pick(rng, 0.06, 0.2, 0.5)
    mothers = pack(rng, shape, make, amount(shape, d, cover, 250), overlap=0.02, clump=pick(rng, 0.2, 0.7, 0.95),
                   tries=14, cover=0.75)
    return _buds(rng, mothers, rng.uniform(0.1, 0.6)) + mothers


def _buds(rng, mothers, share):
    """Smaller cells at the tip of some mothers, drawn behind them."""
    out = []
    for m in mothers:
        if not chance(rng, share):
            continue
        r = m.radius * rng.uniform(0.35, 0.8)
        bud = blob(rng, r * rng.uniform(1, 1.25), r, m.theta + rng.normal(0, 0.4), 0.02)
        ang = m.theta + rng.normal(0, 0.35) + np.pi * chance(rng, 0.5)
        reach = m.a + bud.a * 0.85
        bud.cx, bud.cy = m.cx + reach * np.cos(ang), m.cy + reach * np.sin(ang)
        out.append(bud)
    return out


def _vacuole(rng, scene, soft=0.08):
    """Round body off the middle of most cells, 0..1."""
    u, v = scene.local()
    off, ang = rng.uniform(0, 0.35, scene.n), rng.uniform(0, 6.28, scene.n)
    size = rng.uniform(0.3, 0.6, scene.n) * (rng.random(scene.n) < 0.8)
    rho = np.hypot(u - scene.lut(off * np.cos(ang)), v - scene.lut(off * np.sin(ang)))
    return (scene.labels > 0) / (1 + np.exp(np.clip((rho - scene.lut(size)) / soft, -30, 30)))


def _inside_texture(rng, scene, d):
    f = np.float32(rng.uniform(0.01, 0.08)) * fractal(rng, scene.shape, max(2.5, d / rng.uniform(3, 8)), 3)
    if chance(rng, 0.5):
        f += rng.uniform(0.1, 0.4) * np.clip(field(rng, scene.shape, max(2.5, d / 10)) - 1.8, 0, 1)
    return f


def _phase(rng, scene, d):
    """Bright halo round dark (or grey) cells with vacuoles."""
    inside, base = scene.labels > 0, pick(rng, rng.uniform(0.1, 0.3), rng.uniform(0.4, 0.6))
    img = base + ground(rng, scene.shape, rng.uniform(0.005, 0.03))
    ring = halo(scene.outside(), rng.uniform(1.5, 0.08 * d + 1.5)) * np.float32(rng.uniform(0.15, 0.6))
    img = img + ring * ~inside
    depth = np.clip(rng.uniform(0.4, 0.9) * levels(rng, scene.n, 0.12), 0.15, 0.95)
    body = base * (1 - scene.lut(depth) * dome(scene.dist(), np.float32(d / 2), rng.uniform(0.15, 0.6)))
    body += rng.uniform(-0.25, 0.35) * base * _vacuole(rng, scene) + _inside_texture(rng, scene, d) * (0.4 + base)
    if chance(rng, 0.4):
        body += np.float32(rng.uniform(0.05, 0.3)) * np.exp(-((scene.dist() - 0.12 * d) / 1.6) ** 2)
    img = np.where(inside, body, img)
    return blur(img.astype(np.float32), rng.uniform(0.5, 1.2))


def _rings(rng, scene, d):
    """Bright field off focus: alternating dark and bright rings along the wall, both sides."""
    inside = scene.labels > 0
    base = rng.uniform(0.4, 0.65)
    away = np.where(inside, scene.dist(), -scene.outside())
    period, decay = rng.uniform(4, max(5, 0.18 * d)), rng.uniform(2, 0.08 * d + 3)
    sign = pick(rng, 1, -1)
    wave = sign * np.cos(2 * np.pi * (away - rng.uniform(-1, 1.5)) / period) * np.exp(-np.abs(away) / decay)
    img = base - rng.uniform(0.15, 0.45) * wave + ground(rng, scene.shape, rng.uniform(0.005, 0.03))
    img += inside * (rng.uniform(-0.08, 0.12) + _inside_texture(rng, scene, d))
    img += rng.uniform(-0.12, 0.12) * _vacuole(rng, scene)
    if chance(rng, 0.2):
        specks(rng, img, int(rng.integers(3, 30)), 1.2, rng.uniform(-0.3, 0.3))
    return blur(img.astype(np.float32), rng.uniform(0.4, 1.2))


def _fluor(rng, scene, d):
    """Cytoplasm with a dark vacuole, or wall."""
    inside = scene.labels > 0
    if chance(rng, 0.6):
        img = dome(scene.dist(), np.float32(d / 2), 0.7) * (1 - rng.uniform(0.3, 0.9) * _vacuole(rng, scene))
        img = img * np.maximum(1 + 0.2 * fractal(rng, scene.shape, d / 5, 3), 0.1)
    else:
        img = np.exp(-((scene.dist() - 1) / rng.uniform(1, 0.05 * d + 1)) ** 2) * inside + rng.uniform(0, 0.3) * inside
    img = img * scene.lut(np.clip(levels(rng, scene.n, rng.uniform(0.1, 0.4)), 0.4, 2.5))
    img = img * np.float32(loguniform(rng, 0.15, 1.2) / (img.max() + 1e-3))
    return photon(rng, haze(rng, blur(img, rng.uniform(0.5, 1.5)), 0.4) + rng.uniform(0.01, 0.1), 30, 1500)
