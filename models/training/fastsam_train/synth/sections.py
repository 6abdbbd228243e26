"""Stained sections with the tissue's order: glands about lumens, stroma along fibres, crowds of small cells."""
import numpy as np

from .common import amount, levels, spread
from .degrade import finish
from .noise import blur, canvas, chance, fibrous, field, fractal, loguniform, pick, ridges
from .nuclei_tissue import DAB, EOSIN, HAEM, _chromatin, _mix
from .shapes import Scene, blob, pack


def sections(rng):
    """H&E, or pale blue nuclei beside or within brown; often pale, uneven and slightly out of focus."""
    shape = canvas(rng)
    d = loguniform(rng, 10, 48)
    glands = gland_layout(rng, shape, d) if chance(rng, 0.6) else []
    tissue = Tissue(rng, shape, d, glands)
    scene = Scene(tissue.nuclei(rng), shape)
    image = blur(pick(rng, _eosin, _eosin, _brown, _brown, _pale)(rng, scene, tissue, d), rng.uniform(0.4, 1.2))
    return finish(rng, image), scene.labels


def gland_layout(rng, shape, d):
    """Outlines of glands, 4 to 12 nuclei across, as items."""
    wide, oval = rng.uniform(4, 12) * d, rng.uniform(1.1, 2.2)

    def make(r):
        k = np.sqrt(r.uniform(1, oval))
        size = 0.5 * wide * r.uniform(0.6, 1.2)
        return blob(r, size * k, size / k, rough=0.1, last=5)

    return pack(rng, shape, make, amount(shape, wide, rng.uniform(0.2, 0.7), 40), gap=pick(rng, 1, 0.3 * d))


class Tissue:
    """Where glands, lumens and stroma lie. gland: label image; lumen: bool."""

    def __init__(self, rng, shape, d, glands):
        self.shape, self.d = shape, d
        scene = Scene(glands, shape)
        self.glands, self.gland, depth = scene.items, scene.labels, scene.dist()
        self.wall = rng.uniform(1.3, 2.6) * d
        self.lumen = (depth > self.wall * (1 + 0.12 * field(rng, shape, 2 * d))) if chance(rng, 0.8) else depth < 0

    def nuclei(self, rng):
        """A row along each gland's edge, standing on it; spindles and small round ones between."""
        lined = self.lining(rng)
        small, lean = pick(rng, 0.2, 0.7), rng.uniform(0, 2 * np.pi)

        def make(r):
            size = spread(r, self.d, 0.2) / 2
            if chance(r, small):
                return blob(r, 0.75 * size, 0.75 * size, rough=0.05)
            k = np.sqrt(r.uniform(2, 5))
            return blob(r, 0.8 * size * k, max(0.8 * size / k, 3.0), lean + r.normal(0, 0.4), 0.06, bend=r.normal(0, 0.15))

        between = pack(rng, self.shape, make, amount(self.shape, self.d, pick(rng, 0.04, 0.12, 0.3), 350), overlap=0.05,
                       clump=pick(rng, 0, 0.5), tries=4)
        return [i for i in between if not self._within(i)] + lined

    def _within(self, item):
        y, x = (int(np.clip(v, 0, s - 1)) for v, s in zip((item.cy, item.cx), self.shape))
        return self.gland[y, x] > 0

    def lining(self, rng):
        tall, jitter, step = rng.uniform(1.0, 2.2), rng.uniform(0, 0.3), rng.uniform(0.9, 1.5)
        found = []
        for gland in self.glands:
            loop = gland.poly + (gland.cx, gland.cy)
            length = np.linalg.norm(np.diff(loop, axis=0, append=loop[:1]), axis=1)
            count = int(length.sum() / (step * self.d / np.sqrt(tall)))
            for at in np.linspace(0, length.sum(), count, endpoint=False):
                found.append(self._standing(rng, loop, length, at, tall, jitter))
        return found

    def _standing(self, rng, loop, length, at, tall, jitter):
        """One nucleus, its long side across the gland's edge."""
        i = min(int(np.searchsorted(np.cumsum(length), at)), len(loop) - 1)
        along = loop[(i + 1) % len(loop)] - loop[i]
        inward = np.array([-along[1], along[0]]) / (np.linalg.norm(along) + 1e-6)
        size = spread(rng, self.d, 0.12) / 2
        k = np.sqrt(tall * rng.uniform(0.8, 1.2))
        item = blob(rng, size * k, size / k, np.arctan2(inward[1], inward[0]) + rng.normal(0, 0.15), 0.06)
        part = (at - (np.cumsum(length)[i] - length[i])) / (length[i] + 1e-6)
        item.cx, item.cy = loop[i] + part * along + inward * self.wall * (0.4 + jitter * rng.normal())
        return item

    def ground(self, rng):
        """Dose of the counterstain: fibres in the stroma, an even cytoplasm in glands, nothing in lumens."""
        shape, d = self.shape, self.d
        stroma = 0.55 + 0.15 * fractal(rng, shape, 2 * d, 4) + 0.2 * fibrous(rng, shape, rng.uniform(2, 5), rng.uniform(4, 9))
        stroma = stroma * (1 - rng.uniform(0, 0.9) * ridges(rng, shape, d * rng.uniform(2, 5), 0.12))
        inside = rng.uniform(0.3, 0.7) + 0.08 * fractal(rng, shape, d, 3)
        dose = np.where(self.gland > 0, inside, stroma)
        return np.clip(dose, 0.02, 1.6) * blur(1 - 0.95 * self.lumen.astype(np.float32), 1.2)


def _eosin(rng, scene, tissue, d):
    pink = rng.uniform(0.25, 1.0) * tissue.ground(rng) * (1 - 0.5 * (scene.labels > 0))
    blue = rng.uniform(0.45, 1.3) * _chromatin(rng, scene, d) + rng.uniform(0, 0.2) * pink
    return _mix(rng, [(blue, HAEM), (pink, EOSIN)])


def _brown(rng, scene, tissue, d):
    """Pale blue nuclei; brown in the bodies of some regions, at membranes or in some nuclei."""
    pale = rng.uniform(0.02, 0.2) * tissue.ground(rng)
    region = 1 / (1 + np.exp(-5 * (field(rng, scene.shape, d * rng.uniform(2, 6)) - rng.uniform(-0.6, 1.0))))
    region = np.where(tissue.gland > 0, region, region * rng.uniform(0, 1)) * blur(1.0 - tissue.lumen.astype(np.float32), 1.0)
    body = region * np.clip(0.6 + 0.2 * fractal(rng, scene.shape, d, 3), 0.1, 1.2) * (1 - 0.8 * (scene.labels > 0))
    marked = scene.lut(rng.random(scene.n) < pick(rng, 0.0, 0.0, 0.3, 0.7))
    chromatin = _chromatin(rng, scene, d)
    blue = rng.uniform(0.25, 0.9) * chromatin * (1 - 0.8 * marked) + pale
    return _mix(rng, [(blue, HAEM), (rng.uniform(0.2, 1.1) * body + rng.uniform(0.5, 1.3) * chromatin * marked + pale, DAB)])


def _pale(rng, scene, tissue, d):
    """Blue only, hardly darker than the ground; chromatin in grains, a rim."""
    rim = np.exp(-((scene.dist() - 1) / 1.2) ** 2) * (scene.labels > 0)
    blue = rng.uniform(0.15, 0.4) * _chromatin(rng, scene, d) + rng.uniform(0.05, 0.25) * rim
    blue = blue * scene.lut(np.clip(levels(rng, scene.n, 0.2), 0.6, 1.8)) + rng.uniform(0.02, 0.15) * tissue.ground(rng)
    return _mix(rng, [(blue, HAEM), (rng.uniform(0, 0.15) * tissue.ground(rng), EOSIN)])
