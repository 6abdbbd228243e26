"""Phase contrast by its optics: cells as thickness, light through a ring, so halo and shade-off come of themselves."""
import cv2
import numpy as np

from .common import amount, dome, levels, spread
from .degrade import finish, ground, scratches, specks, uneven
from .noise import blur, chance, canvas, field, fractal, grid, loguniform, pick
from .shapes import Item, Scene, blob, pack, rod


def phase_sparse(rng):
    """Spindle-shaped, star-shaped, spread and rounded cells on glass with dust and shadows out of focus."""
    shape = canvas(rng)
    d = loguniform(rng, 14, 70)
    scene = Scene(_layout(rng, shape, d), shape)
    image = ring_image(rng, _optical_path(rng, scene, d), d)
    image = image * shadows(rng, shape, d) + ground(rng, shape, loguniform(rng, 0.003, 0.03))
    if chance(rng, 0.5):
        image = uneven(rng, image, rng.uniform(0.1, 0.4))
    if chance(rng, 0.15):
        scratches(rng, image, int(rng.integers(1, 6)), 0.08)
    return finish(rng, image.astype(np.float32), invert=0.03), scene.labels


def _layout(rng, shape, d):
    """Mostly few cells; one culture has cells of one habit and some of the others."""
    habit = pick(rng, "spindle", "spindle", "star", "spread", "round")
    lean, loose = rng.uniform(0, 2 * np.pi), pick(rng, 0.3, 1.0, 9.0)

    def make(r):
        kind = habit if chance(r, 0.8) else pick(r, "spindle", "star", "spread", "round")
        size = spread(r, d, 0.3)
        return SHAPES[kind](r, size, lean + r.normal(0, loose))

    cover = pick(rng, 0.02, 0.06, 0.12, 0.3, 0.55)
    return pack(rng, shape, make, amount(shape, d, cover, 250), overlap=pick(rng, 0, 0, 0.05), clump=pick(rng, 0, 0.2, 0.6),
                gap=pick(rng, 0, 0, 1))


def _spindle(rng, size, theta):
    """Long and pointed at both ends, its middle thick."""
    k = rng.uniform(2.5, 7.0)
    width = max(size / np.sqrt(0.6 * k), 4.5)
    return rod(rng, width * k, width, theta, curve=rng.normal(0, 0.5), taper=rng.uniform(0.75, 0.97))


def _star(rng, size, theta):
    """A body that runs out into two to five points."""
    item = blob(rng, 0.42 * size, 0.36 * size, theta, 0.08)
    t = np.arctan2(item.poly[:, 1], item.poly[:, 0])
    gain, at = np.ones(len(t)), rng.uniform(0, 2 * np.pi)
    count = int(rng.integers(2, 6))
    for i in range(count):
        turn = np.angle(np.exp(1j * (t - at - 2 * np.pi * i / count - rng.normal(0, 0.3))))
        gain += rng.uniform(0.5, 1.6) * np.exp(-np.abs(turn) / rng.uniform(0.14, 0.3))
    return Item(item.poly * gain[:, None], item.a, item.b, theta)


def _flat(rng, size, theta):
    """Spread out, with a ruffled edge."""
    k = np.sqrt(rng.uniform(1, 2.0))
    return blob(rng, 0.55 * size * k, 0.55 * size / k, theta, rng.uniform(0.08, 0.3), bend=rng.normal(0, 0.1), last=10)


def _round(rng, size, theta):
    """Rounded up or hardly attached."""
    k = np.sqrt(rng.uniform(1, 1.3))
    return blob(rng, 0.36 * size * k, 0.36 * size / k, theta, 0.03)


SHAPES = {"spindle": _spindle, "star": _star, "spread": _flat, "round": _round}


def _optical_path(rng, scene, d):
    """Phase in radians: a step at the edge, a bulge over the nucleus, grains; debris beside the cells."""
    inside, dist = scene.labels > 0, scene.dist()
    deep = scene.lut(_depths(rng, scene), 1.0)
    body = rng.uniform(0.15, 0.55) + 0.6 * dome(dist, np.maximum(deep, 1), rng.uniform(0.6, 1.2))
    height = scene.lut(loguniform(rng, 0.08, 0.5) * np.clip(levels(rng, scene.n, 0.35), 0.5, 2))
    thick = scene.lut(np.where(_is_round(scene), rng.uniform(2.0, 9.0), 1.0))
    grains = np.maximum(1 + rng.uniform(0.2, 0.7) * fractal(rng, scene.shape, max(2.5, d / rng.uniform(4, 10)), 3, 0.7), 0)
    phase = inside * body * height * thick * grains
    phase += inside * rng.uniform(0, 0.8) * (dist > 1.5) * np.clip(field(rng, scene.shape, max(2.2, d / 16)) - 1.4, 0, 1.5)
    phase = specks(rng, phase.astype(np.float32), int(rng.integers(0, pick(rng, 10, 60, 200))), rng.uniform(0.7, 2.2), loguniform(rng, 0.2, 3))
    return blur(phase, rng.uniform(0.5, 0.9))


def _depths(rng, scene):
    """Largest inner distance of each object."""
    deepest = np.zeros(scene.n + 1, np.float32)
    np.maximum.at(deepest, scene.labels.ravel(), scene.dist().ravel())
    return deepest[1:]


def _is_round(scene):
    return np.array([i.a / max(i.b, 1e-3) < 1.35 and i.poly.shape[0] == 56 and np.hypot(*i.poly.T).std() < 0.12 * i.radius
                     for i in scene.items], bool) if scene.n else np.zeros(0, bool)


def ring_image(rng, phase, d):
    """Light of a phase ring. The undiffracted part is the field blurred as widely as the ring is narrow;
    the ring shifts it by a quarter wave (the thick dark, or the other way about: bright) and dims it."""
    wide, share = loguniform(rng, 0.05 * d + 1.2, 0.45 * d + 5), rng.uniform(0.3, 0.9)
    real, imaginary = np.cos(phase), np.sin(phase)
    low = [share * blur(part, wide) + (1 - share) * blur(part, 3.5 * wide) for part in (real, imaginary)]
    dim = np.sqrt(rng.uniform(0.12, 0.6))
    quarter = pick(rng, -1, -1, -1, 1)
    # (field - low) + dim * low * e^(i * quarter * pi / 2)
    through = (real - low[0] - quarter * dim * low[1], imaginary - low[1] + quarter * dim * low[0])
    light = (through[0] ** 2 + through[1] ** 2) / dim**2
    base = rng.uniform(0.3, 0.55)
    return (base * (1 + (light - 1) * rng.uniform(0.5, 1.2))).astype(np.float32)


def shadows(rng, shape, d):
    """Dust far from the focus: broad dim discs with rings round them; factor about 1."""
    out = np.ones(shape, np.float32)
    if chance(rng, 0.35):
        return out
    x, y = grid(shape)
    for _ in range(int(rng.integers(1, 8))):
        radius = loguniform(rng, 0.4 * d + 3, 2 * d + 20)
        r = np.hypot(x - rng.uniform(0, shape[1]), (y - rng.uniform(0, shape[0])) * rng.uniform(0.8, 1.2)) / np.float32(radius)
        soft = 1 / (1 + np.exp(np.clip((r - 1) * rng.uniform(2.5, 6), -30, 30)))
        rings = np.cos(r * r * rng.uniform(3, 9)) * np.exp(-r * r) * rng.uniform(0, 0.6)
        out += np.float32(rng.normal(0, 0.14)) * (soft + rings)
    return cv2.max(out, 0.1)
