import struct

import cv2
import numpy as np
import pytest

from fastsam_train.data import DataError, image_files, label_file, read_image, read_labels


def labels_of(folder, values, name="a.tif"):
    cv2.imwrite(str(folder / name), values)
    return read_labels(folder / name)


def test_whole_float_labels_are_renumbered_and_zero_stays_background(tmp_path):
    assert labels_of(tmp_path, np.float32([[0, 0, 7], [70001, 7, 0]])).tolist() == [[0, 0, 1], [2, 1, 0]]


@pytest.mark.parametrize("value", [-1, 0.5, np.nan, np.inf])
def test_values_that_are_no_labels_are_refused(tmp_path, value):
    with pytest.raises(DataError, match=f"a.tif holds the value {value:g}: labels are whole numbers"):
        labels_of(tmp_path, np.float32([[0, 0, 7], [value, 7, 0]]))


def test_labels_as_jpeg_are_refused(tmp_path):
    with pytest.raises(DataError, match="a.jpg is a JPEG"):
        labels_of(tmp_path, np.full((16, 16), 3, np.uint8), "a.jpg")


def test_files_of_several_planes_are_refused(tmp_path):
    cv2.imwritemulti(str(tmp_path / "a.tif"), [np.zeros((9, 7), np.uint8)] * 2)
    for read in (read_image, read_labels):
        with pytest.raises(DataError, match="a.tif has several planes"):
            read(tmp_path / "a.tif")


def test_what_cannot_be_read_is_named_as_that(tmp_path):
    (tmp_path / "a.tif").write_bytes(b"II*\0" + struct.pack("<I", 999))
    for read in (read_image, read_labels):
        with pytest.raises(DataError, match="a.tif cannot be read as an image"):
            read(tmp_path / "a.tif")


def test_pixels_that_are_no_number_are_black_and_the_others_stretched(tmp_path):
    values = np.linspace(-3, 5, 5000, dtype=np.float32).reshape(50, 100)
    values[0, :3] = np.nan, np.inf, -np.inf
    cv2.imwrite(str(tmp_path / "a.tif"), values)
    image = read_image(tmp_path / "a.tif")
    assert image[0, :3].tolist() == [0, 255, 0]
    assert image[25, 0] == 127 and image.min() == 0 and image.max() == 255


def test_endings_may_be_written_in_capitals(tmp_path):
    for folder, name in (("images", "a.TIF"), ("labels", "a.Png"), ("images", "._a.TIF")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).touch()
    assert [path.name for path in image_files(tmp_path / "images")] == ["a.TIF"]
    assert label_file(tmp_path, "a") == tmp_path / "labels" / "a.Png"
