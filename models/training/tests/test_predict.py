import numpy as np
import pytest

from fastsam_train.predict import least_score, Candidates, Settings, frame, masks, paint, resize, suppress, to_rgb


def test_suppression_keeps_the_better_of_two_and_the_far_one():
    boxes = np.array([[0, 0, 10, 10], [1, 0, 11, 10], [30, 0, 40, 10]], float)
    assert suppress(boxes, np.array([0.5, 0.9, 0.4]), 0.65).tolist() == [1, 2]


def test_frames_are_padded_below_and_right_to_multiples_of_32():
    padded = frame(np.ones((40, 64, 3), np.float32))
    assert padded.shape == (64, 64, 3) and padded[39].min() == 1 and np.allclose(padded[40], 114 / 255)


def test_resizing_by_a_half_averages():
    small = resize(np.kron(np.eye(2), np.ones((8, 8)))[..., None].repeat(3, 2).astype(np.float32), 0.5)
    assert small.shape == (8, 8, 3) and np.allclose(small[:3, :3], 1) and np.allclose(small[:3, 5:], 0)


def test_a_flat_grey_image_is_black():
    assert to_rgb(np.full((4, 5), 77, np.uint8)).max() == 0


def found_disc(scale=1.0, box=(8, 8, 24, 24)):
    prototypes = np.full((32, 8, 8), 0.0, np.float32)
    prototypes[0] = -1
    prototypes[0, 2:6, 2:6] = 1
    coefficients = np.zeros((1, 32), np.float32)
    coefficients[0, 0] = 1
    return Candidates(np.array([box], float), np.array([0.9]), coefficients, prototypes, scale)


def test_masks_are_interpolated_on_the_half_pixel_grid():
    (y, x, raster), = masks(found_disc(), (32, 32), Settings(margin=0))
    assert (y, x, raster.shape) == (8, 8, (16, 16))
    assert raster.sum() == 16 * 16 - 4  # the corners of the square are rounded by interpolation


def test_masks_are_in_source_pixels():
    (y, x, raster), = masks(found_disc(scale=2.0), (16, 16), Settings(margin=0))
    assert (y, x, raster.shape) == (4, 4, (8, 8)) and raster[1:-1].all()


def test_the_smallest_is_on_top_and_duplicates_go():
    big = (0, 0, np.ones((10, 10), bool))
    small = (4, 4, np.ones((3, 3), bool))
    twin = (0, 0, np.ones((10, 9), bool))
    labels = paint([big, small, twin], np.array([0.9, 0.5, 0.8]), (10, 10), Settings(contained=1.0))
    assert labels.max() == 2 and (labels == 2).sum() == 9 and (labels == 1).sum() == 91


def test_a_confidence_is_found_by_the_scores():
    assert least_score(np.array([0.8, 0.8, 0.8, 0.4])) == pytest.approx(0.408571, abs=1e-6)
    assert least_score(np.array([0.4, 0.28])) == 0.25 and least_score(np.array([])) == 0.25
    assert least_score(np.array([1.0, 1.0])) == 0.55
