"""Rod-shaped and curved bacteria, cocci, chains and packed colonies."""
import numpy as np

from .common import amount, dome, halo, haze, levels, photon, spots_field, tint
from .degrade import finish, ground, specks
from .noise import blur, canvas, chance, field, fractal, loguniform, pick
from .shapes import Scene, blob, pack, rod, turn_to


def bacteria(rng):
    """Phase contrast, fluorescence (body or envelope) or bright field."""
    shape = canvas(rng)
    width = loguniform(rng, 7, 26)
    scene = Scene(_layout(rng, shape, width), shape)
    look = pick(rng, _phase, _phase, _fluor, _fluor, _envelope, _bright)
    return look(rng, scene, width), scene.labels


def _layout(rng, shape, width):
    aspect, curve = rng.uniform(1.6, 6), pick(rng, 0.1, 0.3, 1.2)
    vary, cocci = rng.uniform(0.05, 0.5), chance(rng, 0.15)

    def make(r):
        w = width * r.uniform(0.88, 1.12)
        if cocci:
            return blob(r, w * 0.6, w * 0.53, rough=0.03)
        return rod(r, w * max(1.3, aspect * np.exp(r.normal(0, vary))), w, curve=r.normal(0, curve),
                   taper=r.uniform(0, 0.3))

    style = pick(rng, "scatter", "scatter", "colony", "chain")
    area = width * width * (1 if cocci else aspect)
    n = amount(shape, np.sqrt(area * 1.27), pick(rng, 0.04, 0.12, 0.3), 350)
    if style == "scatter":
        return pack(rng, shape, make, n, overlap=pick(rng, 0, 0.1), clump=pick(rng, 0, 0.5))
    return _chains(rng, shape, make, n, beside=style == "colony")


def _chains(rng, shape, make, n, beside):
    """Objects set end to end (chains) or also side by side in aligned patches (colonies)."""
    order, fresh, near = rng.uniform(0.05, 0.35), (0.02 if beside else 0.12), (30 if beside else 1)

    def aim(r, item, placed):
        base = placed[int(r.integers(max(0, len(placed) - near), len(placed)))]
        if chance(r, fresh) or not (0 < base.cx < shape[1] and 0 < base.cy < shape[0]):
            item.cx, item.cy = r.uniform(0, shape[1]), r.uniform(0, shape[0])
            return
        turn_to(item, base.theta + r.normal(0, order))
        side = beside and chance(r, 0.65)
        reach = (base.b + item.b) * 1.04 if side else (base.a + item.a) * 1.02
        ang = base.theta + (np.pi / 2 if side else 0) + np.pi * chance(r, 0.5 if beside else 0.02)
        slip = r.normal(0, 0.25) * item.a if side else 0.0
        item.cx = base.cx + reach * np.cos(ang) + slip * np.cos(base.theta)
        item.cy = base.cy + reach * np.sin(ang) + slip * np.sin(base.theta)

    return pack(rng, shape, make, n, overlap=0.05, tries=12, aim=aim)


def _phase(rng, scene, width):
    """Dark bodies with a bright halo on grey."""
    base = rng.uniform(0.4, 0.7)
    img = base + ground(rng, scene.shape, rng.uniform(0.005, 0.03))
    ring = halo(scene.outside(), width * rng.uniform(0.15, 0.5))
    img += (scene.labels == 0) * ring * np.float32(rng.uniform(0.05, 0.35))
    depth = np.clip(rng.uniform(0.12, 0.45) * levels(rng, scene.n, 0.2), 0.06, 0.5)
    body = dome(scene.dist(), scene.lut(scene.get("b"), 1), rng.uniform(0.4, 1.0))
    img -= scene.lut(depth) * (0.35 + 0.65 * body) * (scene.labels > 0)
    img += (scene.labels > 0) * np.float32(rng.uniform(0, 0.05)) * field(rng, scene.shape, max(2, width / 4))
    if chance(rng, 0.2):
        specks(rng, img, int(rng.integers(3, 30)), 1.0, rng.uniform(-0.2, 0.2))
    return finish(rng, blur(img, rng.uniform(0.3, 1.0)), invert=0.05)


def _fluor(rng, scene, width):
    """Bright bodies, sometimes with a nucleoid or foci, on dark ground."""
    body = dome(scene.dist(), scene.lut(scene.get("b"), 1), rng.uniform(0.5, 1.0))
    if chance(rng, 0.3):
        u, _ = scene.local()
        body *= 0.35 + 0.65 * np.exp(-((np.abs(u) - pick(rng, 0.0, 0.4)) / 0.3) ** 2)
    img = body * scene.lut(levels(rng, scene.n, rng.uniform(0.1, 0.6)))
    img *= np.maximum(1 + rng.uniform(0, 0.2) * fractal(rng, scene.shape, max(2, width / 3), 2), 0.1)
    if chance(rng, 0.25):
        img += (scene.labels > 0) * spots_field(rng, scene.shape, max(2, width / 5), 0.02)
    return _dark_field(rng, blur(img, rng.uniform(0.4, 0.12 * width)))


def _envelope(rng, scene, width):
    """Stained membrane: bright outline, darker inside."""
    line = np.exp(-((scene.dist() - 1.0) / rng.uniform(0.9, max(1.0, 0.12 * width))) ** 2) * (scene.labels > 0)
    img = (line + rng.uniform(0, 0.4) * (scene.labels > 0)) * scene.lut(levels(rng, scene.n, 0.2))
    return _dark_field(rng, blur(img, rng.uniform(0.4, 1.0)))


def _dark_field(rng, img):
    top = float(img.max()) + 1e-3
    peak = loguniform(rng, 0.12, 1.6)
    img = haze(rng, img * np.float32(peak / top), 0.5) + np.float32(rng.uniform(0, 0.12))
    img = photon(rng, img + ground(rng, img.shape, 0.02 * peak), 25, 2000)
    return finish(rng, tint(rng, img) if chance(rng, 0.15) else img)


def _bright(rng, scene, width):
    """Stained smear: coloured or grey rods on a pale ground."""
    body = (0.5 + 0.5 * dome(scene.dist(), scene.lut(scene.get("b"), 1), 0.6)) * (scene.labels > 0)
    dose = body * scene.lut(np.clip(rng.uniform(0.3, 0.9) * levels(rng, scene.n, 0.25), 0.15, 1.0))
    pale = np.array([0.93, 0.9, 0.92]) * rng.uniform(0.75, 1.0)
    dye = np.array(pick(rng, (0.45, 0.75, 0.3), (0.3, 0.8, 0.5), (0.8, 0.6, 0.25), (0.7, 0.7, 0.7)))
    img = (pale + rng.normal(0, 0.02, 3)).astype(np.float32) * np.exp(-1.6 * dose[..., None] * dye.astype(np.float32))
    img += ground(rng, scene.shape, rng.uniform(0, 0.04))[..., None]
    img = blur(img, rng.uniform(0.4, 1.2))
    return finish(rng, img if chance(rng, 0.7) else img.mean(2))
