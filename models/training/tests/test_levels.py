import numpy as np

from fastsam_train.levels import judge


def test_levels_and_parents_are_counted():
    outer, inner, labels, parents = (np.zeros((12, 20), np.int64) for _ in range(4))
    outer[1:9, 1:9], outer[1:9, 11:19] = 1, 2
    inner[3:6, 3:6], inner[3:6, 13:16] = 1, 2
    parents[1:9, 1:8], parents[1:9, 11:19] = 5, 6
    labels[:] = parents
    labels[3:6, 3:6], labels[3:6, 13:16] = 7, 8
    assert list(judge(outer, inner, labels, parents, {7: 5, 8: 5})) == [2, 2, 2, 2, 2, 1]
    assert list(judge(outer, inner, labels, parents, {})) == [2, 2, 2, 2, 2, 0]


def test_a_level_that_is_not_found_has_no_parents():
    outer, inner = np.zeros((8, 8), np.int64), np.zeros((8, 8), np.int64)
    outer[1:7, 1:7], inner[3:5, 3:5] = 1, 1
    assert list(judge(outer, inner, outer * 3, outer * 0, {3: 0})) == [1, 1, 1, 0, 0, 0]
