"""Synthetic images: reproducible, well-formed, and labels that lie where the objects are drawn."""
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fastsam_train.synth import KINDS, generate  # noqa: E402
from fastsam_train.synth.__main__ import main  # noqa: E402

CONTRASTY = [k for k in ("nuclei", "bacteria", "cells", "particles", "bubbles", "axons", "yeast", "nuclei_tissue")
             if k in KINDS]


def made(kind, seed):
    return generate(kind, np.random.default_rng(seed))


@pytest.mark.parametrize("kind", KINDS)
def test_form(kind):
    for seed in range(6):
        img, labels = made(kind, seed)
        assert img.dtype == np.uint8 and labels.dtype == np.uint16
        assert img.shape[:2] == labels.shape
        assert img.ndim == 2 or img.shape[2] == 3
        assert 320 <= min(labels.shape) and max(labels.shape) <= 640
        found = np.unique(labels)
        assert np.array_equal(found, np.arange(len(found))) or np.array_equal(found, np.arange(1, len(found) + 1))
        assert (labels.max() == 0) == (kind == "empty")


@pytest.mark.parametrize("kind", KINDS)
def test_same_seed_same_image(kind):
    a, b, c = made(kind, 3), made(kind, 3), made(kind, 4)
    assert np.array_equal(a[0], b[0]) and np.array_equal(a[1], b[1])
    assert a[0].shape != c[0].shape or not np.array_equal(a[0], c[0])


def edge_gain(img, labels):
    """Mean gradient on label edges over mean gradient elsewhere."""
    grey = img if img.ndim == 2 else img.max(2)
    grey = cv2.GaussianBlur(grey.astype(np.float32), (0, 0), 1.0)
    slope = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    edge = np.zeros(labels.shape, bool)
    edge[1:] |= labels[1:] != labels[:-1]
    edge[:, 1:] |= labels[:, 1:] != labels[:, :-1]
    edge = cv2.dilate(edge.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return slope[edge].mean() / (slope[~edge].mean() + 1e-6)


@pytest.mark.parametrize("kind", CONTRASTY)
def test_labels_follow_edges(kind):
    gains = [edge_gain(*made(kind, s)) for s in range(12)]
    assert np.median(gains) > 1.3


@pytest.mark.parametrize("kind", CONTRASTY)
def test_edges_not_shifted(kind):
    shifted = 0
    for s in range(12):
        img, labels = made(kind, s)
        shifted += edge_gain(img, np.roll(labels, (9, 9), (0, 1))) > edge_gain(img, labels)
    assert shifted <= 2


def test_command_writes_sets(tmp_path):
    main(["--out", str(tmp_path), "--count", "4", "--seed", "5", "--kinds", "nuclei,empty"])
    for kind in ("nuclei", "empty"):
        names = sorted(p.name for p in (tmp_path / f"synth_{kind}" / "images").iterdir())
        assert names == sorted(p.name for p in (tmp_path / f"synth_{kind}" / "labels").iterdir())
        assert len(names) == 2
        for n in names:
            lab = cv2.imread(str(tmp_path / f"synth_{kind}" / "labels" / n), cv2.IMREAD_UNCHANGED)
            assert lab.dtype == np.uint16


def test_command_refuses_unknown_kind(tmp_path):
    with pytest.raises(SystemExit):
        main(["--out", str(tmp_path), "--count", "1", "--kinds", "unicorns"])
