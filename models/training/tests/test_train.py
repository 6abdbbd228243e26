import time

import cv2
import numpy as np
import pytest
import torch

from fastsam_train import train
from fastsam_train.augment import Crop
from fastsam_train.batches import COLOUR_SHARE, BatchStream, CropStream, collate, draw_shares, item_shares
from fastsam_train.data import UNUSABLE, create_item, is_held_out, read_set
from fastsam_train.network import FastSam
from fastsam_train.optimizer import Average, Muon, orthogonal, parameter_groups
from fastsam_train.shrink import shrink
from test_finetune import write_set


def options(tmp_path, *more, run="run"):
    return ["--data", str(tmp_path / "own"), "--run", str(tmp_path / run), "--batch", "2", "--size", "64",
            "--workers", "0", *more]  # fmt: skip


def test_a_run_goes_on_where_it_stopped(tmp_path):
    write_set(tmp_path / "own")
    train.main(options(tmp_path, "--seconds", "0"))
    first = torch.load(tmp_path / "run" / "last.pt", weights_only=True)["step"]
    train.main(options(tmp_path, "--seconds", "0"))
    assert torch.load(tmp_path / "run" / "last.pt", weights_only=True)["step"] == first + 1


def test_the_columns_of_the_log_hold_what_they_say_where_crops_without_objects_come_first(tmp_path):
    trainer = train.Trainer(train.Plan(widths=(8, 8, 16, 16, 16), hidden=16), torch.device("cpu"))
    log = train.Log(tmp_path / "log.csv", 1)
    item = create_item("a", "0", np.full((64, 64), 9, np.uint8), np.kron(np.eye(4, dtype=np.uint16), np.ones((16, 16), np.uint16)))
    crop = Crop(np.zeros((64, 64, 3), np.uint8), np.zeros((64, 64), np.int32), np.zeros((0, 4), np.float32))
    full = Crop(crop.image, item.labels.astype(np.int32), np.float32([[0, 0, 64, 64]]))
    for one in (full, crop):
        log.add(trainer, trainer.train_step([collate([(one, 1.0)])], 1.0), 1.0)
    names, first, second = [line.split(",") for line in (tmp_path / "log.csv").read_text().splitlines()]
    assert names[3:] == ["score", "box", "sides", "mask", "overlap", "edge", "gradient"]
    assert len(first) == len(second) == len(names)
    assert float(second[names.index("box")]) == 0 < float(first[names.index("box")])


def test_a_run_tells_where_its_time_goes(tmp_path, capsys):
    write_set(tmp_path / "own")
    train.main(options(tmp_path, "--seconds", "2", "--profile", "1", "--graphs"))
    assert "aten::" in capsys.readouterr().out


def test_a_shrunk_state_starts_a_run(tmp_path):
    write_set(tmp_path / "own")
    train.main(options(tmp_path, "--seconds", "0"))
    small = shrink(torch.load(tmp_path / "run" / "last.pt", weights_only=True))
    torch.save(small, tmp_path / "small.pt")
    assert (tmp_path / "small.pt").stat().st_size < 8e6
    train.main(options(tmp_path, "--seconds", "0", "--start-from", str(tmp_path / "small.pt"), run="other"))
    state = torch.load(tmp_path / "other" / "last.pt", weights_only=True)
    assert state["step"] == 2 and state["began"] == 1  # the optimiser warms up anew


def test_a_wider_network_starts_from_a_narrow_state(tmp_path):
    write_set(tmp_path / "own")
    narrow, wide = (["--widths", *map(str, widths), "--hidden", "16"] for widths in ((8, 8, 16, 16, 16), (8, 16, 32, 32, 32)))
    train.main(options(tmp_path, "--seconds", "0", *narrow))
    start = ["--start-from", str(tmp_path / "run" / "last.pt"), "--reuse", "2"]
    train.main(options(tmp_path, "--seconds", "0", *wide, *start, run="wide"))
    state = torch.load(tmp_path / "wide" / "last.pt", weights_only=True)
    assert state["network_settings"]["widths"] == [8, 16, 32, 32, 32] and state["step"] == 2 and state["began"] == 1


def test_frozen_statistics_stay_and_are_the_same_in_every_lane(tmp_path):
    write_set(tmp_path / "own")
    train.main(options(tmp_path, "--seconds", "0"))
    start = ["--start-from", str(tmp_path / "run" / "last.pt"), "--freeze-statistics"]
    train.main(options(tmp_path, "--seconds", "0", *start, run="frozen"))
    before, after = (torch.load(tmp_path / run / "last.pt", weights_only=True) for run in ("run", "frozen"))
    moved = [k for k, v in after["average"].items() if not torch.equal(v, before["average"][k])]
    assert moved and not any("running" in name for name in moved)
    trainer = train.Trainer(train.Plan(lanes=2, freeze_statistics=True), torch.device("cpu"))
    trainer.load({**before, "network": before["average"]})
    image = torch.rand(1, 3, 64, 64)
    box, twin = (network(image)[0] for network in trainer.lanes.replicas)
    assert torch.equal(box, twin) and torch.equal(box, trainer.average.network(image)[0])


def test_statistics_are_frozen_of_a_trained_network_only(tmp_path):
    write_set(tmp_path / "own")
    with pytest.raises(SystemExit, match="name one with --start-from"):
        train.main(options(tmp_path, "--freeze-statistics"))


def test_images_on_which_nothing_is_to_be_seen_are_left_out(tmp_path):
    write_set(tmp_path / "superalloy_gamma")
    name = next(stem for folder, stem in UNUSABLE if folder == "superalloy_gamma")
    for level in ("images", "labels"):
        (tmp_path / "superalloy_gamma" / level / "0.png").rename(tmp_path / "superalloy_gamma" / level / f"{name}.png")
    stems = [item.stem for held in (True, False) for item in read_set(tmp_path / "superalloy_gamma", held)]
    assert stems and name not in stems


def test_two_sets_of_one_name_are_named(tmp_path):
    first, second = (write_set(tmp_path / day / "cells") for day in ("day1", "day2"))
    for more in (["--data", str(first), str(second)], ["--data", str(first), "--synthetic", str(second)]):
        with pytest.raises(SystemExit, match="two sets are called cells: .*day1/cells and .*day2/cells"):
            train.main([*options(tmp_path), *more])


def test_data_without_labels_end_with_the_name(tmp_path):
    write_set(tmp_path / "own")
    (tmp_path / "own" / "labels" / "0.png").unlink()
    with pytest.raises(SystemExit, match="images/0 has no label image"):
        train.main(options(tmp_path))


def test_orthogonal_has_singular_values_near_one():
    values = torch.linalg.svdvals(orthogonal(torch.randn(24, 90)))
    assert 0.6 < values.min() and values.max() < 1.3


def test_muon_keeps_the_norm_of_hidden_convolutions():
    network = FastSam(widths=(8, 8, 16, 16, 16), hidden=16)
    weight = network.backbone.stages[0][0][0].weight
    before, norm = weight.detach().clone(), weight.norm().item()
    optimizer = Muon(parameter_groups(network, train.Plan()))
    sum(o.square().mean() for o in network(torch.rand(2, 3, 64, 64))).backward()
    optimizer.step()
    assert weight.norm().item() == pytest.approx(norm, rel=1e-4) and not torch.equal(weight, before)


@pytest.mark.parametrize("muon", [True, False])
def test_parameters_stepped_together_move_as_if_alone(muon):
    torch.manual_seed(0)
    start = [torch.randn(8, 4, 3, 3) for _ in range(3)]
    gradients = [[torch.randn_like(w) for w in start] for _ in range(3)]

    def trained(numbers):
        weights = [torch.nn.Parameter(start[i].clone()) for i in numbers]
        optimizer = Muon([{"params": weights, "muon": muon, "rate": 0.02}])
        for step in gradients:
            for weight, i in zip(weights, numbers):
                weight.grad = step[i].clone()
            optimizer.step()
        return weights

    together, alone = trained([0, 1, 2]), [trained([i])[0] for i in range(3)]
    assert all(torch.allclose(a, b, atol=1e-5) for a, b in zip(together, alone))
    assert not torch.allclose(together[0], start[0], atol=1e-3)


def test_the_average_moves_towards_the_network():
    network = torch.nn.Linear(2, 1)
    average = Average(network, 0.9)
    before = average.network.weight.clone()
    with torch.no_grad():
        network.weight.add_(1)
    average.update()
    assert torch.allclose(average.network.weight - before, torch.full((1, 2), 1 - 2 / 11))


def test_two_lanes_give_the_mean_gradient():
    torch.manual_seed(0)
    lanes = train.Lanes(torch.nn.Linear(3, 1, bias=False), 2)
    inputs = [torch.tensor([[1.0, 2, 3]]), torch.tensor([[3.0, 2, 1]])]
    lanes.map(lambda network, x: network(x).sum().backward(), inputs)
    lanes.gather_gradients()
    assert lanes.replicas[0].weight.grad.tolist() == [[2, 2, 2]]


def test_sets_are_drawn_by_share_and_synthetic_ones_together():
    shares = draw_shares({"x": [], "dsb2018_train": [], "made": []}, {"made"}, 0.4)
    assert shares["made"] == pytest.approx(0.4) and shares["dsb2018_train"] == pytest.approx(0.5)


def two_squares():
    labels = np.zeros((64, 64), np.uint16)
    labels[8:30, 8:30], labels[40:60, 30:60] = 1, 2
    return create_item("x", "a", np.uint8(labels > 0) * 99, labels)


def test_batches_number_the_objects_image_by_image():
    stream = CropStream({"x": [two_squares()]}, {"x": 1.0}, (64,), 3, 0)
    batch = collate(next(iter(stream)))
    assert batch["images"].shape == (3, 64, 64, 3) and len(batch["boxes"]) > 0
    assert batch["scene"].tolist() == [0, 1, 2]
    for box, row, label in zip(batch["boxes"], batch["row"], batch["label"]):
        ys, xs = torch.nonzero(batch["labels"][row] == label, as_tuple=True)
        assert [xs.min(), ys.min(), xs.max() + 1, ys.max() + 1] == box.tolist()


def test_outer_levels_come_after_the_crops_that_they_lie_on():
    small, large = np.zeros((8, 8), np.int32), np.zeros((8, 8), np.int32)
    small[2:4, 2:4], large[1:7, 1:7] = 1, 1
    image, inner, outer = np.zeros((8, 8, 3), np.uint8), np.float32([[2, 2, 4, 4]]), np.float32([[1, 1, 7, 7]])
    crops = [Crop(image, large, outer), Crop(image, small, inner, (large, outer)), Crop(image, large, outer)]
    batch = collate([(crop, 1.0) for crop in crops])
    assert batch["scene"].tolist() == [0, 1, 2, 1] and batch["row"].tolist() == [0, 1, 2, 3]
    assert batch["boxes"][3].tolist() == [1, 1, 7, 7] and (batch["labels"][3] == torch.from_numpy(large)).all()
    assert len(batch["images"]) == len(batch["negative"]) == 3


def test_gradients_are_cut_and_none_is_left_where_one_is_not_finite():
    weights = [torch.nn.Parameter(torch.zeros(2)) for _ in range(2)]
    weights[0].grad, weights[1].grad = torch.tensor([3.0, 0]), torch.tensor([0.0, 4])
    assert train.clip_gradients(weights, 2.5) == 5 and torch.allclose(weights[1].grad, torch.tensor([0.0, 2]))
    weights[0].grad = torch.tensor([torch.inf, 1])
    train.clip_gradients(weights, 2.5)
    assert all(w.grad.tolist() == [0, 0] for w in weights)


def test_batches_of_every_size_have_about_as_many_pixels():
    stream = iter(CropStream({"x": [two_squares()]}, {"x": 1.0}, (64, 32, 96), 8, 0))
    shapes = {collate(next(stream))["images"].shape[:2] for _ in range(30)}
    assert shapes == {(8, 64), (32, 32), (4, 96)}


def test_a_worker_prepares_batches_after_opencv_was_at_work():
    cv2.warpAffine(np.zeros((3000, 3000), np.float32), np.eye(2, 3), (3000, 3000))
    time.sleep(0.5)  # threads of its own would have gone to sleep by then
    stream = BatchStream({"x": [two_squares()]}, set(), train.Plan(batch=2, size=(64,)), 0, workers=1)
    stream.loader.timeout = 30
    assert next(iter(stream))["images"].shape == (2, 64, 64, 3)


def test_held_out_sources_are_never_trained_on():
    assert is_held_out("dsb2018_val", "anything") and not is_held_out("dsb2018_train", "anything")
    assert is_held_out("superalloy_gamma", "spot3_0d_3") and not is_held_out("superalloy_gamma", "spot2_0d_0")
    assert is_held_out("u2os_nuclei", "B24_s9") and is_held_out("neuron_bright", "img081")
    assert is_held_out("fly_embryo", "7d44_1") and not is_held_out("fly_embryo", "1d30_1")


def test_colour_images_are_drawn_more_often_within_a_set():
    labels = np.ones((8, 8), np.uint16)
    grey, colour = np.zeros((8, 8), np.uint8), np.zeros((8, 8, 3), np.uint8)
    items = [create_item("x", str(i), image, labels) for i, image in enumerate((grey, colour, grey))]
    shares = item_shares(items)
    assert shares.sum() == pytest.approx(1) and shares[1] / shares[0] == pytest.approx(COLOUR_SHARE)
    assert item_shares(items[:1]) == [1.0]
