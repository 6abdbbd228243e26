import cv2
import numpy as np
import pytest

from fastsam_train import batches, finetune
from fastsam_train.data import DataError, read_labels
from fastsam_train.network import FastSam
from fastsam_train.train import Plan, Trainer, save


def write_set(folder, count=3, label_shape=(96, 120), objects=True):
    for sub in ("images", "labels"):
        (folder / sub).mkdir(parents=True)
    for number in range(count):
        labels = np.zeros(label_shape, np.uint16)
        labels[10:50, 20:60] = 3 * objects
        labels[60:80, 70:110] = 9 * objects
        cv2.imwrite(str(folder / "images" / f"{number}.png"), np.uint8(np.random.default_rng(number).integers(99, size=(96, 120))))
        cv2.imwrite(str(folder / "labels" / f"{number}.png"), labels)
    return folder


def test_a_missing_label_is_named(tmp_path):
    folder = write_set(tmp_path / "own")
    (folder / "labels" / "1.png").unlink()
    with pytest.raises(DataError, match="images/1 has no label image"):
        finetune.read_own(folder)


def test_a_label_without_image_is_named(tmp_path):
    folder = write_set(tmp_path / "own")
    (folder / "images" / "2.png").unlink()
    with pytest.raises(DataError, match="2.png has no image of the same name"):
        finetune.read_own(folder)


@pytest.mark.parametrize("level", ["images", "labels"])
def test_two_files_of_one_name_are_named(tmp_path, level):
    folder = write_set(tmp_path / "own")
    cv2.imwrite(str(folder / level / "1.tif"), np.zeros((96, 120), np.uint16))
    with pytest.raises(DataError, match="own/" + level + " has 1.png and 1.tif: which of them is meant?"):
        finetune.read_own(folder)


def test_labels_of_another_size_are_named_with_both_sizes(tmp_path):
    with pytest.raises(DataError, match="100 x 90 pixels but 0.png is 120 x 96"):
        finetune.read_own(write_set(tmp_path / "own", label_shape=(90, 100)))


def test_colour_labels_are_refused(tmp_path):
    cv2.imwrite(str(tmp_path / "x.png"), np.zeros((4, 4, 3), np.uint8))
    with pytest.raises(DataError, match="not a gray label image"):
        read_labels(tmp_path / "x.png")


def test_a_folder_without_any_object_is_refused(tmp_path):
    with pytest.raises(DataError, match="none of the label images"):
        finetune.read_own(write_set(tmp_path / "own", objects=False))


def test_an_image_without_objects_among_others_is_fine(tmp_path):
    folder = write_set(tmp_path / "own")
    cv2.imwrite(str(folder / "labels" / "0.png"), np.zeros((96, 120), np.uint16))
    assert len(finetune.read_own(folder)["own own"]) == 3


def test_a_folder_that_does_not_exist_ends_with_its_name(tmp_path):
    with pytest.raises(SystemExit, match="does not exist"):
        finetune.main(["--data", str(tmp_path / "no"), "--run", str(tmp_path), "--out", "x.onnx"])


def test_every_sixth_image_is_kept_aside_when_there_are_ten(tmp_path):
    train, kept = finetune.split(finetune.read_own(write_set(tmp_path / "own", 12)))
    assert [item.stem for item in kept] == ["3", "9"] and len(train["own own"]) == 10


def test_images_are_kept_aside_through_all_sets(tmp_path):
    for name, count in (("a", 5), ("b", 1), ("c", 4)):
        write_set(tmp_path / "own" / name, count)
    train, kept = finetune.split(finetune.read_own(tmp_path / "own"))
    assert [(item.set, item.stem) for item in kept] == [("own b", "0")]
    assert {name: len(items) for name, items in train.items()} == {"own a": 5, "own c": 4}


def test_a_set_called_like_one_of_ours_is_taken_as_it_is(tmp_path):
    items = finetune.read_own(write_set(tmp_path / "bolts"))
    assert [item.shift for found in items.values() for item in found] == 3 * [(0.0, 0.0)]
    assert not set(items) & (set(batches.SHARES) | batches.INCOMPLETE)


@pytest.mark.parametrize("part", ["read_own", "report", "tune"])
def test_an_interrupt_ends_it_with_words_whatever_it_does(tmp_path, monkeypatch, part):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(finetune, part, interrupted)
    own = write_set(tmp_path / "own", 3)
    with pytest.raises(SystemExit, match="stopped; call again to go on"):
        finetune.main(["--data", str(own), "--run", str(tmp_path / "run"), "--out", str(tmp_path / "own.onnx")])


def test_fine_tuning_resumes_and_writes_a_model(tmp_path):
    own = write_set(tmp_path / "own")
    trainer = Trainer(Plan(), next(FastSam().parameters()).device)
    save(trainer.state(), tmp_path / "start.pt")
    options = ["--data", str(own), "--run", str(tmp_path / "run"), "--out", str(tmp_path / "own.onnx")]
    options += ["--start-from", str(tmp_path / "start.pt"), "--batch", "2", "--size", "64", "--workers", "0"]
    finetune.main([*options, "--steps", "2"])
    finetune.main([*options, "--steps", "3"])
    state = finetune.load_network(tmp_path / "run" / "last.pt")[1]
    assert state["step"] == 3 and (tmp_path / "own.onnx").stat().st_size > 1e6
