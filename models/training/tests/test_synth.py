"""Synthetic images: reproducible, well-formed, and labels that lie where the objects are drawn."""
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fastsam_train.data import read_set  # noqa: E402
from fastsam_train.synth import KINDS, generate  # noqa: E402
from fastsam_train.synth.__main__ import main  # noqa: E402
from fastsam_train.synth.phase_sparse import ring_image  # noqa: E402

CONTRASTY = [k for k in ("nuclei", "bacteria", "cells", "particles", "bubbles", "axons", "yeast", "nuclei_tissue",
                             "phase_sparse", "sections", "two_levels", "branching", "lobes")
             if k in KINDS]


TWO_LEVELS = "two_levels"


def made(kind, seed):
    """Image and labels of the outer objects."""
    return generate(kind, np.random.default_rng(seed))[:2]


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


def test_inner_objects_lie_each_in_one_outer_object():
    for seed in range(16):
        _, outer, inner = generate(TWO_LEVELS, np.random.default_rng(seed))
        assert inner.dtype == np.uint16 and inner.shape == outer.shape and inner.max() > 0
        inside = np.bincount(inner[outer > 0], minlength=inner.max() + 1)[1:]
        whole = np.bincount(inner.ravel())[1:]
        assert (whole >= 12).all() and (inside > 0.8 * whole).mean() > 0.9  # outer ones nobody can see are left out
        sizes = [np.median(2 * np.sqrt(np.bincount(x.ravel())[1:] / np.pi)) for x in (outer, inner)]
        assert sizes[0] > 1.4 * sizes[1]


def test_inner_objects_follow_edges():
    gains = []
    for seed in range(12):
        image, _, inner = generate(TWO_LEVELS, np.random.default_rng(seed))
        gains.append(edge_gain(image, inner))
    assert np.median(gains) > 1.3


@pytest.mark.parametrize("kind", ["branching", "lobes"])
def test_objects_without_a_common_shape_hang_together(kind):
    hulls = []
    for seed in range(6):
        _, labels = made(kind, seed)
        for number in range(1, labels.max() + 1):
            one = (labels == number).astype(np.uint8)
            parts, _, stats, _ = cv2.connectedComponentsWithStats(one, connectivity=4)
            assert stats[1:, cv2.CC_STAT_AREA].max() > 0.97 * one.sum()
            outline = max(cv2.findContours(one, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0], key=cv2.contourArea)
            if one.sum() > 400:
                hulls.append(one.sum() / max(cv2.contourArea(cv2.convexHull(outline)), 1))
    assert np.quantile(hulls, 0.3) < 0.9  # at least as far from convex as in superalloy_gamma (0.925)


def test_command_writes_both_levels(tmp_path):
    main(["--out", str(tmp_path), "--count", "2", "--kinds", TWO_LEVELS])
    (item, _) = read_set(tmp_path / "synth_two_levels", False)
    assert item.inner.labels.shape == item.labels.shape and item.inner.diameter < item.diameter


def disc_phase(radius, depth):
    y, x = np.mgrid[-60:61, -60:61]
    return np.float32(depth) * (np.hypot(x, y) < radius)


def test_a_phase_ring_makes_halo_and_shade_off():
    for seed in range(12):
        light = ring_image(np.random.default_rng(seed), disc_phase(30, 0.2), 40)
        far, halo = light[0, 0], light[60, 60 + 32]
        rim, middle = light[60, 60 + 27], light[60, 60]
        if rim > far:  # bright phase: the same the other way about
            far, halo, rim, middle = -far, -halo, -rim, -middle
        assert halo > far + 1e-3 and rim < far - 1e-3  # dark object, bright halo
        assert abs(middle - far) < abs(rim - far)  # its middle comes back to the ground's tone


def test_what_delays_light_by_half_a_wave_is_bright_in_dark_phase():
    light = [ring_image(np.random.default_rng(seed), disc_phase(6, np.pi), 20) for seed in range(12)]
    assert all(each[60, 60] > 1.5 * each[0, 0] for each in light)


def test_command_refuses_unknown_kind(tmp_path):
    with pytest.raises(SystemExit):
        main(["--out", str(tmp_path), "--count", "1", "--kinds", "unicorns"])
