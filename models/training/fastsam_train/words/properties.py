"""Measures the signs of captions.py; what lies between two clear cases is 0."""
import cv2
import numpy as np

SMALL, LARGE = 24, 60  # longer side of the bounds, px
ROUND, ELONGATED, SOLID = 1.3, 1.9, 0.92  # axis ratio of the ellipse of equal moments; area / convex area
CONTRAST = 25  # grey levels between the object and what is about it
SMOOTH, TEXTURED = 4, 10  # grey levels of detail finer than a sixteenth of the crop
RIM = 30  # grey levels between a ring and its middle


def signs(grey, labels, index, bounds):
    """int8 [6] of one object; grey float32 0..255, bounds (x, y, width, height)."""
    x, y, w, h = bounds
    pad = max(8, max(w, h) // 5)
    window = slice(max(0, y - pad), y + h + pad), slice(max(0, x - pad), x + w + pad)
    mask, part = labels[window] == index, grey[window]
    touches = x == 0 or y == 0 or x + w == labels.shape[1] or y + h == labels.shape[0]
    mean = float(part[mask].mean())
    about = float(part[~mask].mean()) if (~mask).any() else mean
    return np.array([
        step(max(w, h), SMALL, LARGE), shape(mask), step(mean - about, -CONTRAST, CONTRAST),
        surface(part, mask, max(w, h)), ring(part, mask, about), 1 if touches else -1,
    ], np.int8)  # fmt: skip


def step(value, low, high):
    return -1 if value <= low else 1 if value >= high else 0


def shape(mask):
    """Round needs a convex outline as well."""
    moments = cv2.moments(mask.astype(np.uint8), binaryImage=True)
    a, b, c = (moments[k] / moments["m00"] + (1 / 12 if k != "mu11" else 0) for k in ("mu20", "mu02", "mu11"))
    root = np.hypot((a - b) / 2, c)
    ratio = np.sqrt(((a + b) / 2 + root) / max((a + b) / 2 - root, 1e-6))
    if ratio >= ELONGATED:
        return 1
    points = cv2.findNonZero(mask.astype(np.uint8))
    hull = cv2.convexHull(points)
    filled = np.zeros(mask.shape, np.uint8)
    cv2.fillConvexPoly(filled, hull, 1)
    return -1 if ratio <= ROUND and mask.sum() >= SOLID * filled.sum() else 0


def surface(part, mask, longer):
    """Detail in the inside, away from the rim."""
    core = cv2.erode(mask.astype(np.uint8), np.ones((3, 3), np.uint8), iterations=max(2, longer // 12)) > 0
    if core.sum() < 12:
        return 0
    fine = part - cv2.GaussianBlur(part, (0, 0), max(1.0, longer / 16))
    return step(float(fine[core].std()), SMOOTH, TEXTURED)


def ring(part, mask, about):
    """A rim that differs to one side from both the middle and the surroundings."""
    framed = np.pad(mask.astype(np.uint8), 1)
    depth = cv2.distanceTransform(framed, cv2.DIST_L2, 3)[1:-1, 1:-1]
    deepest = depth.max()
    if deepest < 4:
        return 0
    middle = float(part[depth > 0.65 * deepest].mean())
    rim = float(part[mask & (depth < 0.45 * deepest)].mean())
    high, low = min(rim - middle, rim - about), max(rim - middle, rim - about)
    if high > RIM or low < -RIM:
        return 1
    return -1 if high < RIM / 4 and low > -RIM / 4 else 0
