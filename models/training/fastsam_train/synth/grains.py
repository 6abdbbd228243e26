"""Grains that tile the plane: polished sections, electron-microscope membranes, pebbles."""
import cv2
import numpy as np

from .degrade import finish, ground, scratches
from .noise import blur, canvas, chance, field, fractal, grid, loguniform, pick, white
from .shapes import Scene, blob, compact, despeckle, inner_distance, pack, polygon, tiles


def grains(rng):
    """Contiguous grains told apart by lines, grey, colour or texture, or pebbles with gaps."""
    shape = canvas(rng)
    d = loguniform(rng, 16, 130)
    labels = tiles(rng, shape, d, rng.uniform(0.25, 1.0), rng.uniform(1, 2.2), pick(rng, 0.0, 0.02, 0.07, 0.15),
                   pick(rng, 0, 0, 0.15, 0.4))
    labels = compact(despeckle(labels, 3), 30)
    look = pick(rng, _lines, _greys, _greys, _neuropil, _pebbles, _pebbles, _thin_section)
    img, labels = look(rng, labels, d)
    return finish(rng, img, invert=0.05), labels


def _take(labels, values):
    """Per-label values (n, ...) as an image; 0 on the ground."""
    values = np.asarray(values, np.float32)
    return np.concatenate([np.zeros((1,) + values.shape[1:], np.float32), values])[labels]


def _hatch(rng, labels, d, share=0.5):
    """Stripes (twins, scratches) of own direction and spacing in some of the grains, about +-1."""
    n = int(labels.max())
    x, y = grid(labels.shape)
    th, k = rng.uniform(0, np.pi, n), 2 * np.pi / rng.uniform(3, max(4, d / 3), n)
    wave = np.sin(x * _take(labels, k * np.cos(th)) + y * _take(labels, k * np.sin(th)) + 0.6 * field(rng, labels.shape, d))
    return wave * _take(labels, rng.random(n) < share)


def _lines(rng, labels, d):
    """Etched section: nearly one grey, dark or bright boundaries, some of them faint."""
    dist = inner_distance(labels)
    base = rng.uniform(0.35, 0.8)
    n = int(labels.max())
    img = base + _take(labels, rng.normal(0, rng.uniform(0, 0.05), n)) + ground(rng, labels.shape, 0.04)
    width = rng.uniform(0.7, 0.03 * d + 1.2)
    line = np.exp(-(np.maximum(dist - 0.5, 0) / width) ** 2)
    line *= np.clip(1 + rng.uniform(0, 0.35) * field(rng, labels.shape, d * 0.7), 0.25, 1.3)
    gain = rng.uniform(0.15, 0.6)
    img = img + (gain if base < 0.5 and chance(rng, 0.6) else -gain) * line
    img += np.float32(rng.uniform(0, 0.05)) * fractal(rng, labels.shape, max(3, d / 5))
    if chance(rng, 0.3):
        img -= rng.uniform(0.1, 0.4) * np.clip(field(rng, labels.shape, rng.uniform(3, 7)) - 2, 0, 1)
    return _scratched(rng, img), labels


def _scratched(rng, img):
    img = img.astype(np.float32)
    return scratches(rng, img, int(rng.integers(2, 40)), rng.uniform(0.03, 0.15)) if chance(rng, 0.3) else img


def _greys(rng, labels, d):
    """Orientation contrast: grains of different grey, often without lines."""
    n = int(labels.max())
    spread = rng.uniform(0.08, 0.28)
    tone = np.clip(rng.uniform(0.3, 0.65) + rng.normal(0, spread, n), 0.06, 0.85)
    tex = rng.uniform(0.01, 0.08) * fractal(rng, labels.shape, max(3, d / rng.uniform(2, 10)), 3)
    img = _take(labels, tone) + tex * _take(labels, rng.uniform(0.3, 1.6, n))
    if chance(rng, 0.4):
        img += rng.uniform(0.02, 0.1) * _hatch(rng, labels, d, rng.uniform(0.2, 0.8))
    if chance(rng, 0.6):
        line = np.exp(-(np.maximum(inner_distance(labels) - 0.5, 0) / rng.uniform(0.7, 2)) ** 2)
        img += np.float32(pick(rng, -0.25, -0.12, 0.15)) * line
    return _scratched(rng, img), labels


def _neuropil(rng, labels, d):
    """Tissue in electron microscopy: dark membranes, profiles with organelles."""
    shape, n = labels.shape, int(labels.max())
    dist = inner_distance(labels)
    img = rng.uniform(0.5, 0.8) + _take(labels, rng.normal(0, rng.uniform(0.02, 0.1), n))
    img += rng.uniform(0.02, 0.07) * fractal(rng, shape, max(3, d / 5), 4)
    f, cut = field(rng, shape, max(4, d / rng.uniform(4, 7))), rng.uniform(1.3, 2)
    organ = (0.5 * np.exp(-((f - cut) / 0.2) ** 2) + 0.5 / (1 + np.exp(-(f - cut) * 8))) * np.clip((dist - 3) / 3, 0, 1)
    img -= rng.uniform(0.1, 0.45) * organ
    dots = np.clip(field(rng, shape, rng.uniform(2, 3.5)) - 1.3, 0, 1) * (field(rng, shape, d / 2) > 0.6)
    img -= rng.uniform(0, 0.4) * dots
    width = rng.uniform(0.8, 0.02 * d + 1.3)
    img -= rng.uniform(0.25, 0.6) * np.exp(-(np.maximum(dist - 0.5, 0) / width) ** 2)
    img = img + np.float32(rng.uniform(0.02, 0.1)) * blur(white(rng, shape), pick(rng, 0.4, 0.8))
    return img.astype(np.float32), labels


def _shrink(rng, labels, d):
    """Rounds grains and opens gaps of uneven width between them."""
    gap = rng.uniform(0.8, 0.04 * d + 1.2) * np.clip(1 + 0.5 * field(rng, labels.shape, d), 0.4, 2.5)
    core = inner_distance(labels) > gap
    rounded = blur(core.astype(np.float32), min(6.0, d * rng.uniform(0.03, 0.12))) > 0.55
    return compact(np.where(core & rounded, labels, 0), 30)


def _heap(rng, shape, d):
    """Stones that lie on one another in two or three sizes, labels numbered from below."""
    rough, sides = rng.uniform(0.04, 0.16), pick(rng, 0, 0, 6)

    def make(r):
        q = d * np.exp(r.normal(0, 0.3)) / 2
        k = np.sqrt(r.uniform(1, 2.2))
        if sides:
            return polygon(r, q, sides, k, soft=0.35, irregular=0.7)
        return blob(r, q * k, q / k, rough=rough, bend=r.normal(0, 0.1))

    n = int(np.clip(rng.uniform(1.2, 3.0) * shape[0] * shape[1] / (0.785 * d * d), 3, 500))
    return Scene(pack(rng, shape, make, n, overlap=0.7, tries=3, cover=3.0), shape).labels


def _stone_colours(rng, n):
    """Muted colours (n, 3) about one hue."""
    base = rng.uniform(0.3, 0.65) + rng.normal(0, 0.06, 3)
    return np.clip(base + rng.normal(0, rng.uniform(0.04, 0.15), (n, 1)) + rng.normal(0, 0.04, (n, 3)), 0.06, 0.98)


def _pebbles(rng, labels, d):
    """Rounded stones in colour, lit from one side, over dark gaps or fine sand."""
    labels = _shrink(rng, labels, d) if chance(rng, 0.5) else compact(_heap(rng, labels.shape, d))
    if not labels.any():
        labels = np.ones_like(labels)
    shape, n = labels.shape, int(labels.max())
    dist = inner_distance(labels)
    height = np.sqrt(np.clip(dist / (d * rng.uniform(0.2, 0.5)), 0, 1)) * d * 0.25
    height = blur(height.astype(np.float32), 1.2) + fractal(rng, shape, d / 4) * d * 0.012
    gy, gx = np.gradient(height)
    ang = rng.uniform(0, 2 * np.pi)
    slope = np.clip(gx * np.float32(np.cos(ang)) + gy * np.float32(np.sin(ang)), -1.5, 1.5)
    light = np.clip(1 + rng.uniform(0.1, 0.35) * slope, 0.2, 1.7)
    speckle = 1 + rng.uniform(0.02, 0.15) * fractal(rng, shape, rng.uniform(2, max(3, d / 4)), 4, 0.7)
    stone = _take(labels, _stone_colours(rng, n)) * (light * speckle)[..., None]
    floor = rng.uniform(0.03, 0.3) * (1 + 0.25 * fractal(rng, shape, rng.uniform(2, 5), 2))
    floor = floor[..., None] * np.clip(1 + rng.normal(0, 0.06, 3), 0.7, 1.3)
    img = np.where(labels[..., None] > 0, stone, floor)
    img *= 1 - rng.uniform(0.2, 0.6) * np.exp(-dist / rng.uniform(1, 4))[..., None]
    img = img.astype(np.float32)
    return (img if chance(rng, 0.7) else img.mean(2)), labels


def _thin_section(rng, labels, d):
    """Crossed polarisers: grains in strong colours, twins and zoning inside."""
    n = int(labels.max())
    hsv = np.stack([rng.uniform(0, 180, n), rng.uniform(20, 190, n), rng.uniform(40, 245, n)], 1).astype(np.uint8)
    rgb = cv2.cvtColor(hsv[None], cv2.COLOR_HSV2RGB)[0] / 255.0
    img = _take(labels, rgb)
    img *= (1 + rng.uniform(0.03, 0.2) * _hatch(rng, labels, d, rng.uniform(0.1, 0.6)))[..., None]
    img *= np.clip(1 + rng.uniform(0.03, 0.15) * fractal(rng, labels.shape, d / 3), 0.3, 2)[..., None]
    if chance(rng, 0.4):
        img *= (1 - 0.5 * np.exp(-inner_distance(labels) / 1.2))[..., None]
    return img.astype(np.float32), labels
