import torch

from fastsam_train.assignment import Targets, assign, best_per_target, candidate_pairs, pair_iou, unique_anchor
from fastsam_train.network import anchors


def targets_of(*boxes, size=64):
    labels = torch.zeros(1, size, size, dtype=torch.int32)
    for number, (x0, y0, x1, y1) in enumerate(boxes, 1):
        labels[0, y0:y1, x0:x1] = number
    count = len(boxes)
    rows, numbers = torch.zeros(count).long(), torch.arange(1, count + 1).int()
    return Targets(torch.tensor(boxes).float(), rows, numbers, labels, torch.zeros(1).long())


def pairs_of(targets):
    target, anchor, fits = candidate_pairs(targets, centres_for(64))
    return target[fits], anchor[fits]


def centres_for(size):
    return anchors(torch.zeros(1, 3, size, size))[0]


def test_anchors_are_row_major_and_finest_first():
    centres, strides = anchors(torch.zeros(1, 3, 32, 64))
    assert centres[0].tolist() == [4, 4] and centres[1].tolist() == [12, 4]
    assert centres[32].tolist() == [8, 8] and centres[-1].tolist() == [48, 16]
    assert strides[[0, 32, 40]].flatten().tolist() == [8, 16, 32]


def test_pairs_are_the_centres_on_the_object_at_every_stride():
    _, anchor = pairs_of(targets_of((0, 0, 16, 24)))
    # stride 8: centres x 4, 12 and y 4, 12, 20; stride 16: x 8, y 8 (and y 24 is outside)
    assert sorted(anchor.tolist()) == [0, 1, 8, 9, 16, 17, 64]


def test_a_centre_on_another_object_is_no_pair():
    target, anchor = pairs_of(targets_of((0, 0, 32, 32), (0, 0, 8, 8)))
    assert target[anchor == 0].tolist() == [1]


def test_an_object_between_all_centres_gets_the_nearest_anchor():
    target, anchor = pairs_of(targets_of((13, 21, 15, 23)))
    assert target.tolist() == [0] and anchor.tolist() == [2 * 8 + 1]


def test_a_ring_without_centres_falls_back_to_its_box():
    targets = targets_of((0, 0, 8, 8))
    targets.labels[0, 2:6, 2:6] = 0
    assert pairs_of(targets)[1].tolist() == [0]


def test_iou_of_rows():
    first = torch.tensor([[0.0, 0, 4, 2], [0, 0, 1, 1]])
    second = torch.tensor([[2.0, 0, 6, 2], [5, 5, 6, 6]])
    assert torch.allclose(pair_iou(first, second), torch.tensor([4 / 12, 0.0]))


def test_best_per_target_keeps_the_top_of_each():
    metric, target = torch.tensor([0.1, 0.9, 0.5, 0.3, 0.8]), torch.tensor([0, 1, 1, 1, 1])
    fits = torch.tensor([True, True, True, True, False])
    assert best_per_target(metric, target, fits, 2, 2).tolist() == [True, True, True, False, False]


def test_an_anchor_goes_to_its_best_pair():
    metric, key = torch.tensor([0.2, 0.7, 0.1, 0.9, 0.7]), torch.tensor([3, 3, 13, 3, 3])
    fits = torch.tensor([True, True, True, False, True])
    assert unique_anchor(metric, key, fits, 20).tolist() == [False, True, True, False, False]


def test_the_best_candidate_should_score_its_iou():
    targets, centres = targets_of((0, 0, 16, 24)), centres_for(64)
    boxes = torch.zeros(1, len(centres), 4)
    boxes[0, 9] = torch.tensor([0, 0, 16, 12.0])
    found = assign(torch.full((1, len(centres)), 0.5), boxes, targets, centres)
    best = found.quality[found.anchor == 9]
    assert torch.allclose(best, torch.tensor([0.5]))
    assert found.quality.max() == best


def two_levels():
    """A frame with an object (8..24) in another (0..48), the outer one in a row of its own."""
    inner, outer = targets_of((8, 8, 24, 24)), targets_of((0, 0, 48, 48))
    labels = torch.cat((inner.labels, outer.labels))
    boxes = torch.cat((inner.boxes, outer.boxes))
    return Targets(boxes, torch.tensor([0, 1]), torch.tensor([1, 1]).int(), labels, torch.tensor([0, 0]))


def test_an_object_that_is_not_asked_for_gets_the_candidates_that_fire_on_it():
    targets, centres = two_levels(), centres_for(64)
    boxes = torch.tensor([0.0, 0, 48, 48]).repeat(1, len(centres), 1)
    scores = torch.full((1, len(centres)), 0.01)
    scores[0, [27, 36]] = 0.3  # centres 28, 28 and 36, 36
    found = assign(scores, boxes, targets, centres)
    assert found.anchor[~found.asked].tolist() == [27, 36] and (found.target[~found.asked] == 1).all()
    assert found.quality[~found.asked].tolist() == [1, 1] and (found.image == 0).all()


def test_an_object_that_is_asked_for_keeps_its_candidates():
    targets, centres = two_levels(), centres_for(64)
    boxes = torch.tensor([0.0, 0, 48, 48]).repeat(1, len(centres), 1)
    found = assign(torch.full((1, len(centres)), 0.3), boxes, targets, centres)
    # centres on 8..24: 12 and 20 of stride 8, 8 of stride 16 (24 is outside), 16 of stride 32
    assert sorted(found.anchor[found.asked].tolist()) == [9, 10, 17, 18, 64, 80]
    assert not set(found.anchor[found.asked].tolist()) & set(found.anchor[~found.asked].tolist())
