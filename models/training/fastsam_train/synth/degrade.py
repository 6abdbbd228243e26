"""What optics, cameras and files do to an image. In: float32, 0..1; out: uint8."""
import cv2
import numpy as np

from .noise import blur, chance, field, fibrous, grid, loguniform, pick, white


def finish(rng, img, jpeg=True, marks=True, illumination=True, invert=0.0, sharp=False):
    """Shared degradations with random strength; about 40 % of images stay nearly clean.

    img: (h, w) or (h, w, 3), float 0..1. invert: probability to swap dark and bright (grey only).
    """
    level = pick(rng, 0.0, 0.0, 0.5, 0.5, 1.0)
    if not sharp:
        img = blur(img, rng.uniform(0.5, 0.8) + level * chance(rng, 0.5) * rng.uniform(0, 1.4))
    if img.ndim == 2 and chance(rng, invert):
        img = 1.0 - np.clip(img, 0, 1)
    if illumination and chance(rng, 0.25 + 0.4 * level):
        img = uneven(rng, img, 0.1 + 0.35 * level)
    if level and chance(rng, 0.3):
        img = tone(rng, img)
    img = noise(rng, img, level)
    if level and chance(rng, 0.12):
        img = stripes(rng, img)
    out = (np.clip(img, 0, 1) * 255 + 0.5).astype(np.uint8)
    if level and chance(rng, 0.12):
        hot_pixels(rng, out)
    if marks and chance(rng, 0.08):
        scale_bar(rng, out)
    if jpeg and chance(rng, 0.15 + 0.25 * level):
        out = compress(rng, out)
    return out


def _like(field2d, img):
    return field2d if img.ndim == 2 else field2d[..., None]


def uneven(rng, img, amount):
    """Multiplies by a tilt, a vignette or a smooth field that varies by `amount`."""
    shape = img.shape[:2]
    x, y = grid(shape)
    u, v = x / shape[1] - rng.uniform(0.2, 0.8), y / shape[0] - rng.uniform(0.2, 0.8)
    kind = pick(rng, "tilt", "vignette", "field")
    if kind == "tilt":
        ang = rng.uniform(0, 2 * np.pi)
        g = 1.6 * (u * np.float32(np.cos(ang)) + v * np.float32(np.sin(ang)))
    elif kind == "vignette":
        g = 0.3 - 2.2 * (u * u + v * v)
    else:
        g = 0.5 * field(rng, shape, 0.6 * max(shape))
    return img * _like(np.maximum(1 + np.float32(amount) * g, 0.1), img)


def tone(rng, img):
    """Gamma, contrast and offset."""
    img = np.clip(img, 0, 1) ** np.float32(loguniform(rng, 0.6, 1.6))
    gain = np.float32(rng.uniform(0.45, 1.15))
    return img * gain + np.float32(rng.uniform(0, max(0.0, 1 - gain)))


def noise(rng, img, level):
    """Shot noise (grows with the root of brightness) and read noise; sometimes with a grain of > 1 px."""
    read = rng.uniform(0.001, 0.008) + level * loguniform(rng, 0.004, 0.05)
    shot = rng.uniform(0.0, 0.015) + level * loguniform(rng, 0.005, 0.07)
    n = white(rng, img.shape[:2])
    if chance(rng, 0.3):
        n = blur(n, 0.7) * 2.0
    base = img if img.ndim == 2 else img.mean(2)
    amp = np.sqrt(np.float32(read) ** 2 + np.float32(shot) ** 2 * np.maximum(base, 0))
    out = img + _like(n * amp, img)
    if img.ndim == 3 and level and chance(rng, 0.5):
        out = out + np.float32(0.5 * read) * white(rng, img.shape)
    return out


def stripes(rng, img):
    """Faint lines along rows or columns (scan lines, charging)."""
    h, w = img.shape[:2]
    if chance(rng, 0.7):
        line = white(rng, (h, 1))
    else:
        line = white(rng, (1, w))
    line = cv2.GaussianBlur(line, (0, 0), rng.uniform(0.3, 2))
    return img + _like(np.float32(rng.uniform(0.02, 0.15) * min(img.std(), 0.2)) * line / (line.std() + 1e-6), img)


def hot_pixels(rng, out):
    """Sets a few pixels to white or black, in place."""
    h, w = out.shape[:2]
    k = int(rng.integers(3, 60))
    out[rng.integers(0, h, k), rng.integers(0, w, k)] = pick(rng, 255, 255, 0)


def scale_bar(rng, out):
    """Draws a bar and often a caption, sometimes on a plate, in place."""
    h, w = out.shape[:2]
    length, thick = int(rng.uniform(0.08, 0.3) * w), int(rng.integers(1, 7))
    x = int(rng.uniform(0.02, 0.95) * max(1, w - length))
    y = int(h * pick(rng, rng.uniform(0.9, 0.97), rng.uniform(0.9, 0.97), rng.uniform(0.05, 0.12)))
    ink = (255,) * 3 if out[max(0, y - 10):y + 6, x:x + length].mean() < 140 else (0,) * 3
    if chance(rng, 0.25):
        cv2.rectangle(out, (x - 8, y - 26), (x + length + 8, y + thick + 6), tuple(255 - c for c in ink), -1)
    cv2.rectangle(out, (x, y), (x + length, y + thick), ink, -1)
    if chance(rng, 0.7):
        caption(rng, out, (x, y - 5), ink)


def caption(rng, out, at, ink):
    """Writes something like '20 um' at x, y, in place."""
    text = f"{pick(rng, 1, 2, 5, 10, 20, 50, 100, 200, 500)} {pick(rng, 'um', 'nm', 'mm', 'um')}"
    font = pick(rng, cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_COMPLEX)
    cv2.putText(out, text, at, font, rng.uniform(0.4, 0.8), ink, int(rng.integers(1, 3)), cv2.LINE_AA)


def compress(rng, out):
    """JPEG at quality 35..95."""
    ok, code = cv2.imencode(".jpg", out, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(35, 96))])
    return cv2.imdecode(code, cv2.IMREAD_UNCHANGED) if ok else out


def specks(rng, img, n, size, gain):
    """Adds n soft dots of about `size` px radius and brightness up to `gain` (may be negative), in place."""
    h, w = img.shape[:2]
    layer = np.zeros((h, w), np.float32)
    for _ in range(n):
        at = int(rng.uniform(0, w) * 8), int(rng.uniform(0, h) * 8)
        cv2.circle(layer, at, int(size * rng.uniform(0.4, 1.2) * 8), float(gain * rng.uniform(0.3, 1)), -1, shift=3)
    img += _like(blur(layer, max(0.5, 0.4 * size)), img)
    return img


def scratches(rng, img, n, gain):
    """Adds n thin lines of brightness +-gain, in place."""
    h, w = img.shape[:2]
    layer = np.zeros((h, w), np.float32)
    for _ in range(n):
        p = rng.uniform(-0.1, 1.1, 2) * (w, h)
        q = p + rng.normal(0, 0.4, 2) * (w, h)
        cv2.line(layer, p.astype(int).tolist(), q.astype(int).tolist(),
                 float(gain * rng.uniform(-1, 1)), int(rng.integers(1, 3)), cv2.LINE_AA)
    img += _like(blur(layer, 0.6), img)
    return img


def ground(rng, shape, amount=0.05):
    """Background variation about 0: cloudy, grainy or streaky, standard deviation `amount`."""
    kind = pick(rng, *["flat", "cloud", "grain", "mix"] * 4, "streak")
    if kind == "flat":
        return np.zeros(shape, np.float32)
    if kind == "cloud":
        return np.float32(amount) * field(rng, shape, rng.uniform(40, 200))
    if kind == "grain":
        return np.float32(amount) * field(rng, shape, rng.uniform(1.6, 6))
    if kind == "streak":
        return np.float32(0.6 * amount) * fibrous(rng, shape, rng.uniform(2, 8), rng.uniform(3, 10))
    return np.float32(0.7 * amount) * (field(rng, shape, rng.uniform(40, 200)) + field(rng, shape, rng.uniform(1.6, 5)))
