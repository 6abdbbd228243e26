"""Random fields and fast filters. Images are float32 arrays, shape (h, w)."""
import cv2
import numpy as np

cv2.setNumThreads(1)


def white(rng, shape):
    """White noise, mean 0, variance 1."""
    return rng.standard_normal(shape, dtype=np.float32)


def field(rng, shape, scale):
    """Smooth noise, mean 0, variance 1; scale is its grain in px."""
    h, w = shape
    if scale < 1.5:
        return white(rng, shape)
    if scale >= 8:
        k = 2 if scale < 32 else 4
        half = field(rng, (h // k + 1, w // k + 1), scale / k)
        return cv2.resize(half, (w, h), interpolation=cv2.INTER_LINEAR)
    gh, gw = int(h / scale) + 5, int(w / scale) + 5
    big = cv2.resize(white(rng, (gh, gw)), None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    y = int(rng.integers(0, big.shape[0] - h + 1))
    x = int(rng.integers(0, big.shape[1] - w + 1))
    out = big[y:y + h, x:x + w]
    return (out - out.mean()) / (out.std() + 1e-6)


def fractal(rng, shape, scale, octaves=4, gain=0.55):
    """Sum of octaves of smooth noise from `scale` px down, mean 0, variance 1."""
    out = np.zeros(shape, np.float32)
    amp = 1.0
    for _ in range(octaves):
        out += amp * field(rng, shape, max(scale, 1.0))
        if scale < 1.5:
            break
        scale, amp = scale / 2.1, amp * gain
    return out / (out.std() + 1e-6)


def ridges(rng, shape, scale, width=0.12):
    """Curved lines (level sets of smooth noise), 0..1; scale is their spacing in px."""
    return np.exp(-(field(rng, shape, scale) / width) ** 2)


def fibrous(rng, shape, scale, stretch, angle=None):
    """Streaky noise: grain `scale` px across, stretched by `stretch` along a direction (radians)."""
    angle = rng.uniform(0, np.pi) if angle is None else angle
    h, w = shape
    x, y = grid(shape)
    c, s = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    side = int(np.hypot(h, w)) + 4
    base = field(rng, (side, int(side / stretch) + 8), scale)
    along = ((x - w / 2) * c + (y - h / 2) * s) / stretch + base.shape[1] / 2
    across = -(x - w / 2) * s + (y - h / 2) * c + side / 2
    out = cv2.remap(base, along, across, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    return (out - out.mean()) / (out.std() + 1e-6)


def grid(shape):
    """Pixel coordinates x, y, float32."""
    h, w = shape
    return np.meshgrid(np.arange(w, dtype=np.float32), np.arange(h, dtype=np.float32))


def blur(img, sigma):
    """Gaussian blur of `sigma` px; wide ones at reduced size."""
    if sigma <= 0.15:
        return img
    if sigma <= 6:
        return cv2.GaussianBlur(img, (0, 0), sigma)
    h, w = img.shape[:2]
    k = max(2, int(sigma / 3))
    small = cv2.resize(img, (max(2, w // k), max(2, h // k)), interpolation=cv2.INTER_AREA)
    return cv2.resize(cv2.GaussianBlur(small, (0, 0), sigma / k), (w, h), interpolation=cv2.INTER_LINEAR)


def loguniform(rng, lo, hi, size=None):
    """Uniform in the logarithm between lo and hi."""
    return np.exp(rng.uniform(np.log(lo), np.log(hi), size))


def chance(rng, p):
    """True with probability p."""
    return bool(rng.random() < p)


def pick(rng, *items):
    """One of the items."""
    return items[int(rng.integers(len(items)))]


def canvas(rng):
    """Image height and width in px."""
    if chance(rng, 0.55):
        return 512, 512
    return int(rng.integers(320, 641)), int(rng.integers(320, 641))


def colourise(img, rgb):
    """Grey (h, w) times one colour -> (h, w, 3), channel order R G B."""
    return img[..., None] * np.asarray(rgb, np.float32)
