"""Whole cells with a stained cytoplasm or membrane; the label is the whole cell."""
import numpy as np

from .common import amount, dome, haze, levels, photon, spread, tint
from .degrade import finish, ground
from .noise import blur, canvas, chance, fibrous, fractal, loguniform, pick
from .shapes import Item, Scene, blob, centres, compact, despeckle, draw, inner_distance, pack, tiles


def cells(rng):
    """Sparse to confluent cells in fluorescence, grey or composite colour."""
    shape = canvas(rng)
    d = loguniform(rng, 22, 130)
    labels = confluent(rng, shape, d) if chance(rng, 0.5) else sparse(rng, shape, d)
    dist = inner_distance(labels)
    nuclei = cores(rng, labels, d)
    look = pick(rng, _cytoplasm, _cytoplasm, _membrane, _composite)
    return look(rng, labels, dist, nuclei, d), labels


def confluent(rng, shape, d):
    """Tiling with smooth borders; some cells missing or shrunk from the gaps."""
    labels = tiles(rng, shape, d, rng.uniform(0.2, 0.9), rng.uniform(1, 2.0), rng.uniform(0.01, 0.08))
    n = int(labels.max())
    keep = rng.random(n + 1) > pick(rng, 0.0, 0.0, 0.15, 0.4)
    keep[0] = False
    if not keep.any():
        keep[1:] = True
    labels = despeckle(np.where(keep[labels], labels, 0), 5)
    if chance(rng, 0.3):
        labels = np.where(inner_distance(labels) > rng.uniform(1, 0.06 * d), labels, 0)
    return compact(labels, 30)


def sparse(rng, shape, d):
    """Single cells, some with processes, as a label image."""
    rough, s = rng.uniform(0.05, 0.4), rng.uniform(0.1, 0.4)

    def make(r):
        q = spread(r, d, s) / 2
        k = np.sqrt(r.uniform(1, 2.2))
        item = blob(r, q * k, q / k, rough=rough * r.uniform(0.5, 1.3), bend=r.normal(0, 0.1))
        return _arms(r, item) if chance(r, 0.25) else item

    items = pack(rng, shape, make, amount(shape, d, pick(rng, 0.1, 0.3, 0.6), 250),
                 overlap=pick(rng, 0, 0.08), clump=pick(rng, 0, 0.5), gap=pick(rng, 0, 0, 1))
    return Scene(items, shape).labels


def _arms(rng, item):
    """Pulls one to four pointed processes out of an outline."""
    t = np.arctan2(item.poly[:, 1], item.poly[:, 0])
    gain = np.ones(len(t))
    for _ in range(int(rng.integers(1, 5))):
        turn = np.angle(np.exp(1j * (t - rng.uniform(-np.pi, np.pi))))
        gain += rng.uniform(0.3, 1.0) * np.exp(-(turn / rng.uniform(0.12, 0.3)) ** 2)
    return Item(item.poly * gain[:, None], item.a, item.b, item.theta)


def cores(rng, labels, d):
    """Nuclei, one in a cell, as a label image clipped to the cells."""
    if not labels.any():
        return labels
    cx, cy = centres(labels)
    area = np.bincount(labels.ravel())[1:]
    items, share = [], rng.uniform(0.3, 0.55)
    for i in range(len(cx)):
        r = max(2.0, 0.5 * np.sqrt(area[i] * 1.27) * share * rng.uniform(0.8, 1.15))
        k = np.sqrt(rng.uniform(1, 1.6))
        item = blob(rng, r * k, r / k, rough=0.06)
        item.cx, item.cy = cx[i] + rng.normal(0, 0.12) * r, cy[i] + rng.normal(0, 0.12) * r
        items.append(item)
    drawn = draw(items, labels.shape)
    return np.where((drawn == labels) & (inner_distance(labels) > 1.5), drawn, 0)


def _texture(rng, shape, d):
    t = fractal(rng, shape, max(3.0, d / rng.uniform(3, 12)), 3)
    if chance(rng, 0.3):
        t = 0.7 * t + 0.5 * fibrous(rng, shape, rng.uniform(1.5, 4), rng.uniform(4, 12))
    return t


def _gather(values, labels):
    return np.concatenate([[0], values]).astype(np.float32)[labels]


def _body(rng, labels, dist, d):
    """Cytoplasm brightness: textured, thicker to the middle, cells of different brightness."""
    n = int(labels.max())
    thick = rng.uniform(0.25, 0.8) + 0.6 * dome(dist, np.float32(d / 2), rng.uniform(0.4, 1.2))
    tex = np.maximum(1 + rng.uniform(0.05, 0.3) * _texture(rng, labels.shape, d), 0.05)
    return thick * tex * _gather(levels(rng, n, rng.uniform(0.1, 0.5)), labels)


def _nuclear(rng, cores, d):
    n = int(cores.max())
    body = 0.5 + 0.5 * dome(inner_distance(cores), np.float32(d / 5), 0.8)
    body = body * np.maximum(1 + 0.2 * fractal(rng, cores.shape, max(3.0, d / 12), 3), 0.1)
    return body * _gather(levels(rng, n, 0.25), cores) if n else body * 0


def _cytoplasm(rng, labels, dist, cores, d):
    """One channel: dim cytoplasm and a brighter, darker or unseen nucleus."""
    img = 0.5 * _body(rng, labels, dist, d)
    kind = pick(rng, "bright", "dark", "none")
    if kind == "bright":
        img += rng.uniform(0.5, 1.6) * _nuclear(rng, cores, d)
    elif kind == "dark":
        img *= 1 - rng.uniform(0.3, 0.85) * blur((cores > 0).astype(np.float32), 1.0)
    if kind == "none" or chance(rng, 0.85):
        img *= 1 - rng.uniform(0.5 if kind == "none" else 0.2, 0.8) * np.exp(-(dist / rng.uniform(1.0, 2.2)) ** 2)
    if chance(rng, 0.2):
        img += 0.4 * np.exp(-((dist - 1) / 1.2) ** 2) * (labels > 0)
    return _expose(rng, img, tinted=0.1)


def _membrane(rng, labels, dist, cores, d):
    """Bright borders, darker inside; sometimes with a nuclear stain."""
    width = rng.uniform(0.8, max(1.2, 0.03 * d))
    rim = np.exp(-(np.maximum(dist - 0.5, 0) / width) ** 2) * (labels > 0)
    uneven = np.clip(1 + rng.uniform(0, 0.5) * fractal(rng, labels.shape, d / 2, 3), 0.15, None)
    img = rim * uneven + rng.uniform(0.02, 0.35) * _body(rng, labels, dist, d)
    if chance(rng, 0.35):
        img += rng.uniform(0.2, 0.8) * _nuclear(rng, cores, d)
    return _expose(rng, blur(img, rng.uniform(0.4, 1.0)), tinted=0.1)


def _composite(rng, labels, dist, cores, d):
    """Two or three channels in colour: cytoplasm or membrane, nuclei, a further stain."""
    rim = np.exp(-(dist - 0.5) / 1.5) * (labels > 0) * rng.uniform(0, 1)
    chans = [0.6 * _body(rng, labels, dist, d) + rim, _nuclear(rng, cores, d)]
    chans.append(rng.uniform(0, 0.6) * np.clip(_texture(rng, labels.shape, d), 0, None) * (labels > 0))
    out = np.stack([chans[i] for i in rng.permutation(3)], -1)
    return _expose(rng, out, tinted=0)


def _expose(rng, img, tinted):
    flat = img if img.ndim == 2 else img.max(2)
    top = float(np.percentile(flat[::4, ::4], 99.7)) + 1e-3
    peak = pick(rng, loguniform(rng, 0.12, 0.5), rng.uniform(0.5, 1.3), rng.uniform(0.7, 1.1))
    img = haze(rng, img * np.float32(peak / top), 0.3)
    dark = rng.uniform(0, 0.08) + ground(rng, flat.shape, 0.02 * peak)
    img = img + (dark if img.ndim == 2 else dark[..., None])
    if img.ndim == 2 and chance(rng, 0.6):
        img = photon(rng, img, 30, 2000)
    if img.ndim == 2 and chance(rng, tinted):
        img = tint(rng, img)
    return finish(rng, img, invert=0.1)
