import cv2
import numpy as np
import pytest

from fastsam_train import pack
from fastsam_train.data import read_set
from test_finetune import write_set


def write(folder, stem, image, labels):
    for name, pixels in (("images", image), ("labels", labels), ("inner", labels // 2)):
        (folder / name).mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(folder / name / f"{stem}.png"), pixels)


def test_packed_images_are_the_same_but_held_out_ones_stay_behind(tmp_path):
    labels = np.zeros((40, 50), np.uint16)
    labels[5:20, 10:40], labels[25:35, 5:30] = 1, 2
    grey = np.uint8(60 + 90 * (labels > 0))
    write(tmp_path / "in" / "fly_embryo", "1d30_1", grey, labels)
    write(tmp_path / "in" / "fly_embryo", "7d44_1", grey, labels)
    pack.main(["--data", str(tmp_path / "in"), "--out", str(tmp_path / "out")])
    assert [p.name for p in (tmp_path / "out" / "fly_embryo" / "images").iterdir()] == ["1d30_1.webp"]
    pack.main(["--data", str(tmp_path / "in"), "--out", str(tmp_path / "out")])  # over what it has written itself
    (item,) = read_set(tmp_path / "out" / "fly_embryo", False)
    assert item.image.ndim == 2 and np.abs(item.image.astype(int) - grey).mean() < 3
    assert np.array_equal(item.labels, labels) and np.array_equal(item.inner.labels, labels // 2)


@pytest.mark.parametrize("out", [".", "own", "own/images/packed", "mine", "others"])
def test_nothing_but_packed_sets_is_removed(tmp_path, out):
    own = write_set(tmp_path / "own")
    write_set(tmp_path / "others" / "theirs")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").touch()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(SystemExit, match="cannot pack: .* removed?"):
        pack.main(["--data", str(own), "--out", str(tmp_path / out)])
    assert sorted(tmp_path.rglob("*")) == before
