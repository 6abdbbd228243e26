"""Powders and crystals in electron micrographs."""
import numpy as np

from .common import amount, dome, halo, levels, spread
from .degrade import finish, ground
from .noise import blur, canvas, chance, field, fractal, loguniform, pick
from .shapes import Scene, blob, pack, polygon, rod


def particles(rng):
    """SEM: opaque shaded heaps, edge-bright. TEM: dark translucent shapes on a pale film."""
    shape = canvas(rng)
    d = loguniform(rng, 12, 120)
    items, faceted = _layout(rng, shape, d)
    scene = Scene(items, shape)
    img = _tem(rng, scene, d) if chance(rng, 0.35) else _sem(rng, scene, d, faceted)
    return finish(rng, img, invert=0.05), scene.labels


def _maker(rng, d):
    """One family of shapes: spheres, rough lumps, cubes, polygons, plates or needles."""
    s, rough = rng.uniform(0.08, 0.65), rng.uniform(0.02, 0.25)
    sides, soft, irregular = int(rng.integers(3, 8)), rng.uniform(0.05, 0.4), pick(rng, 0.0, 0.1, 0.8)
    aspect = rng.uniform(1.0, 1.5)
    family = pick(rng, "ball", "ball", "lump", "facet", "facet", "needle", "mix")

    def make(r):
        q = spread(r, d, s) / 2
        kind = pick(r, "ball", "lump", "facet") if family == "mix" else family
        if kind == "ball":
            return blob(r, q * r.uniform(1, 1.08), q, rough=0.02)
        if kind == "lump":
            return blob(r, q * np.sqrt(r.uniform(1, 1.7)), q, rough=rough)
        if kind == "facet":
            return polygon(r, q * 1.1, sides, r.uniform(1, aspect), soft=soft, irregular=irregular)
        return rod(r, q * r.uniform(2, 5), max(5.0, q * 0.6), taper=r.uniform(0, 0.6))

    return make, family


def _layout(rng, shape, d):
    cover = pick(rng, 0.1, 0.3, 0.7, 1.3)
    heap = pick(rng, 0.02, 0.3, 0.6)
    make, family = _maker(rng, d)
    items = pack(rng, shape, make, amount(shape, d, cover, 400), overlap=heap,
                 clump=pick(rng, 0, 0.3, 0.8), tries=4)
    if items and chance(rng, 0.25):
        items += _satellites(rng, items)
    return items, family == "facet"


def _satellites(rng, items):
    """Small balls that sit on larger ones."""
    out = []
    for base in items:
        if base.radius < 22 or chance(rng, 0.5):
            continue
        for _ in range(int(rng.integers(1, 4))):
            r, ang = base.radius * rng.uniform(0.18, 0.35), rng.uniform(0, 2 * np.pi)
            small = blob(rng, r, r, rough=0.03)
            small.cx = base.cx + base.radius * 0.85 * np.cos(ang)
            small.cy = base.cy + base.radius * 0.85 * np.sin(ang)
            out.append(small)
    return out


def _frame(scene):
    """Image-axis coordinates in each object, 1 at its radius, and height of the rounded body 0..1."""
    u, v = scene.local()
    th = scene.get("theta")
    c, s = scene.lut(np.cos(th)), scene.lut(np.sin(th))
    return u * c - v * s, u * s + v * c, np.minimum(np.hypot(u, v), 1)


def _relief(rng, scene, d):
    """Surface roughness as light and shade, about 0."""
    bump = fractal(rng, scene.shape, max(3.0, d / rng.uniform(3, 14)), 4, rng.uniform(0.45, 0.75))
    gy, gx = np.gradient(bump)
    ang = rng.uniform(0, 2 * np.pi)
    slope = gx * np.float32(np.cos(ang)) + gy * np.float32(np.sin(ang))
    return slope / (slope.std() + 1e-6)


def _flat_faces(rng, scene, x, y):
    """Facets: each object split by two lines through it into faces of different tone."""
    a1, a2 = rng.uniform(0, np.pi, scene.n), rng.uniform(0, np.pi, scene.n)
    f1 = x * scene.lut(np.cos(a1)) + y * scene.lut(np.sin(a1)) > scene.lut(rng.normal(0, 0.25, scene.n))
    f2 = x * scene.lut(np.cos(a2)) + y * scene.lut(np.sin(a2)) > scene.lut(rng.normal(0, 0.25, scene.n))
    step1, step2 = scene.lut(rng.normal(0, 0.12, scene.n)), scene.lut(rng.normal(0, 0.12, scene.n))
    return step1 * f1 + step2 * (f2 & f1)


def _floor(rng, shape):
    """Dark holder, grainy carbon tape or a bright support."""
    img = pick(rng, rng.uniform(0.02, 0.15), rng.uniform(0.1, 0.4), rng.uniform(0.3, 0.6))
    img = img + ground(rng, shape, rng.uniform(0.005, 0.05))
    if chance(rng, 0.3):
        img = img + np.float32(rng.uniform(0.01, 0.06)) * fractal(rng, shape, rng.uniform(6, 50), 4, 0.7)
    return np.asarray(img, np.float32)


def _sem(rng, scene, d, faceted):
    """Topographic contrast: tilt shading, bright edges, texture, contact shadow, charging."""
    img = _floor(rng, scene.shape) + np.zeros(scene.shape, np.float32)
    x, y, rho = _frame(scene)
    inside, dist = scene.labels > 0, scene.dist()
    radius = scene.lut(scene.get("radius"), 1)
    tone = scene.lut(np.clip(rng.uniform(0.3, 0.65) * levels(rng, scene.n, rng.uniform(0.03, 0.25)), 0.12, 0.95))
    ang = rng.uniform(0, 2 * np.pi)
    tilt = pick(rng, 0.05, 0.2, 0.4)
    body = tone * (1 + tilt * (x * np.cos(ang) + y * np.sin(ang)))
    body *= rng.uniform(0.75, 1.0) + 0.25 * dome(dist, radius, 0.5)
    if faceted and chance(rng, 0.6):
        body += _flat_faces(rng, scene, x, y)
    body += tone * np.float32(pick(rng, 0.02, 0.08, 0.2)) * _relief(rng, scene, d)
    body += np.float32(rng.uniform(0, 0.5)) * halo(dist, rng.uniform(1.0, 0.04 * d + 1.3)) * rng.uniform(0.4, 1)
    img = np.where(inside, body, img).astype(np.float32)
    shadow = _contact(scene, rng.uniform(1.5, 0.08 * d + 2))
    img *= 1 - np.float32(rng.uniform(0.1, 0.55)) * shadow
    if chance(rng, 0.2):
        img += np.float32(rng.uniform(0.02, 0.12)) * field(rng, scene.shape, 120)
    return img


def _contact(scene, width):
    """Shade 0..1 on what lies just outside an object in front or on the ground."""
    shade = np.zeros(scene.shape, np.float32)
    front = scene.labels
    soft = blur(front.astype(np.float32), width)
    higher = np.clip((soft - front) / (0.5 * (scene.n + 1)), 0, 1)
    shade[front == 0] = halo(scene.outside(), width)[front == 0]
    return np.maximum(shade, higher * (front > 0))


def _tem(rng, scene, d):
    """Absorption: each body darkens a pale film, overlaps darken twice."""
    img = rng.uniform(0.6, 0.9) + ground(rng, scene.shape, rng.uniform(0.01, 0.04))
    img = img + np.float32(rng.uniform(0.005, 0.03)) * fractal(rng, scene.shape, rng.uniform(2, 6), 2)
    thick = dome(scene.dist(), scene.lut(scene.get("radius"), 1), pick(rng, 0.05, 0.2, 0.9))
    dose = rng.uniform(0.3, 1.8) * levels(rng, scene.n, rng.uniform(0.05, 0.4))
    depth = scene.lut(dose) * (0.3 + 0.7 * thick) * (scene.labels > 0)
    rear = scene.behind()
    depth += (rear != scene.labels) * np.concatenate([[0], dose]).astype(np.float32)[rear] * 0.7
    if chance(rng, 0.35):
        depth *= 1 + 0.25 * field(rng, scene.shape, d / 3)
    if chance(rng, 0.3):
        line = np.exp(-((scene.dist() - 1) / 1.0) ** 2) * (scene.labels > 0)
        depth += np.float32(rng.uniform(0.1, 0.5)) * line
    img = img * np.exp(-depth)
    if chance(rng, 0.4):
        img += (scene.labels == 0) * halo(scene.outside(), rng.uniform(0.8, 2.5)) * np.float32(rng.uniform(0.03, 0.2))
    return img.astype(np.float32)
