"""Crops of objects as the software makes them (Java: `ObjectCrops`): a square about the mask's bounds."""
import numpy as np
from PIL import Image

SIDE = 224
MARGIN, LEAST_MARGIN = 5, 8  # a fifth of the longer side, at least 8 px


def stretched(image, stretch):
    """uint8 grey or RGB [H, W, 3] -> float32 [H, W, 3], 0..255; grey is stretched between two values."""
    if image.ndim == 3:
        return image.astype(np.float32)
    low, high = stretch
    grey = np.clip((image.astype(np.float32) - low) / max(high - low, 1e-6), 0, 1) * 255
    return np.repeat(grey[..., None], 3, 2)


def square(bounds):
    """(x, y, side) of the crop about (x, y, width, height)."""
    x, y, w, h = bounds
    longer = max(w, h)
    side = longer + 2 * max(LEAST_MARGIN, (longer + MARGIN // 2) // MARGIN)
    return x - (side - w) // 2, y - (side - h) // 2, side


def crops(planes, mask, bounds):
    """The plain crop and the one with the mean outside of the mask, each uint8 [side, side, 3]; beyond the
    image both hold the mean of the part inside."""
    x, y, side = square(bounds)
    height, width = mask.shape
    x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + side, width), min(y + side, height)
    part, inside = planes[y0:y1, x0:x1], mask[y0:y1, x0:x1]
    mean = part.reshape(-1, 3).mean(0)
    plain = np.empty((side, side, 3), np.float32)
    plain[:] = mean
    masked = plain.copy()
    place = slice(y0 - y, y1 - y), slice(x0 - x, x1 - x)
    plain[place] = part
    masked[place] = np.where(inside[..., None], part, mean)
    return tuple(np.floor(c + 0.5).astype(np.uint8) for c in (plain, masked))


def resized(crop, side=SIDE):
    """CLIP's resize of a square, uint8."""
    return np.asarray(Image.fromarray(crop).resize((side, side), Image.BICUBIC))
