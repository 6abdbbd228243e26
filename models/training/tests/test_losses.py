import torch
from torch.nn import functional

from fastsam_train.assignment import Matches, Targets
from fastsam_train.losses import (
    Sampling, complete_iou, distribution_loss, edge_points, loss, mask_logits, mask_loss, outline, sample_points, truth_at,
)  # fmt: skip
from fastsam_train.network import FastSam


PARTS = ("score", "box", "sides", "mask", "overlap", "edge")


def targets_of(boxes, row, label, labels):
    """Of images whose every object is asked for."""
    return Targets(boxes, row, label, labels, torch.arange(len(labels)))


def test_distribution_loss_is_zero_when_the_two_bins_share_rightly():
    logits = torch.full((1, 4, 16), -30.0)
    logits[..., 3] = 0
    assert distribution_loss(logits, torch.full((1, 4), 3.0)).item() < 1e-6


def test_distribution_loss_between_bins_is_the_entropy_of_the_shares():
    logits = torch.full((1, 4, 16), -30.0)
    logits[..., 3], logits[..., 4] = torch.log(torch.tensor(0.75)), torch.log(torch.tensor(0.25))
    wanted = -(0.75 * torch.log(torch.tensor(0.75)) + 0.25 * torch.log(torch.tensor(0.25)))
    assert torch.allclose(distribution_loss(logits, torch.full((1, 4), 3.25)), wanted)


def test_complete_iou_of_equal_boxes_is_one():
    box = torch.tensor([[2.0, 3, 10, 7]])
    assert torch.allclose(complete_iou(box, box), torch.ones(1))


def test_complete_iou_takes_off_the_distance_of_centres():
    first, second = torch.tensor([[0.0, 0, 4, 2]]), torch.tensor([[2.0, 0, 6, 2]])
    assert torch.allclose(complete_iou(first, second), torch.tensor([1 / 3 - 4 / 40]))


def test_mask_logits_equal_bilinear_upsampling_at_pixel_centres():
    prototypes = torch.randn(2, 32, 6, 10)
    coefficients = torch.randn(1, 32)
    ys, xs = torch.meshgrid(torch.arange(24) + 0.5, torch.arange(40) + 0.5, indexing="ij")
    points = torch.stack((xs, ys), -1).reshape(1, -1, 2)
    logits = mask_logits(coefficients, prototypes, torch.tensor([1]), points).view(24, 40)
    combined = torch.einsum("c,chw->hw", coefficients[0], prototypes[1])
    wanted = functional.interpolate(combined[None, None], (24, 40), mode="bilinear", align_corners=False)
    assert torch.allclose(logits, wanted[0, 0], atol=1e-4)


def test_mask_logits_keep_the_order_of_mixed_images():
    prototypes = torch.arange(2.0)[:, None, None, None].expand(2, 32, 4, 4)
    points = torch.full((3, 1, 2), 8.0)
    logits = mask_logits(torch.ones(3, 32), prototypes, torch.tensor([1, 0, 1]), points)
    assert logits[:, 0].tolist() == [32, 0, 32]


def test_objects_that_no_candidate_is_held_to_leave_the_loss_a_number():
    network, images = FastSam((8, 8, 16, 16, 16), 16), torch.rand(1, 3, 64, 64)
    labels = torch.zeros(2, 64, 64, dtype=torch.int32)
    labels[1, 10:50, 10:50] = 1
    box = torch.tensor([[10.0, 10, 50, 50]])
    outer = Targets(box, torch.tensor([1]), torch.tensor([1]), labels, torch.tensor([0, 0]))
    total, parts = loss(network(images), images, outer, torch.ones(1))
    total.backward()
    assert total.isfinite() and parts["mask"] == parts["overlap"] == parts["edge"] == 0
    assert all(parameter.grad.isfinite().all() for parameter in network.parameters())


def test_points_cover_the_enlarged_box():
    points = sample_points(torch.tensor([[10.0, 20, 30, 60]]), Sampling(grid=40, enlarge=1.5))[0]
    assert points.min(0).values.tolist() > [3.9, 8.9]
    assert (points.max(0).values < torch.tensor([36.1, 71.1])).all()
    assert torch.allclose(points.mean(0), torch.tensor([20.0, 40.0]), atol=0.5)


def test_truth_is_the_label_under_the_point_and_unknown_outside():
    labels = torch.tensor([[[0, 2], [-1, 2]]], dtype=torch.int32)
    targets = targets_of(torch.zeros(1, 4), torch.zeros(1).long(), torch.tensor([2]), labels)
    points = torch.tensor([[[1.5, 0.5], [0.5, 0.5], [0.5, 1.5], [2.5, 0.5]]])
    truth, known = truth_at(points, torch.tensor([0]), targets, torch.tensor([0]))
    assert truth.tolist() == [[1, 0, 0, 0]] and known.tolist() == [[1, 1, 0, 0]]


def squares():
    """Objects 1 (4 x 2 pixels from x 2, y 3) and 2 (all of the second frame) in frames of 8 x 8."""
    labels = torch.zeros(2, 8, 8, dtype=torch.int16)
    labels[0, 3:5, 2:6], labels[1] = 1, 1
    boxes = torch.tensor([[2.0, 3, 6, 5], [0, 0, 8, 8]])
    return targets_of(boxes, torch.tensor([0, 1]), torch.tensor([1, 1]).int(), labels)


def test_an_outline_lies_between_the_pixels_and_not_at_the_frame():
    image, y, x, toward = outline(squares().labels)
    points = torch.stack((x, y), 1) + 0.5 + toward
    assert len(points) == 12 and image.unique().tolist() == [0]  # 4 + 2 + 4 + 2 sides of pixels
    on = (points[:, 0] == 2) | (points[:, 0] == 6) | (points[:, 1] == 3) | (points[:, 1] == 5)
    assert on.all() and points.mean(0).tolist() == [4, 4]


def test_edge_points_lie_about_their_object_and_are_unknown_where_it_has_no_outline():
    targets = squares()
    points = edge_points(targets, torch.tensor([1, 0]), Sampling(edge_points=500, edge_spread=0.0))
    assert points.shape == (2, 500, 2)
    assert points[1].min(0).values.tolist() == [2, 3] and points[1].max(0).values.tolist() == [6, 5]
    _, known = truth_at(points, torch.tensor([1, 0]), targets, torch.tensor([1, 0]))
    assert known.sum(1).tolist() == [0, 500]


def test_a_mask_a_pixel_off_costs_more_at_its_outline_than_over_its_box():
    labels = torch.zeros(1, 64, 64, dtype=torch.int32)
    labels[0, 16:48, 16:48] = 1
    torch.manual_seed(0)
    targets = targets_of(torch.tensor([[16.0, 16, 48, 48]]), torch.zeros(1).long(), torch.ones(1).int(), labels)
    found = Matches(torch.zeros(1).long(), torch.zeros(1).long(), torch.zeros(1).long(), torch.ones(1), torch.ones(1).bool())
    prototypes = torch.full((1, 32, 16, 16), -1.0)
    prototypes[:, :, 5:11, 5:11] = 1  # 20..44 instead of 16..48
    coefficients = torch.full((1, 1, 32), 0.25)
    at_grid, _, at_edge = mask_loss(coefficients, prototypes, found, targets, Sampling())
    assert at_edge > 2 * at_grid


def test_what_lies_about_the_inner_level_is_known_not_to_be_the_object():
    labels = torch.full((1, 2, 2), -2)
    labels[0, 0, 0] = 1
    targets = targets_of(torch.zeros(1, 4), torch.zeros(1).long(), torch.tensor([1]), labels)
    truth, known = truth_at(torch.tensor([[[0.5, 0.5], [1.5, 1.5]]]), torch.tensor([0]), targets, torch.tensor([0]))
    assert truth.tolist() == [[1, 0]] and known.tolist() == [[1, 1]]


def outputs_for(size, score):
    """Box sides of 3 strides, equal scores, coefficients and prototypes for one frame."""
    count = sum((size // stride) ** 2 for stride in (8, 16, 32))
    sides = torch.zeros(1, count, 4, 16)
    sides[..., 3] = 20
    values = (sides.flatten(2), torch.full((1, count), score), torch.ones(1, count, 32), torch.randn(1, 32, size // 4, size // 4))
    return [value.requires_grad_() for value in values]


def test_of_the_outer_level_masks_and_boxes_are_asked_where_the_network_fires_and_scores_nowhere():
    torch.manual_seed(0)
    inner, outer = torch.zeros(64, 64).int(), torch.zeros(64, 64).int()
    inner[28:32, 28:32], outer[8:56, 8:56] = 1, 1
    inner[(inner == 0) & (outer > 0)] = -2
    boxes, rows = torch.tensor([[28.0, 28, 32, 32], [8, 8, 56, 56]]), torch.tensor([0, 1])

    def gradients(score, levels):
        targets = Targets(boxes[:levels], rows[:levels], torch.ones(levels).int(), torch.stack((inner, outer))[:levels],
                          torch.zeros(levels).long())  # fmt: skip
        outputs = outputs_for(64, score)
        total, parts = loss(outputs, torch.zeros(1, 3, 64, 64), targets, torch.ones(1))
        return torch.autograd.grad(total, outputs), parts

    (box, score, coefficients, _), _ = gradients(1.0, 2)
    (_, alone, _, _), _ = gradients(1.0, 1)
    assert torch.equal(score, alone)
    held = (coefficients[0].abs().sum(1) > 0).nonzero()[:, 0]
    assert len(held) > 2 and (box[0, held].abs().sum(1) > 0).all()
    (_, _, quiet, _), _ = gradients(-5.0, 2)  # a score of 0.007
    assert (quiet[0].abs().sum(1) > 0).sum() == 1  # the inner object's one candidate


def test_the_network_learns_one_image():
    torch.manual_seed(0)
    network = FastSam(widths=(8, 8, 16, 16, 16), hidden=16)
    labels = torch.zeros(1, 64, 64, dtype=torch.int32)
    labels[0, 10:40, 16:52] = 1
    images = (labels > 0).float()[:, None].expand(1, 3, 64, 64)
    targets = targets_of(torch.tensor([[16.0, 10, 52, 40]]), torch.zeros(1).long(), torch.ones(1).int(), labels)
    optimizer = torch.optim.AdamW(network.parameters(), 5e-3)
    totals = []
    for _ in range(30):
        total, _ = loss(network(images), images, targets, torch.ones(1))
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        totals.append(float(total))
    assert totals[-1] < 0.6 * totals[0]


def test_images_without_objects_have_a_score_loss_only():
    network = FastSam(widths=(8, 8, 16, 16, 16), hidden=16)
    images = torch.zeros(1, 3, 64, 64)
    none = targets_of(torch.zeros(0, 4), torch.zeros(0).long(), torch.zeros(0).int(), torch.zeros(1, 64, 64).int())
    _, parts = loss(network(images), images, none, torch.ones(1))
    assert parts["score"] > 0
    assert {name: float(value) for name, value in parts.items() if name != "score"} == dict.fromkeys(PARTS[1:], 0.0)
