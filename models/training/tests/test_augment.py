import numpy as np

from fastsam_train.augment import background_crop, photometry, random_crop, random_matrix, tidy_labels, warp
from fastsam_train.data import create_item


def item_of_blocks():
    labels = np.zeros((120, 200), np.uint16)
    labels[10:30, 20:60], labels[50:100, 30:50], labels[40:60, 120:190] = 1, 2, 3
    return create_item("blocks", "a", (labels > 0).astype(np.uint8) * 200, labels)


def test_labels_follow_the_pixels_under_every_view():
    item, random = item_of_blocks(), np.random.default_rng(3)
    for _ in range(30):
        matrix = random_matrix(item, 160, random)
        image, labels = warp(item, matrix, 160, 0)
        edge = np.abs(np.diff(labels.astype(int), axis=0, prepend=0)) + np.abs(np.diff(labels.astype(int), axis=1, prepend=0)) > 0
        edge = edge | np.roll(edge, -1, 0) | np.roll(edge, -1, 1) | np.roll(edge, (-1, -1), (0, 1))
        assert ((image > 100) == (labels > 0))[~edge].mean() > 0.995


def test_a_plain_view_moves_no_pixel():
    item = item_of_blocks()
    image, labels = warp(item, np.array([[1.0, 0, -20], [0, 1, -10]]), 96, 0)
    assert (labels == item.labels[10:106, 20:116]).all() and (image == item.image[10:106, 20:116]).all()


def test_boxes_are_half_open_and_in_the_order_of_the_labels():
    labels, boxes = tidy_labels(np.pad(np.full((8, 4), 7), ((2, 6), (3, 9))), np.array([0] * 7 + [32]), 1)
    assert boxes.tolist() == [[3, 2, 7, 10]] and labels.max() == 1


def test_slivers_at_the_border_are_ignored_not_background():
    raster = np.zeros((20, 20), int)
    raster[:, 0], raster[5:15, 5:15] = 1, 2
    labels, boxes = tidy_labels(raster, np.array([0, 400, 100]), 1)
    assert (labels[:, 0] == -1).all() and len(boxes) == 1 and (labels[5:15, 5:15] == 1).all()


def test_crops_are_rgb_bytes_with_matching_boxes():
    item, random = item_of_blocks(), np.random.default_rng(5)
    for _ in range(20):
        crop = random_crop(item, 96, random)
        assert crop.image.shape == (96, 96, 3) and crop.image.dtype == np.uint8
        for number, (x0, y0, x1, y1) in enumerate(crop.boxes.astype(int), 1):
            ys, xs = np.nonzero(crop.labels == number)
            assert [xs.min(), ys.min(), xs.max() + 1, ys.max() + 1] == [x0, y0, x1, y1]


def test_backgrounds_have_no_objects():
    crop = background_crop(64, np.random.default_rng(0))
    assert len(crop.boxes) == 0 and not crop.labels.any()


def test_light_and_colour_keep_the_frame():
    random = np.random.default_rng(1)
    grey, colour = np.zeros((40, 40), np.uint8), np.full((40, 40, 3), 90, np.uint8)
    for _ in range(60):
        for image in (grey, colour):
            made = photometry(image, (0.0, 0.0), random)
            assert made.shape == (40, 40, 3) and made.dtype == np.uint8
