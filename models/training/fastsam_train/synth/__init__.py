"""Synthetic training images of every kind of microscopy, drawn with exact labels."""
import numpy as np

from .axons import axons
from .bacteria import bacteria
from .branching import branching
from .bubbles import bubbles
from .cells import cells
from .common import seen
from .embedded import embedded
from .empty import empty
from .fibres import fibres
from .forms import forms
from .grains import grains
from .lobes import lobes
from .multiplex import multiplex
from .nuclei import nuclei
from .nuclei_tissue import nuclei_tissue
from .particles import particles
from .phase_cells import phase_cells
from .phase_sparse import phase_sparse
from .sections import sections
from .shapes import compact
from .spots import spots
from .textured import textured
from .two_levels import two_levels
from .yeast import yeast

KINDS = {f.__name__: f for f in (
    nuclei, nuclei_tissue, bacteria, yeast, cells, phase_cells, axons, bubbles, particles, grains, fibres, textured,
    spots, forms, multiplex, embedded, phase_sparse, sections, two_levels, branching, lobes,
    empty)}
# kinds whose objects leave no ground to compare with
UNGROUNDED = {"grains", "empty"}


def generate(kind, rng):
    """One image of a kind: (uint8 (h, w) or (h, w, 3) R G B, labels uint16 (h, w), 0 ground, 1..n), and
    of a kind of two levels the labels of the inner objects.

    Draws again when much of it cannot be seen.
    """
    for _ in range(20):
        img, labels, *inner = KINDS[kind](rng)
        if inner and not (inner[0].any() and labels.any()):
            continue
        if kind not in UNGROUNDED:
            drawn, labels = np.count_nonzero(labels), seen(img, labels)
            if np.count_nonzero(labels) < 0.7 * drawn:
                continue
        if kind == "empty" or labels.any():
            break
    return img, *(compact(each, least=12).astype(np.uint16) for each in (labels, *inner))
