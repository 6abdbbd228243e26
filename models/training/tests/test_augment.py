import numpy as np

from fastsam_train.augment import (
    OUTER, STAINS, background_crop, drop_channel, photometry, random_crop, random_matrix, random_scale, restain, suited_level,
    tidy_labels, warp,
)  # fmt: skip
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


def item_of_two_levels():
    """Three objects of 40 pixels with four of 8 pixels in each."""
    outer, inner = np.zeros((200, 200), np.uint16), np.zeros((200, 200), np.uint16)
    for i, (y, x) in enumerate(((20, 20), (20, 120), (120, 60))):
        outer[y : y + 40, x : x + 40] = i + 1
        for k in range(4):
            inner[y + 8 + 16 * (k // 2) :, x + 8 + 16 * (k % 2) :][:8, :8] = 4 * i + k + 1
    item = create_item("two", "a", np.uint8(80 * (outer > 0) + 100 * (inner > 0)), outer)
    item.inner = create_item("two", "a", item.image, inner)
    return item


def test_the_level_whose_objects_come_nearer_to_the_favorite_size_is_learnt():
    item = item_of_two_levels()
    assert suited_level(item, 1.0) is item and suited_level(item, 4.0) is item.inner
    assert suited_level(item_of_blocks(), 9.0).set == "blocks"


def test_about_the_inner_objects_nothing_is_asked_and_both_levels_are_seen():
    item, random = item_of_two_levels(), np.random.default_rng(1)
    crops = [random_crop(item, 128, random) for _ in range(400)]
    inner = [crop for crop in crops if (crop.labels == OUTER).any()]
    assert 80 < len(inner) < 320
    for crop in inner:
        assert len(crop.boxes) == crop.labels.max()
        shares = [(crop.labels[y0:y1, x0:x1] > 0).mean() for x0, y0, x1, y1 in crop.boxes.astype(int)]
        assert np.mean(shares or [1]) > 0.4  # boxes of inner objects, not of what lies about them
        labels, boxes = crop.outer
        assert len(boxes) == labels.max() and ((labels != 0) | (crop.labels == 0)).mean() > 0.99
        assert ((crop.labels == OUTER) <= (labels != 0)).all()
    assert all(crop.outer is not None for crop in inner) and any(crop.outer is None for crop in crops)


def test_outer_objects_reach_over_their_inner_ones():
    item, random = item_of_two_levels(), np.random.default_rng(2)
    crops = [c for c in (random_crop(item, 160, random) for _ in range(30)) if not (c.labels == OUTER).any() and len(c.boxes)]
    for crop in crops:
        for number, (x0, y0, x1, y1) in enumerate(crop.boxes.astype(int), 1):
            assert (crop.labels[y0:y1, x0:x1] == number).mean() > 0.4


def test_the_large_among_the_small_are_brought_to_a_favorite_size_too():
    labels = np.zeros((300, 300), np.uint16)
    labels[:200, :200] = 1
    for i in range(10):
        labels[250:256, 10 + 20 * i : 16 + 20 * i] = i + 2
    item, random = create_item("x", "a", np.uint8(labels > 0), labels), np.random.default_rng(0)
    scales = np.array([random_scale(item, 160, random) for _ in range(400)])
    assert 0.005 < (scales < 1).mean() < 0.1  # 200 pixels to 40: a fifth of the views, one object of eleven


def test_stains_change_by_themselves_and_white_stays_white():
    image = np.ones((8, 8, 3), np.float32)
    image[2:5, 2:5] = np.exp(-STAINS[0])
    seen = [restain(image, np.random.default_rng(seed)) for seed in range(20)]
    assert all(np.allclose(s[0, 0], 1, atol=1e-4) and np.isfinite(s).all() for s in seen)
    depth = [-np.log(s[3, 3]).sum() for s in seen]
    assert max(depth) > 1.3 * min(depth) and min(depth) > 0.3


def test_a_dropped_channel_is_never_the_only_bright_one():
    random = np.random.default_rng(0)
    image = np.zeros((8, 8, 3), np.float32)
    image[2:4, 2:4, 1] = 1
    assert all((drop_channel(image, random) == image)[..., 1].all() for _ in range(20))
    image[5:7, 5:7, 2] = 1
    left = [drop_channel(image, random).reshape(-1, 3).max(0) for _ in range(20)]
    assert any(x[1] < 0.5 for x in left) and all(x[1:].max() == 1 for x in left)
