import cv2
import numpy as np
import pytest

from fastsam_train.align import main, shift
from fastsam_train.augment import warp
from fastsam_train.data import LABEL_SHIFTS, create_item

FULL = 4  # pixels of the full image a pixel of the reduced one


def item_of_discs(name, seed=1):
    """An image made smaller by means of pixels, its labels by the nearest pixel, as sets are made."""
    random, side = np.random.default_rng(seed), 1024
    labels = np.zeros((side, side), np.uint16)
    for number, (row, column) in enumerate(np.ndindex(6, 6), 1):
        center = np.array([column, row]) * 125 + 200 + random.integers(-20, 20, 2)
        cv2.circle(labels, center.tolist(), int(random.integers(30, 45)), number, -1)
    image = cv2.GaussianBlur((labels > 0).astype(np.float32) * 180 + 20, (0, 0), FULL)
    reduced = (side // FULL, side // FULL)
    image = cv2.resize(image, reduced, interpolation=cv2.INTER_AREA).astype(np.uint8)
    return create_item(name, "a", image, labels[::FULL, ::FULL].copy())


def test_labels_reduced_by_the_nearest_pixel_lie_beside_the_edges():
    x, y, gain = shift([item_of_discs("drawn")])
    expected = -(FULL / 2 - 0.5) / FULL
    assert x == pytest.approx(expected, abs=0.1) and y == pytest.approx(expected, abs=0.1) and gain > 1


def test_labels_that_fit_are_left_there():
    item = item_of_discs("drawn")
    fitting = create_item("drawn", "a", ((item.labels > 0) * 200).astype(np.uint8), item.labels)
    x, y, gain = shift([fitting])
    assert abs(x) < 0.05 and abs(y) < 0.05 and gain == pytest.approx(1, abs=0.01)


def test_a_set_without_objects_is_told(tmp_path, capsys):
    for folder in ("images", "labels"):
        (tmp_path / "empty" / folder).mkdir(parents=True)
        cv2.imwrite(str(tmp_path / "empty" / folder / "a.png"), np.zeros((40, 30), np.uint8))
    main(["--data", str(tmp_path)])
    assert capsys.readouterr().out.split() == ["empty", "0", "images", "with", "objects"]


@pytest.mark.parametrize("angle", [10, 100, 20])
def test_training_puts_the_labels_of_such_a_set_on_the_edges(angle):
    assert LABEL_SHIFTS["segmush"] == (-0.5, -0.5)
    matrix = cv2.getRotationMatrix2D((128, 128), angle, 1.0)
    drawn, set_of_table = [apart(*warp(item_of_discs(name), matrix, 256, 20)) for name in ("drawn", "segmush")]
    # 0.375 pixels right and down, and 0.5 taken off.
    assert drawn == pytest.approx(0.375 * np.sqrt(2), abs=0.1)
    assert set_of_table == pytest.approx(0.125 * np.sqrt(2), abs=0.1)


def apart(image, labels):
    x, y, _ = shift([create_item("seen", "a", image, labels.astype(np.uint16))])
    return np.hypot(x, y)
