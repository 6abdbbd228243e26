"""Random crops: geometry (labels follow the pixels), then light, colour, noise and storage.

A crop is RGB uint8 [C, C, 3] with int32 labels [C, C]: 0 background, 1..n objects, -1 ignored
(slivers of objects cut off by the frame), -2 not one of the objects and no background either (what
lies about the objects of the inner level: whether it is an object is not asked there; where the
network sees one, box and mask are, by the labels of the outer level).
"""

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from scipy import ndimage

PADDING = 114
SLIVER_AREA = 14
SLIVER_SHARE = 0.08
FAVORITE = 40
OUTER = -2


@dataclass
class Crop:
    """`boxes` [n, 4] x0 y0 x1 y1 (half-open), row i belongs to label i + 1; `outer` labels and boxes
    of the objects about them, where these are the inner level's."""

    image: np.ndarray
    labels: np.ndarray
    boxes: np.ndarray
    outer: tuple | None = None


def random_crop(item, size, random):
    """A random view of the item at a random scale; of two levels, the one that this scale suits."""
    matrix = random_matrix(item.inner if item.inner and random.random() < 0.5 else item, size, random)
    magnification = abs(np.linalg.det(matrix[:, :2]))
    level = suited_level(item, np.sqrt(magnification))
    image, labels = warp(level, matrix, size, border_value(item, random))
    labels, boxes = tidy_labels(labels, level.areas, magnification)
    outer = None
    if level is item.inner:
        outer = tidy_labels(warp(item, matrix, size, 0)[1], item.areas, magnification)
        labels[(labels == 0) & (outer[0] != 0)] = OUTER
    return Crop(photometry(image, item.stretch, random), labels, boxes, outer)


def suited_level(item, scale):
    """The item or its inner level: whose objects come nearer to the favorite diameter."""
    levels = [level for level in (item, item.inner) if level and level.diameter]
    return min(levels, key=lambda level: abs(np.log(level.diameter * scale / FAVORITE)), default=item)


def background_crop(size, random):
    """A frame without objects: flat, gradient, uneven light, noise of any grain."""
    image = np.full((size, size), random.uniform(0, 255), np.float32)
    kind = random.integers(4)
    if 0 < kind < 3:
        image = 128 + (light_field(size, random, random.uniform(0, 3) if kind > 1 else 0.5) - 1) * 200
    if kind == 3 or random.random() < 0.7:
        image = image + grain(size, random) * np.exp(random.uniform(np.log(1), np.log(90)))
    stretch = tuple(np.percentile(image, (0.1, 99.9)))
    image = photometry(np.clip(image, 0, 255).astype(np.uint8), stretch, random)
    return Crop(image, np.zeros((size, size), np.int32), np.zeros((0, 4), np.float32))


def grain(size, random):
    """Noise as a camera makes it, seen as closely as the choice of scale may bring it."""
    zoom = np.exp(random.uniform(np.log(0.9), np.log(5)))
    small = max(int(size / zoom), 8)
    noise = random.standard_normal((small, small), dtype=np.float32)
    if random.random() < 0.75:
        noise = cv2.GaussianBlur(noise, (0, 0), random.uniform(0.4, 1.8))
    noise = cv2.resize(noise, (size, size), interpolation=cv2.INTER_LINEAR)
    return noise / max(float(noise.std()), 1e-6)


# ---- geometry


def random_matrix(item, size, random):
    """Source pixels to crop pixels, 2 x 3, for continuous coordinates (pixel i covers i..i+1)."""
    height, width = item.labels.shape
    scale = random_scale(item, size, random)
    stretch = np.exp(random.normal(0, 0.06))
    angle = random.integers(4) * np.pi / 2
    if random.random() < 0.4:
        angle += random.uniform(-np.pi / 4, np.pi / 4)
    flip = random.choice((-1, 1))
    c, s = np.cos(angle), np.sin(angle)
    linear = np.array([[c, -s], [s, c]]) @ np.diag([scale * stretch * flip, scale / stretch])
    focus = random_focus(item, size / scale, random)
    return np.hstack((linear, (size / 2 - linear @ focus)[:, None])).astype(np.float64)


def random_scale(item, size, random):
    """Crop pixels a source pixel, such that the objects' median diameter (or that of any of them,
    so that the large among the small are seen well too) is a favorite one."""
    if random.random() < 0.35:
        wanted = np.exp(random.uniform(np.log(14), np.log(110)))
    else:
        wanted = np.exp(random.normal(np.log(36), 0.4))
    diameter = item.diameter
    if diameter and random.random() < 0.2:
        diameter = 2 * np.sqrt(random.choice(item.areas[item.areas > 0]) / np.pi)
    scale = wanted / diameter if diameter else random.uniform(0.5, 2)
    # NB: a small image need not fill a large crop, or it would only ever be seen enlarged.
    least = 0.85 * min(size, 384) / max(item.labels.shape)
    return float(np.clip(max(scale, least), 0.15, 6))


def random_focus(item, span, random):
    """Centre of the crop in source pixels: near the middle where the view covers the image."""
    height, width = item.labels.shape
    focus = []
    for side in (width, height):
        slack = max(side - span, 0.15 * span) / 2
        focus.append(side / 2 + random.uniform(-slack, slack))
    return np.array(focus)


def border_value(item, random):
    kind = random.random()
    if kind < 0.5:
        return PADDING
    return item.middle if kind < 0.8 else float(random.integers(256))


def warp(item, matrix, size, border):
    """Image (bilinear, antialiased when shrinking) and labels (nearest, at their place) through the matrix."""
    x0, y0, x1, y1 = source_region(item.labels.shape, matrix, size)
    image, labels = item.image[y0:y1, x0:x1], item.labels[y0:y1, x0:x1]
    local = moved(matrix, (x0, y0))
    labels = warp_pixels(labels, moved(local, item.shift), size, cv2.INTER_NEAREST, 0)
    scale = np.sqrt(abs(np.linalg.det(matrix[:, :2])))
    if scale < 0.75:
        h, w = image.shape[:2]
        reduced = max(int(round(w * scale)), 1), max(int(round(h * scale)), 1)
        image = cv2.resize(image, reduced, interpolation=cv2.INTER_AREA)
        local = local.copy()
        local[:, :2] = local[:, :2] @ np.diag([w / reduced[0], h / reduced[1]])
    return warp_pixels(image, local, size, cv2.INTER_LINEAR, border), labels


def moved(matrix, offset):
    """The matrix for pixels that lie farther right and down by the offset than it takes them to."""
    result = matrix.copy()
    result[:, 2] += matrix[:, :2] @ np.array(offset, float)
    return result


def source_region(shape, matrix, size):
    """The part of the source that the crop can see, with a margin."""
    inverse = np.linalg.inv(matrix[:, :2])
    corners = np.array([[0, 0], [size, 0], [0, size], [size, size]], float) - matrix[:, 2]
    seen = corners @ inverse.T
    low = np.clip(np.floor(seen.min(0)) - 3, 0, [shape[1] - 1, shape[0] - 1]).astype(int)
    high = np.clip(np.ceil(seen.max(0)) + 3, low + 1, [shape[1], shape[0]]).astype(int)
    return low[0], low[1], high[0], high[1]


def warp_pixels(pixels, matrix, size, interpolation, border):
    shifted = matrix.copy()
    shifted[:, 2] += matrix[:, :2] @ np.array([0.5, 0.5]) - 0.5
    value = (border,) * 3 if pixels.ndim == 3 else border
    return cv2.warpAffine(
        pixels, shifted, (size, size), flags=interpolation, borderMode=cv2.BORDER_CONSTANT, borderValue=value
    )


def tidy_labels(labels, areas, magnification):
    """Renumbers to 1..n, marks slivers as ignored, and measures the boxes."""
    seen = np.bincount(labels.ravel(), minlength=len(areas))[: len(areas)]
    small = (seen < SLIVER_AREA) | (seen < SLIVER_SHARE * areas * magnification)
    keep = (seen > 0) & ~small
    keep[0] = False
    lookup = np.where(seen > 0, -1, 0).astype(np.int32)
    lookup[0] = 0
    lookup[keep] = np.arange(1, keep.sum() + 1)
    labels = lookup[labels]
    boxes = [(s[1].start, s[0].start, s[1].stop, s[0].stop) for s in ndimage.find_objects(np.maximum(labels, 0))]
    return labels, np.array(boxes, np.float32).reshape(-1, 4)


# ---- light, colour, noise


def photometry(image, stretch, random):
    """RGB uint8 [C, C, 3] from a grey or RGB crop."""
    values = image.astype(np.float32) / 255
    if values.ndim == 3 and random.random() < 0.35:
        values = (restain if sample(values).mean() > 0.4 else drop_channel)(values, random)
    if values.ndim == 3 and random.random() < 0.4:
        values = values @ random.dirichlet((1.5, 2.5, 1.5)).astype(np.float32)
        stretch = np.percentile(sample(values), (0.1, 99.9)) * 255
    if values.ndim == 2:
        values = grey_contrast(values, stretch, random)
    for probability, change in CHANGES:
        if random.random() < probability:
            values = change(values, random)
    values = np.clip(values, 0, 1)
    values = colours(values, random)
    pixels = (values * 255 + 0.5).astype(np.uint8)
    if random.random() < 0.12:
        coded = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(35, 95))])[1]
        pixels = cv2.imdecode(coded, cv2.IMREAD_UNCHANGED)
    return pixels


def sample(values):
    """About a hundred rows and columns: enough to judge the light by."""
    step = max(1, values.shape[0] // 100)
    return values[::step, ::step]


def grey_contrast(values, stretch, random):
    """Mostly as the product does it: between the plane's 0.1 and 99.9 percentiles."""
    kind = random.random()
    if kind < 0.15:
        return values
    low, high = stretch[0] / 255, stretch[1] / 255
    if kind > 0.75:
        low, high = np.percentile(sample(values), (random.uniform(0, 2), random.uniform(97, 100)))
    return np.clip((values - low) / max(high - low, 0.02), 0, 1)


def invert(values, random):
    return 1 - values


def gamma(values, random):
    return np.power(np.clip(values, 0, 1), np.exp(random.normal(0, 0.4)), dtype=np.float32)


def contrast(values, random):
    middle = random.uniform(0.2, 0.8)
    return (values - middle) * np.exp(random.normal(-0.1, 0.3)) + middle + random.normal(0, 0.06)


def blur(values, random):
    return cv2.GaussianBlur(values, (0, 0), random.uniform(0.4, 1.8))


def sharpen(values, random):
    return values + (values - cv2.GaussianBlur(values, (0, 0), random.uniform(1, 3))) * random.uniform(0.3, 1.5)


def coarsen(values, random):
    """As if taken with fewer pixels."""
    side = values.shape[0]
    small = int(side / random.uniform(1.3, 3))
    small = cv2.resize(values, (small, small), interpolation=cv2.INTER_AREA)
    return cv2.resize(small, (side, side), interpolation=random.choice((cv2.INTER_LINEAR, cv2.INTER_NEAREST)))


def camera_noise(values, random):
    noise = white_noise(values.shape, random) * np.float32(np.exp(random.uniform(np.log(0.01), np.log(0.12))))
    if random.random() < 0.4:
        noise = cv2.GaussianBlur(noise, (0, 0), random.uniform(0.5, 1.2)) * np.float32(1.7)
    return values + noise


def shot_noise(values, random):
    photons = np.exp(random.uniform(np.log(12), np.log(400)))
    return values + white_noise(values.shape, random) * np.sqrt(np.clip(values, 0, 1) / np.float32(photons))


@cache
def noise_bank():
    """Standard normal values: drawing them anew for each crop took a fifth of its time."""
    return np.random.default_rng(20).standard_normal(1 << 22, dtype=np.float32)


def white_noise(shape, random):
    """A stretch of the bank from any place, of either sign."""
    count = int(np.prod(shape))
    begin = int(random.integers(noise_bank().size - count))
    return noise_bank()[begin : begin + count].reshape(shape) * np.float32(random.choice((-1, 1)))


def uneven_light(values, random):
    field = light_field(values.shape[0], random, random.uniform(0.5, 2))
    field = field[..., None] if values.ndim == 3 else field
    return values * field if random.random() < 0.5 else values + (field - 1) * 0.6


def few_levels(values, random):
    levels = random.integers(4, 32)
    return np.round(np.clip(values, 0, 1) * levels) / np.float32(levels)


CHANGES = (
    (0.2, invert),
    (0.5, gamma),
    (0.4, contrast),
    (0.12, coarsen),
    (0.2, blur),
    (0.08, sharpen),
    (0.3, uneven_light),
    (0.2, shot_noise),
    (0.3, camera_noise),
    (0.06, few_levels),
)


def light_field(size, random, detail):
    """Smooth factor around 1 [C, C]; `detail` 0 = a plane, more = more bumps."""
    knots = 2 + int(round(detail))
    coarse = random.uniform(0.45, 1.55, (knots, knots)).astype(np.float32)
    return cv2.resize(coarse, (size, size), interpolation=cv2.INTER_CUBIC if knots > 2 else cv2.INTER_LINEAR)


def colours(values, random):
    """Grey to RGB (sometimes in false colours or stains), RGB through a random mixture."""
    if values.ndim == 3:
        return mixed(values, random) if random.random() < 0.4 else values
    kind = random.random()
    if kind < 0.82:
        return np.repeat(values[..., None], 3, 2)
    if kind < 0.9:
        return values[..., None] * random.uniform(0, 1, 3).astype(np.float32)
    dark, light = random.uniform(0, 0.6, 3), random.uniform(0.5, 1, 3)
    return (dark + (light - dark) * values[..., None]).astype(np.float32)


# Optical densities of red, green and blue light a unit of stain (Ruifrok and Johnston 2001).
STAINS = np.array(((0.65, 0.70, 0.29), (0.07, 0.99, 0.11), (0.27, 0.57, 0.78)), np.float32)
STAIN_PAIRS = ((0, 1), (0, 2))


def restain(values, random):
    """Bright field only: the doses of two stains and of what is neither, each scaled by itself, and
    the stains' colours turned a little."""
    pair = STAINS[list(STAIN_PAIRS[random.integers(2)])]
    pair = pair / np.linalg.norm(pair, axis=1, keepdims=True)
    rest = np.cross(*pair)
    basis = np.stack((*pair, rest / np.linalg.norm(rest))).astype(np.float32)
    density = -np.log(np.clip(values, 1 / 255, 1))
    doses = density @ np.linalg.inv(basis)
    doses = doses * np.exp(random.normal(0, (0.35, 0.35, 0.15))).astype(np.float32)
    turned = basis + random.normal(0, 0.05, (3, 3)).astype(np.float32)
    return np.exp(-np.clip(doses @ turned, 0, None))


def drop_channel(values, random):
    """Dark ground only: one of the channels dimmed or gone (not the only bright one)."""
    light = sample(values).reshape(-1, 3).std(0)
    channel = int(random.integers(3))
    if np.delete(light, channel).max() < 0.3 * light[channel]:
        return values
    kept = np.ones(3, np.float32)
    kept[channel] = random.choice((0.0, 0.3))
    return values * kept


def mixed(values, random):
    order = np.eye(3)[random.permutation(3)]
    mixture = 0.75 * order + random.uniform(0, 0.25, (3, 3))
    mixture = mixture / mixture.sum(0, keepdims=True)
    return np.clip(values @ mixture.astype(np.float32), 0, 1)
