"""Synthetic training images of every kind of microscopy, drawn with exact labels."""
import numpy as np

from .axons import axons
from .bacteria import bacteria
from .bubbles import bubbles
from .cells import cells
from .empty import empty
from .grains import grains
from .nuclei import nuclei
from .particles import particles
from .shapes import compact

KINDS = {f.__name__: f for f in (nuclei, bacteria, cells, axons, bubbles, particles, grains, empty)}


def generate(kind, rng):
    """One image of a kind: (uint8 (h, w) or (h, w, 3) R G B, labels uint16 (h, w), 0 ground, 1..n).

    Draws again when a layout came out without objects.
    """
    for _ in range(20):
        img, labels = KINDS[kind](rng)
        if kind == "empty" or labels.any():
            break
    return img, compact(labels, least=12).astype(np.uint16)
