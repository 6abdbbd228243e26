import numpy as np

from fastsam_train.accuracy import MEASURES, evaluate
from fastsam_train.compare import rows_of, verdict

ROW = [0.8, 0.02, 0.6, 0.0, 0.5, 0.01]


def test_rows_hold_the_new_figures_and_the_changes(capsys):
    figures = {"a.onnx": 0.5, "b.onnx": 0.75}

    def measure(fastsam, folder, options):
        return dict.fromkeys(("ap_50", "ap_75", "ap_50_95"), figures[options[1]])

    assert rows_of({"x": "folder"}, ["a.onnx", "b.onnx"], "fastsam", measure) == {"x": [0.75, 0.25] * 3}
    assert "| x | 0.750 | 0.250 |" in capsys.readouterr().out


def test_better_is_what_rises_without_a_set_that_loses():
    assert verdict({"x": ROW, "y": ROW}, (0, 0), 0.02) == "better: AP@0.5 0.800 (+0.020), mean AP 0.500 (+0.010)"


def test_a_set_that_loses_is_named():
    worse = [0.7, -0.03, 0.6, 0.0, 0.5, 0.0]
    assert verdict({"x": ROW, "y": ROW, "z": worse}, (0, 0), 0.02) == "not better: z loses"
    assert verdict({"x": ROW, "y": ROW, "z": worse}, (0, 0), 0.05).startswith("better")


def test_means_that_do_not_rise_and_objects_where_there_are_none_count():
    same = [0.8, 0.0, 0.6, 0.0, 0.5, 0.0]
    assert verdict({"x": same}, (0, 0), 0.02) == "not better: means change by +0.000 and +0.000"
    assert verdict({"x": ROW}, (0, 2), 0.02) == "not better: 2 objects in images without any, 0 before"


def test_the_mean_is_the_tables_own_and_may_lack_an_overlap(tmp_path):
    (tmp_path / "images").mkdir()
    table = ["image," + ",".join(MEASURES), "mean1,1,1,1,1,1,1", "mean of images,0,0,0,0,1,", "pooled,0,0,0,0,1,"]
    (tmp_path / "table").write_text("\n".join(table))
    fastsam = tmp_path / "fastsam"
    fastsam.write_text(f'#!/bin/sh\n[ "$1" = segment ] || cp "{tmp_path}/table" "{tmp_path}/scores.csv"\n')
    fastsam.chmod(0o755)
    found = evaluate(fastsam, tmp_path)
    assert [found[name] for name in MEASURES[:5]] == [0, 0, 0, 0, 1] and np.isnan(found["mean_matched_iou"])
