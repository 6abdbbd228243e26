import argparse
import re

import numpy as np
import pytest

from fastsam_train import evaluate
from fastsam_train.evaluate import average_precision, evaluate_set, overlaps, recall, wanted_levels
from fastsam_train.data import read_set
from fastsam_train.predict import OnnxRunner, Settings
from fastsam_train.scale_study import weighted_median
from fastsam_train.synth.__main__ import main
from test_finetune import write_set


def test_overlaps_of_hand_drawn_labels():
    truth = np.array([[1, 1, 0], [7, 7, 7]])
    found = np.array([[4, 0, 0], [2, 2, 4]])
    # found ids in order: 2, 4
    assert np.allclose(overlaps(truth, found), [[0, 1 / 3], [2 / 3, 1 / 4]])


def test_precision_counts_hits_over_all_objects_of_both():
    truth = np.array([[1, 1, 0, 2, 2]])
    found = np.array([[1, 1, 0, 0, 3]])
    values = average_precision(truth, found)
    assert values[0] == pytest.approx(1 / 3)  # 0.5 is not above 0.5


def test_empty_truth_and_empty_result_is_perfect():
    none = np.zeros((3, 4), int)
    assert average_precision(none, none)[0] == 1 and average_precision(none, none + 1)[0] == 0


def test_weighted_median():
    assert weighted_median(np.array([5.0, 1, 9]), np.array([1.0, 1, 4])) == 9


def test_the_bundled_model_finds_nuclei(shared_data):
    from conftest import TRAINING

    model = TRAINING.parent / "fastsam-microscopy.onnx"
    if not model.exists():
        pytest.skip("no exported model")
    items = read_set(shared_data / "dsb2018_val", True)[::10]
    half, _, _ = evaluate_set(OnnxRunner(model), items, "auto", Settings())
    assert half > 0.5


def test_recall_is_the_share_of_the_truth_that_is_met():
    truth = np.array([[1, 1, 0, 2, 2, 3]])
    assert recall(truth, np.array([[1, 1, 0, 0, 3, 4]])) == pytest.approx(2 / 3)
    assert recall(truth, truth * 0) == 0 and recall(truth * 0, truth) == 1


def test_both_levels_are_judged_by_themselves(tmp_path):
    main(["--out", str(tmp_path), "--count", "2", "--kinds", "two_levels", "--seed", "3"])
    wanted = argparse.Namespace(sets=None, all=True, most=9)
    levels = wanted_levels("synth_two_levels", tmp_path / "synth_two_levels", wanted)
    assert {name: len(found) for name, found in levels.items()} == {"synth_two_levels": 2, "synth_two_levels/inner": 2}
    assert wanted_levels("synth_two_levels", tmp_path / "synth_two_levels", argparse.Namespace(sets=["other"])) == {}


@pytest.mark.parametrize(
    "more, says",
    [
        (["--sets", "onw"], "--sets: there is no set onw; there are own"),
        ([], "no image of .* is held out: --all judges every image"),
        (["--scales", "d"], "--scales: must be a number from 0.001 on, but was ''"),
        (["--scales", "x2"], "--scales: must be a number from 0.001 on, but was 'x2'"),
    ],
)
def test_a_figure_of_no_image_is_an_error(tmp_path, monkeypatch, capsys, more, says):
    write_set(tmp_path / "own")
    monkeypatch.setattr(evaluate, "open_runner", lambda path: None)
    with pytest.raises(SystemExit, match="2"):
        evaluate.main(["--model", "a.onnx", "--data", str(tmp_path / "own"), *more])
    assert re.search(says, capsys.readouterr().err)
