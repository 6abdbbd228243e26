import argparse

import pytest
import torch

from fastsam_train import finetune, train
from fastsam_train.data import DataError
from fastsam_train.options import clock_time, file_to_write, folder_to_fill, number, whole
from fastsam_train.states import read_state


@pytest.mark.parametrize(
    "kind, good, bad",
    [
        (whole(1), "3", ["0", "2.5", "x", ""]),
        (whole(32, 32), "96", ["100", "0", "-32"]),
        (number(0), "1e-3", ["-1", "nan", "inf", "1,5"]),
        (number(0, 1), "0.35", ["1.1"]),
        (clock_time, "7:05", ["25:00", "12:60", "noon", "12", "12:5"]),
    ],
)
def test_values_out_of_their_range_are_named(kind, good, bad):
    kind(good)
    for text in bad:
        with pytest.raises(argparse.ArgumentTypeError, match=f"must be .*, but was '{text}'"):
            kind(text)


def test_the_folder_of_a_file_to_write_is_made_before_the_work(tmp_path):
    assert file_to_write(str(tmp_path / "new" / "mine.onnx")).parent.is_dir()
    (tmp_path / "file").touch()
    for kind, path in ((file_to_write, tmp_path), (file_to_write, tmp_path / "file" / "m.onnx"), (folder_to_fill, tmp_path / "file")):
        with pytest.raises(argparse.ArgumentTypeError):
            kind(str(path))


@pytest.mark.parametrize("tool", [train, finetune])
def test_a_crop_that_the_network_cannot_take_ends_before_the_work(tool, tmp_path, capsys):
    with pytest.raises(SystemExit, match="2"):
        tool.main(["--data", str(tmp_path), "--run", str(tmp_path), "--size", "100"])
    assert "--size: must be a multiple of 32 from 32 on, but was '100'" in capsys.readouterr().err


def test_files_that_are_no_state_are_named(tmp_path):
    (tmp_path / "a.pt").write_bytes(b"no state")
    torch.save({"step": 1}, tmp_path / "b.pt")
    for name in ("a.pt", "b.pt"):
        with pytest.raises(DataError, match=f"{name} is no state of this trainer"):
            read_state(tmp_path / name, "cpu")
    with pytest.raises(DataError, match="c.pt cannot be read: No such file"):
        read_state(tmp_path / "c.pt", "cpu")
