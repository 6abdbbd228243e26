"""How the product finds the right scale by itself: looks, then the objects' own size. The same as
Java's ScaleSearch, PlaneSight and Structure, which also explain why; but for one thing: where a
plane takes several tiles of 1024 px, Java looks at one of them, this at all.

A look is one pass; a lower quantile of the diameters of what it finds, weighted by score, gives the
wanted gain. Where that is far from the look's own gain, one looks again from there. Nearer than the
first look only where a look found something for sure. Of a large plane that is not seen clearly
from afar, small windows are looked at from near. Where little is sure at last, looks from farther
off and from nearer are compared.
"""

from dataclasses import dataclass, replace

import numpy as np

from .predict import candidates, to_rgb, typical_score

FAVORITE_DIAMETER = 44.0
LOOK_SIDE = 640
LOOK_GAINS = (0.35, 2.0)
LOOK_CONFIDENCE = 0.3
LOOK_IOU = 0.5
LOOKS = 3
CLOSE = 1.5
STEP = 2.5
SMALLER = 0.3
MEDIAN_OVER_SMALLER = 1.3
FILLING = 0.94
SURE = 0.6
CLEAR = 0.6
NEAR = 0.75
GAINS = (1 / 16, 4.0)
WINDOW_SIDE = 384
WINDOWS = 2
WINDOW_LOOKS = 4
DOUBTFUL = 0.7
FARTHER = (2.5, 4.0)
NEARER = 2.5
SURER = 0.12
SMALL = 2
LEAST_SIDE = 96
BLOCK = 4


@dataclass
class Look:
    """Gain, the gain that it wants, whether anything was sure, quality: scores weighted by themselves."""

    gain: float
    wanted: float
    sure: bool
    quality: float

    @property
    def clear(self):
        return self.sure and self.quality >= CLEAR

    @property
    def close(self):
        return self.within(CLOSE)

    def within(self, factor):
        return max(self.wanted / self.gain, self.gain / self.wanted) <= factor


def automatic_scale(run, image, settings):
    """Network pixels a source pixel."""
    rgb = to_rgb(image)
    settings = replace(settings, confidence=LOOK_CONFIDENCE, box_iou=LOOK_IOU)
    first = float(np.clip(LOOK_SIDE / max(image.shape[:2]), *LOOK_GAINS))

    def look(gain, parts):
        seen = [candidates(run, part, gain, settings) for part in parts]
        boxes, scores = np.concatenate([s.boxes for s in seen]), np.concatenate([s.scores for s in seen])
        wanted = wanted_gain(boxes, scores, gain, first)
        return Look(gain, wanted, bool((scores >= SURE).any()), typical_score(scores))

    found, sure = by_sizes(look, rgb, first)
    if not sure:
        return min(found.wanted, first)
    if found.quality >= DOUBTFUL:
        return found.wanted
    far = [found.wanted / f for f in FARTHER if found.wanted / f * max(image.shape[:2]) >= LEAST_SIDE]
    looks = [seen for seen in (look(gain, [rgb]) for gain in far) if seen.wanted <= SMALL * seen.gain]
    near = min(GAINS[1], NEARER * found.wanted)
    if near > CLOSE * found.wanted:
        seen = look(near, windows(rgb, int(WINDOW_SIDE / near)))
        looks += [seen] if seen.within(SMALL) else []
    surer = [seen for seen in looks if seen.sure and seen.quality >= found.quality + SURER]
    return max(surer, key=lambda seen: seen.quality).gain if surer else found.wanted


def by_sizes(look, rgb, first):
    """The look believed, and whether any was sure."""
    whole, sure = on_the_whole(lambda gain: look(gain, [rgb]), first)
    if first >= NEAR or sure and whole.quality >= CLEAR and whole.close:
        return whole, sure
    near = in_windows(lambda gain: look(gain, windows(rgb, int(WINDOW_SIDE / gain))), first)
    if near.sure and near.quality > whole.quality:
        return near, True
    if not sure:
        whole = look(first / 2, [rgb])
        sure = whole.sure
    return whole, sure


def on_the_whole(look, first):
    """The last look, and whether any was sure."""
    gain, sure = first, False
    for number in range(1, LOOKS + 1):
        seen = look(gain)
        sure = sure or seen.sure
        doubtful = first < NEAR and not seen.clear and seen.wanted > gain
        if number == LOOKS or seen.close or doubtful:
            return seen, sure
        gain = float(np.clip(seen.wanted, gain / STEP, gain * STEP))


def in_windows(look, first):
    """From the pixels as they are to where objects are seen well; at last, the best look."""
    gain, best = max(1.0, 2 * first), None
    for _ in range(WINDOW_LOOKS):
        seen = look(gain)
        if seen.clear and seen.close:
            return seen
        if best is None or seen.quality > best.quality:
            best = seen
        if gain == GAINS[1] and not seen.clear:
            break
        gain = min(GAINS[1], float(np.clip(seen.wanted if seen.clear else 2 * gain, gain / STEP, gain * STEP)))
    return best


def windows(rgb, side):
    """Squares with most brightness steps between blocks, the fullest first."""
    height, width = rgb.shape[:2]
    rows, columns = max(1, height // BLOCK), max(1, width // BLOCK)
    cut = rgb[: rows * BLOCK, : columns * BLOCK].mean(2)
    blocks = np.add.reduceat(np.add.reduceat(cut, range(0, len(cut), BLOCK), 0), range(0, cut.shape[1], BLOCK), 1)
    steps = np.abs(np.diff(blocks, axis=0, prepend=blocks[:1])) + np.abs(np.diff(blocks, axis=1, prepend=blocks[:, :1]))
    sums = np.pad(steps.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    high, wide = min(side, height), min(side, width)

    def amount(y, x):
        y0, y1, x0, x1 = (min(v // BLOCK, most) for v, most in ((y, rows), (y + high, rows), (x, columns), (x + wide, columns)))
        return sums[y1, x1] - sums[y1, x0] - sums[y0, x1] + sums[y0, x0]

    places = sorted(((y, x) for y in starts(height, high) for x in starts(width, wide)), key=lambda p: -amount(*p))
    chosen = []
    for y, x in places:
        if len(chosen) < WINDOWS and all(abs(y - b) >= high or abs(x - a) >= wide for b, a in chosen):
            chosen.append((y, x))
    return [rgb[y : y + high, x : x + wide] for y, x in chosen]


def starts(length, side):
    steps = -(-2 * (length - side) // side)
    return [(length - side) * i // max(1, steps) for i in range(steps + 1)]


def wanted_gain(boxes, scores, gain, first):
    """The gain at which what a look found would have the favorite diameter."""
    if len(boxes) == 0:
        wanted = first / 2 if gain > first else first * 2
    else:
        diameters = FILLING * np.sqrt((boxes[:, 2:] - boxes[:, :2]).clip(min=0).prod(1))
        order = np.argsort(diameters)
        shares = np.cumsum(scores[order])
        place = np.searchsorted(shares, SMALLER * shares[-1], side="right")
        typical = diameters[order][place] * MEDIAN_OVER_SMALLER
        wanted = FAVORITE_DIAMETER / max(float(typical), 1e-3) * gain
    return float(np.clip(wanted, *GAINS))
