import numpy as np
import pytest

from fastsam_train.predict import Settings
from fastsam_train.scale import automatic_scale

IMAGE = np.arange(200 * 320, dtype=np.uint8).reshape(200, 320)


class Seen:
    """A network that sees squares of given sides in source pixels wherever it looks, in a row."""

    def __init__(self, sides_at, score, width):
        self.sides_at, self.score, self.width, self.widths = sides_at, score, width, []

    def __call__(self, image):
        gain = image.shape[1] / self.width
        self.widths.append(image.shape[1])
        sides = np.array(self.sides_at(gain), float) * gain
        rows = np.zeros((len(sides), 37), np.float32)
        rows[:, 0] = 1000 * np.arange(len(sides))
        rows[:, 2] = rows[:, 3] = sides
        rows[:, 4] = self.score
        return rows, np.zeros((32, 8, 8), np.float32)


def scale(sides_at, score=0.9, image=IMAGE):
    seen = Seen(sides_at, score, image.shape[1])
    return automatic_scale(seen, image, Settings()), seen.widths


def test_objects_of_one_size_come_near_the_favorite_one():
    assert scale(lambda gain: [20] * 10) == (pytest.approx(44 / (0.94 * 1.3 * 20)), [640])


def test_of_mixed_sizes_the_small_ones_count():
    gain, _ = scale(lambda gain: [20] * 4 + [60] * 6)
    assert gain == pytest.approx(44 / (0.94 * 1.3 * 20))


def test_doubtful_small_things_do_not_count_as_much():
    gain, _ = scale(lambda gain: [20] * 4 + [60] * 6, score=[0.3] * 4 + [0.9] * 6)
    assert gain == pytest.approx(44 / (0.94 * 1.3 * 60))


def test_clumps_that_fall_apart_lead_nearer():
    wide = np.tile(IMAGE, (1, 4))
    gain, widths = scale(lambda gain: [45] if gain < 0.6 else [20], image=wide)
    assert widths[:2] == [640, 1024] and gain == pytest.approx(44 / (0.94 * 1.3 * 20), rel=0.02)


def test_small_things_that_are_not_sure_do_not_lead_nearer():
    assert scale(lambda gain: [6] * 5, score=0.55)[0] == 2.0
    assert scale(lambda gain: [6] * 5, score=0.65)[0] == 4.0


def test_where_nothing_is_seen_the_first_gain_stays():
    assert scale(lambda gain: [])[0] == 2.0


def test_what_falls_apart_from_nearer_is_left_whole():
    def score_at(gain):
        return [0.5] * 9 + [0.65] if gain > 1 else [0.9]

    class Parts(Seen):
        def __call__(self, image):
            self.score = score_at(image.shape[1] / self.width)
            return super().__call__(image)

    seen = Parts(lambda gain: [20] * 10 if gain > 1 else [150], 0, IMAGE.shape[1])
    near = 44 / (0.94 * 1.3 * 20)
    assert automatic_scale(seen, IMAGE, Settings()) == pytest.approx(near / 2.5)
