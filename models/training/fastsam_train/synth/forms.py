"""Odd outlines and objects with inner structure: pollen, diatoms, ducts, worms."""
import numpy as np

from .common import amount, dome, halo, levels, spots_field, spread
from .degrade import finish, ground
from .noise import blur, canvas, chance, colourise, field, fractal, loguniform, pick
from .nuclei_tissue import EOSIN, HAEM
from .shapes import Scene, blob, pack, rod, spiny


def forms(rng):
    """One family of objects in an image; inner rings, stripes and holes belong to the object."""
    shape = canvas(rng)
    d = loguniform(rng, 28, 140)
    img, labels = pick(rng, _pollen, _diatoms, _ducts, _worms)(rng, shape, d)
    if img.ndim == 2 and chance(rng, 0.3):
        img = colourise(img, rng.uniform(0.55, 1.05, 3))
    return finish(rng, img.astype(np.float32), invert=0.1), labels


def _scene(rng, shape, d, make, covers=(0.1, 0.25, 0.45), most=120):
    n = amount(shape, d, pick(rng, *covers), most)
    return Scene(pack(rng, shape, make, n, overlap=pick(rng, 0, 0, 0.12), clump=pick(rng, 0, 0.4), tries=8), shape)


def _backdrop(rng, shape):
    """Ground and object step that stays inside 0..1."""
    base = rng.uniform(0.05, 0.9)
    step = rng.uniform(0.2, 0.6) * (1 if base < 0.45 else -1)
    return base + ground(rng, shape, rng.uniform(0.01, 0.04)), step


def _pollen(rng, shape, d):
    """Spined, lobed or starred bodies with a speckled surface."""
    spines, depth = int(pick(rng, 5, 6, 9, 14, 22, 30)), rng.uniform(0.12, 0.9)
    depth = depth * (1.0 if spines < 8 else 0.35)
    s, sharp = rng.uniform(0.05, 0.25), rng.uniform(1, 3)
    scene = _scene(rng, shape, d, lambda r: spiny(r, spread(r, d, s) / 2, spines, depth, sharp))
    back, step = _backdrop(rng, shape)
    rho = np.minimum(np.hypot(*scene.local()) * (1 + depth), 1.3)
    body = rng.uniform(0.5, 0.9) + 0.4 * np.sqrt(np.maximum(1 - rho * rho, 0))
    body = body * (1 + rng.uniform(0.05, 0.25) * fractal(rng, shape, max(3, d / rng.uniform(6, 14)), 3))
    if chance(rng, 0.5):
        body = body + rng.uniform(-0.4, 0.5) * np.exp(-((rho - rng.uniform(0.3, 0.85)) / 0.08) ** 2)
    if chance(rng, 0.4):
        body = body - 0.5 * spots_field(rng, shape, max(3, d / 12), 0.08)
    gain = scene.lut(step * np.clip(levels(rng, scene.n, 0.15), 0.5, 1.6))
    return np.where(scene.labels > 0, back + gain * body, back), scene.labels


def _diatoms(rng, shape, d):
    """Shells with cross stripes, a midline and a double wall."""
    s, flat, rough = rng.uniform(0.05, 0.3), rng.uniform(1.2, 5), pick(rng, 0.01, 0.05)

    def make(r):
        q = spread(r, d, s) / 2
        k = np.sqrt(flat * r.uniform(0.8, 1.2))
        return blob(r, q * k, max(q / k, 6), rough=rough, first=2, last=4)

    scene = _scene(rng, shape, d, make)
    back, step = _backdrop(rng, shape)
    u, v = scene.local()
    dist, inside = scene.dist(), scene.labels > 0
    count = rng.uniform(6, 24)
    stripe = np.sin(u * np.float32(count * 3.14) + pick(rng, 0.0, 2.0) * np.abs(v)) * (dist > 3)
    if chance(rng, 0.3):
        stripe = np.sin(np.hypot(u, v) * np.float32(count)) * (dist > 3)
    pattern = rng.uniform(0.15, 0.7) + rng.uniform(0.1, 0.5) * stripe
    pattern = pattern + rng.uniform(0.2, 0.7) * np.exp(-((dist - 1.2) / rng.uniform(0.9, 2.5)) ** 2)
    if chance(rng, 0.5):
        pattern = pattern + rng.uniform(-0.6, 0.6) * np.exp(-(v / 0.1) ** 2)
    gain = scene.lut(step * np.clip(levels(rng, scene.n, 0.2), 0.5, 1.6))
    return np.where(inside, back + gain * pattern, back), scene.labels


def _ducts(rng, shape, d):
    """Ducts, follicles and vessels in stained tissue: a wall with nuclei round a pale or filled middle."""
    d = max(d, 60) * rng.uniform(0.9, 1.4)
    rough, s = rng.uniform(0.04, 0.25), rng.uniform(0.1, 0.35)

    def make(r):
        q = spread(r, d, s) / 2
        k = np.sqrt(r.uniform(1, 2))
        return blob(r, q * k, q / k, rough=rough)

    scene = _scene(rng, shape, d, make, (0.2, 0.4, 0.6), 60)
    inside, dist = scene.labels > 0, scene.dist()
    wall = scene.lut(scene.get("radius") * rng.uniform(0.2, 0.6, scene.n), 1) * (1 + 0.15 * field(rng, shape, d / 5))
    ring = inside & (dist < wall)
    lumen = inside & ~ring
    grain = max(3.5, d / rng.uniform(10, 18))
    dots = spots_field(rng, shape, grain, 0.3)
    stray = spots_field(rng, shape, grain, 0.04) * ~inside
    haem = dots * ring * rng.uniform(0.6, 1.2) + stray * 0.7 + rng.uniform(0.05, 0.3) * ring
    eosin = np.clip(rng.uniform(0.2, 0.6) + 0.12 * fractal(rng, shape, d / 3, 5), 0.02, 2)
    fill = pick(rng, 0.02, 0.02, 0.5, 1.1)
    eosin = np.where(lumen, fill * eosin, np.where(ring, eosin * rng.uniform(0.7, 1.6), eosin))
    edge = np.exp(-((dist - 0.8) / 1.3) ** 2) * inside * rng.uniform(0.2, 0.8)
    density = (haem + 0.5 * edge)[..., None] * HAEM + (eosin + edge)[..., None] * EOSIN
    img = 0.96 * np.exp(-density * rng.uniform(0.85, 1.15, 3))
    return (img if chance(rng, 0.85) else img.mean(2)), scene.labels


def _worms(rng, shape, d):
    """Long bent bodies with pointed ends and granular inside."""
    w = np.clip(d / 4, 8, 30)
    aspect, curve = rng.uniform(5, 13), rng.uniform(0.3, 2.5)

    def make(r):
        return rod(r, w * aspect * r.uniform(0.7, 1.2), w * r.uniform(0.85, 1.15), curve=r.normal(0, curve),
                   taper=r.uniform(0.4, 0.85))

    scene = _scene(rng, shape, w * np.sqrt(aspect * 1.27), make, (0.05, 0.15, 0.3), 60)
    back, step = _backdrop(rng, shape)
    body = rng.uniform(0.4, 0.7) + 0.4 * dome(scene.dist(), np.float32(w / 2), 1.0)
    body = body + rng.uniform(0.05, 0.3) * fractal(rng, shape, max(2.5, w / rng.uniform(2, 6)), 3)
    if chance(rng, 0.5):
        body = body + rng.uniform(-0.5, 0.6) * np.exp(-((scene.dist() - 0.8) / 1.2) ** 2)
    gain = scene.lut(step * np.clip(levels(rng, scene.n, 0.15), 0.5, 1.6))
    img = np.where(scene.labels > 0, back + gain * body, back)
    if chance(rng, 0.3):
        img = img + rng.uniform(-0.2, 0.2) * halo(scene.outside(), 3.0) * (scene.labels == 0)
    return blur(img.astype(np.float32), rng.uniform(0.4, 1.0)), scene.labels
