"""Outlines, packing and rasterising of objects. Lengths in px, angles in radians."""
from dataclasses import dataclass

import cv2
import numpy as np

from .noise import chance, field, grid


@dataclass
class Item:
    """One object: outline (k, 2) as x, y about its own centre; half axes a, b; direction theta; centre."""
    poly: np.ndarray
    a: float
    b: float
    theta: float
    cx: float = 0.0
    cy: float = 0.0
    area: int = 0  # px in the frame, known once placed

    @property
    def radius(self):
        return float(np.sqrt(self.a * self.b))

    def fixed(self):
        """Outline in the image, 1/16 px integers for cv2 with shift=4."""
        return (self.poly * 16 + (16 * self.cx + 0.5, 16 * self.cy + 0.5)).astype(np.int32)


def turn(points, theta):
    """Rotates points (k, 2)."""
    c, s = np.cos(theta), np.sin(theta)
    return points @ np.array([[c, s], [-s, c]])


def turn_to(item, theta):
    """Rotates the item in place so that its direction is theta."""
    item.poly = turn(item.poly, theta - item.theta)
    item.theta = theta
    return item


def blob(rng, a, b, theta=None, rough=0.1, bend=0.0, first=2, last=7):
    """Ellipse with radial harmonics of size `rough` and a banana bend."""
    theta = rng.uniform(0, 2 * np.pi) if theta is None else theta
    t = np.linspace(0, 2 * np.pi, 56, endpoint=False)
    k = np.arange(first, last + 1)[:, None]
    wave = 1.4 * rng.normal(0, 1, k.shape) / k ** 1.6 * np.cos(k * t + rng.uniform(0, 6.28, k.shape))
    r = np.maximum(1 + rough * 1.6 * wave.sum(0), 0.25)
    x, y = r * np.cos(t), r * np.sin(t)
    pts = np.stack([a * x, b * y + bend * a * (x * x - 0.5)], 1)
    return Item(turn(pts, theta), a, b, theta)


def rod(rng, length, width, theta=None, curve=0.0, taper=0.0):
    """Capsule along an arc that turns by `curve` over its length."""
    theta = rng.uniform(0, 2 * np.pi) if theta is None else theta
    s = np.linspace(-0.5, 0.5, 15)
    core = max(length - width, 0.1)
    ang = curve * s
    mid = np.stack([np.cumsum(np.cos(ang)), np.cumsum(np.sin(ang))], 1) * core / len(s)
    mid -= mid.mean(0)
    half = width / 2 * (1 - taper * (2 * np.abs(s)) ** 2)
    normal = np.stack([-np.sin(ang), np.cos(ang)], 1) * half[:, None]
    cap = np.linspace(np.pi / 2, -np.pi / 2, 9)[1:-1]
    end = mid[-1] + half[-1] * np.stack([np.cos(cap + ang[-1]), np.sin(cap + ang[-1])], 1)
    start = mid[0] + half[0] * np.stack([np.cos(cap + np.pi + ang[0]), np.sin(cap + np.pi + ang[0])], 1)
    pts = np.concatenate([mid + normal, end, (mid - normal)[::-1], start])
    return Item(turn(pts, theta), length / 2, width / 2, theta)


def polygon(rng, r, sides, aspect=1.0, theta=None, soft=0.15, irregular=0.0):
    """Regular or irregular polygon of half diameter r, corners rounded by the share `soft`."""
    theta = rng.uniform(0, 2 * np.pi) if theta is None else theta
    t = np.linspace(0, 2 * np.pi, sides, endpoint=False) + irregular * rng.normal(0, 1, sides) / sides
    t = np.sort(t)
    corner = r * np.stack([np.cos(t), np.sin(t)], 1) * (1 + 0.3 * irregular * rng.normal(0, 1, (sides, 1)))
    before, after = np.roll(corner, 1, 0), np.roll(corner, -1, 0)
    f = np.linspace(0, 1, 6)[:, None, None]
    p, q = corner + soft * (before - corner), corner + soft * (after - corner)
    curve = (1 - f) ** 2 * p + 2 * f * (1 - f) * corner + f * f * q
    pts = curve.transpose(1, 0, 2).reshape(-1, 2) * (aspect, 1 / aspect)
    return Item(turn(pts, theta), r * aspect, r / aspect, theta)


def spiny(rng, r, spines, depth, sharp=2.0):
    """Star or pollen outline: `spines` points that rise by the share `depth` over r."""
    t = np.linspace(0, 2 * np.pi, max(64, spines * 8), endpoint=False)
    wave = (0.5 + 0.5 * np.cos(spines * t)) ** sharp
    wobble = 1 + 0.06 * np.cos(2 * t + rng.uniform(0, 6)) + 0.05 * np.cos(3 * t + rng.uniform(0, 6))
    rad = r * wobble * (1 + depth * wave) / (1 + 0.4 * depth)
    pts = np.stack([rad * np.cos(t), rad * np.sin(t)], 1)
    theta = rng.uniform(0, 2 * np.pi)
    return Item(turn(pts, theta), r * (1 + depth), r * (1 + depth), theta)


def patch(item, shape):
    """Filled mask of the object and the image slices it covers, or None outside the frame."""
    p = item.fixed()
    x, y, w, h = cv2.boundingRect(p)
    x0, y0 = max(x // 16 - 1, 0), max(y // 16 - 1, 0)
    x1, y1 = min((x + w) // 16 + 2, shape[1]), min((y + h) // 16 + 2, shape[0])
    if x1 <= x0 or y1 <= y0:
        return None
    mask = np.zeros((y1 - y0, x1 - x0), np.uint8)
    cv2.fillPoly(mask, [p], 1, shift=4, offset=(-16 * x0, -16 * y0))
    return mask, (slice(y0, y1), slice(x0, x1))


def _propose(rng, shape, item, placed, clump):
    """A centre x, y: anywhere (also a little outside), or beside an object already there."""
    h, w = shape
    if placed and chance(rng, clump):
        near = placed[int(rng.integers(max(0, len(placed) - 40), len(placed)))]
        ang = rng.uniform(0, 2 * np.pi)
        reach = (near.radius + item.radius) * rng.uniform(0.8, 1.25)
        return near.cx + reach * np.cos(ang), near.cy + reach * np.sin(ang)
    m = 0.6 * item.radius
    return rng.uniform(-m, w + m), rng.uniform(-m, h + m)


def pack(rng, shape, make, n, overlap=0.0, gap=0.0, clump=0.0, tries=6, cover=1.0, aim=None):
    """Places up to n objects from make(rng).

    overlap: largest share of a new object that may lie on earlier ones; gap: free px around each;
    clump: probability to start beside an earlier one; cover: stop at this covered share of the frame;
    aim(rng, item, placed): sets item.cx, item.cy (it may turn the item) instead of a random place.
    """
    occ = np.zeros(shape, np.uint8)
    placed, covered, misses = [], 0, 0
    for _ in range(n):
        item = make(rng)
        spot = _fit(rng, shape, item, placed, occ, overlap, clump, tries, aim)
        misses = 0 if spot is not None else misses + 1
        if misses > 15 or covered > cover * occ.size:
            break
        if spot is not None:
            covered += _settle(item, spot, occ, gap)
            placed.append(item)
    return placed


def _fit(rng, shape, item, placed, occ, overlap, clump, tries, aim):
    for _ in range(tries):
        if aim and placed:
            aim(rng, item, placed)
        else:
            item.cx, item.cy = _propose(rng, shape, item, placed, clump)
        if overlap < 0.5 and _taken(occ, item):
            continue
        spot = patch(item, shape)
        if spot is None:
            continue
        mask, where = spot
        area = cv2.countNonZero(mask)
        if area < 20:
            continue
        if cv2.countNonZero(cv2.bitwise_and(mask, occ[where])) <= overlap * area:
            return spot
    return None


def _taken(occ, item):
    """Whether the centre of the item lies on an object, for a quick no."""
    x, y = int(item.cx), int(item.cy)
    return 0 <= y < occ.shape[0] and 0 <= x < occ.shape[1] and occ[y, x]


def _settle(item, spot, occ, gap):
    mask, where = spot
    occ[where] |= mask
    if gap > 0:
        cv2.polylines(occ, [item.fixed()], True, 1, max(1, int(round(2 * gap))), shift=4)
    item.area = cv2.countNonZero(mask)
    return item.area


class Scene:
    """Objects drawn in order, later ones in front.

    labels: int32 (h, w), 0 background, i the i-th of `items` (1-based); objects of which less than
    a quarter or 20 px would be seen are left out of both. behind: the same drawn in reverse order.
    """

    def __init__(self, items, shape):
        self.shape = shape
        self.items, self.labels = _visible(list(items), shape)
        self._dist = None

    @property
    def n(self):
        return len(self.items)

    def behind(self):
        """Labels of the rearmost object at each px."""
        return draw(self.items, self.shape, reverse=True)

    def lut(self, values, ground=0.0):
        """Per-object values (n,) as an image; `ground` outside objects."""
        return np.concatenate([[ground], np.asarray(values)]).astype(np.float32)[self.labels]

    def get(self, name):
        """Attribute of every item, (n,) float32."""
        return np.array([getattr(i, name) for i in self.items], np.float32)

    def local(self):
        """Coordinates u, v along and across each object, 1 at its half axes."""
        x, y = grid(self.shape)
        dx, dy = x - self.lut(self.get("cx")), y - self.lut(self.get("cy"))
        th = self.get("theta")
        c, s = self.lut(np.cos(th)), self.lut(np.sin(th))
        return ((dx * c + dy * s) / self.lut(self.get("a"), 1.0),
                (dy * c - dx * s) / self.lut(self.get("b"), 1.0))

    def dist(self):
        """Distance in px from each object pixel to the edge of its visible part; 0 on the ground."""
        if self._dist is None:
            self._dist = inner_distance(self.labels)
        return self._dist

    def outside(self):
        """Distance in px from each ground pixel to the nearest object; 0 on objects."""
        return cv2.distanceTransform((self.labels == 0).astype(np.uint8), cv2.DIST_L2, 3)


def draw(items, shape, reverse=False):
    lab = np.zeros(shape, np.int32)
    order = range(len(items) - 1, -1, -1) if reverse else range(len(items))
    for i in order:
        cv2.fillPoly(lab, [items[i].fixed()], i + 1, shift=4)
    return lab


def _visible(items, shape):
    while True:
        lab = draw(items, shape)
        seen = np.bincount(lab.ravel(), minlength=len(items) + 1)[1:]
        whole = np.array([_area(i, shape) for i in items])
        keep = (seen >= 20) & (seen >= 0.25 * whole)
        if keep.all():
            return items, lab
        items = [i for i, k in zip(items, keep) if k]


def _area(item, shape):
    """Px of the whole object in the frame."""
    if not item.area:
        spot = patch(item, shape)
        item.area = 0 if spot is None else cv2.countNonZero(spot[0])
    return item.area


def edges(labels):
    """Pixels beside another label, bool (h, w); both sides of a border."""
    e = np.zeros(labels.shape, bool)
    v = labels[1:] != labels[:-1]
    e[1:] |= v
    e[:-1] |= v
    v = labels[:, 1:] != labels[:, :-1]
    e[:, 1:] |= v
    e[:, :-1] |= v
    return e


def inner_distance(labels):
    """Distance in px from each labelled pixel to the border of its label; 0 on the ground."""
    inside = ((labels > 0) & ~edges(labels)).astype(np.uint8)
    return cv2.distanceTransform(inside, cv2.DIST_L2, 5) + 0.5 * (labels > 0)


def tiles(rng, shape, size, jitter=0.5, stretch=1.0, wobble=0.08, merge=0.0):
    """Tiling of the plane by about `size` px cells, int32 labels 1..n.

    jitter: 0 a hexagonal lattice, 1 random points; stretch: elongation along a random direction;
    wobble: waviness of borders as a share of size; merge: share of seeds joined to a neighbour.
    """
    side = int(np.hypot(*shape) * 1.1) + 8
    pts = _seeds(rng, side, size * 0.93, jitter)
    free = np.ones((side, side), np.uint8)
    free[pts[:, 1], pts[:, 0]] = 0
    _, lab = cv2.distanceTransformWithLabels(free, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    if merge > 0:
        lab = _merge(rng, lab, merge)
    return compact(_place_tiles(rng, lab, shape, size, stretch, wobble))


def _seeds(rng, side, step, jitter):
    yy, xx = np.mgrid[0:side + step:step * 0.87, 0:side + step:step]
    xx = xx + (np.arange(xx.shape[0]) % 2)[:, None] * step / 2
    pts = np.stack([xx, yy], -1).reshape(-1, 2) + rng.uniform(-1, 1, (xx.size, 2)) * jitter * step * 0.75
    pts = pts[rng.random(len(pts)) > 0.25 * jitter]
    return np.clip(np.round(pts), 0, side - 1).astype(int)


def _merge(rng, lab, share):
    n = int(lab.max())
    table = np.arange(n + 1)
    right = np.stack([lab[::3, :-4:3].ravel(), lab[::3, 4::3].ravel()[:lab[::3, :-4:3].size]], 1)
    pairs = right[right[:, 0] != right[:, 1]]
    pairs = pairs[rng.permutation(len(pairs))[:int(share * n)]]
    for p, q in pairs:
        table[table == table[q]] = table[p]
    return table[lab].astype(np.int32)


def _place_tiles(rng, lab, shape, size, stretch, wobble):
    x, y = grid(shape)
    x -= shape[1] / 2
    y -= shape[0] / 2
    th = rng.uniform(0, np.pi)
    c, s = np.float32(np.cos(th)), np.float32(np.sin(th))
    k = np.float32(np.sqrt(stretch))
    u, v = (x * c + y * s) / k, (y * c - x * s) * k
    half = np.float32(lab.shape[0] / 2)
    reach = half / max(1.0, float(max(np.abs(u).max(), np.abs(v).max())) / half) / half
    u, v = (u * np.float32(reach) + half).astype(np.float32), (v * np.float32(reach) + half).astype(np.float32)
    for amp, scale in ((wobble * size, size * 0.5), (wobble * size * 0.15, size * 0.15)):
        u += np.float32(amp) * field(rng, shape, max(scale, 2.0))
        v += np.float32(amp) * field(rng, shape, max(scale, 2.0))
    small = lab.astype(np.float32)
    return cv2.remap(small, u, v, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REFLECT).astype(np.int32)


def compact(labels, least=20):
    """Renumbers labels 1..n without gaps (int32); labels under `least` px join the ground."""
    count = np.bincount(labels.ravel())
    keep = count >= least
    keep[0] = False
    table = np.zeros(len(count), np.int32)
    table[keep] = np.arange(1, keep.sum() + 1)
    return table[labels]


def centres(labels):
    """Centroids x, y of labels 1..n, each (n,)."""
    flat = labels.ravel()
    count = np.maximum(np.bincount(flat), 1)
    x, y = grid(labels.shape)
    return ((np.bincount(flat, x.ravel()) / count)[1:], (np.bincount(flat, y.ravel()) / count)[1:])


def despeckle(labels, k=5):
    """Rounds label corners by a median over k px (k 3 or 5; under 65536 labels)."""
    return cv2.medianBlur(labels.astype(np.uint16), k).astype(np.int32)
