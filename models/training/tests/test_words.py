"""Words: signs measured right, captions true and false, crops as the software makes them, files in CLIP's layout."""
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fastsam_train.words import captions, crops, heldout, properties, samples, tokens, towers  # noqa: E402
from fastsam_train.words.__main__ import known_tokens, loss, main  # noqa: E402


def ellipse(a, b, size=120, at=(60, 60)):
    y, x = np.mgrid[0:size, 0:size] + 0.5
    return ((x - at[0]) / a) ** 2 + ((y - at[1]) / b) ** 2 <= 1


def signs(mask, grey):
    y, x = np.nonzero(mask)
    bounds = x.min(), y.min(), np.ptp(x) + 1, np.ptp(y) + 1
    return properties.signs(grey.astype(np.float32), mask.astype(np.uint16), 1, bounds).tolist()


def test_signs_of_a_small_round_bright_smooth_disc():
    mask = ellipse(11, 11)
    assert signs(mask, np.where(mask, 200, 20)) == [-1, -1, 1, -1, -1, -1]


def test_signs_of_a_large_elongated_dark_rough_ellipse_at_the_border():
    mask = ellipse(40, 15, at=(39, 60))
    noise = np.random.default_rng(1).normal(0, 25, mask.shape)
    assert signs(mask, np.where(mask, 60 + noise, 220)) == [1, 1, -1, 1, -1, 1]


def test_signs_of_a_ring():
    mask = ellipse(30, 30)
    grey = np.where(mask & ~ellipse(20, 20), 220, 40)
    assert signs(mask, grey)[captions.RING] == 1


def test_a_caption_is_false_where_it_contradicts_and_true_where_all_is_so():
    claim, crop = [1, 0, 1, 0, 1, 0], [[1, -1, 1, 0, 1, 1], [1, 0, 1, 0, 0, 0], [-1, 0, 1, 0, 1, 0]]
    assert captions.false([claim], crop).tolist() == [[False, False, True]]
    assert captions.true([claim], crop).tolist() == [[True, False, False]]


def test_captions_say_what_is_claimed_and_no_more():
    assert captions.words([-1, 1, 1, 0, 0, 0]) == "a small elongated bright object"
    assert captions.words([1, 0, -1, 1, 1, 1]) == "a large dark textured ring touching the border"
    assert captions.claims([-1, 1, 0, 1, -1, -1]).tolist() == [-1, 1, 0, 1, 0, 0]


def test_every_wording_has_known_tokens():
    rng, known = np.random.default_rng(3), known_tokens()
    for _ in range(300):
        text = captions.words(rng.integers(-1, 2, 6), rng)
        assert set(tokens.encode(text)[1:-1]) <= known


def test_tokens_are_those_of_clip():
    assert tokens.encode("a photo of a cat") == [49406, 320, 1125, 539, 320, 2368, 49407]


def test_crops_are_squares_with_means_beyond_the_image_and_outside_of_the_mask():
    planes = np.zeros((30, 40, 3), np.float32)
    planes[:, :20] = 100
    mask = np.zeros((30, 40), bool)
    mask[0:4, 18:22] = True
    assert crops.square((18, 0, 4, 4)) == (10, -8, 20)
    plain, masked = crops.crops(planes, mask, (18, 0, 4, 4))
    assert plain.shape == (20, 20, 3)
    assert plain[0, 0, 0] == 50 and plain[8, 0, 0] == 100 and plain[8, 19, 0] == 0
    assert masked[8, 0, 0] == 50 and masked[8, 8, 0] == 100 and masked[8, 10, 0] == 0


def test_loss_leaves_out_captions_that_are_not_false():
    image = torch.eye(2)
    text = torch.tensor([[1.0, 0], [1.0, 0]])
    nothing_false = torch.zeros(2, 2, dtype=torch.bool)
    assert float(loss(image, text, torch.tensor(2.0), nothing_false)) < 1e-6
    assert float(loss(image, text, torch.tensor(2.0), ~torch.eye(2, dtype=torch.bool))) > 1


def test_files_give_what_the_towers_give_whatever_stands_behind_the_end(tmp_path):
    torch.manual_seed(1)
    image, text = towers.ImageTower().eval(), towers.TextTower(known_tokens()).eval()
    towers.export_both(image, text, tmp_path)
    pixels = torch.randn(3, 3, 224, 224)
    session = onnxruntime.InferenceSession(tmp_path / "vision_model.onnx")
    with torch.no_grad():
        expected = towers.Pooled(image)(pixels).numpy()
    assert np.allclose(session.run(None, {"pixel_values": pixels.numpy()})[0], expected, atol=1e-4)
    session = onnxruntime.InferenceSession(tmp_path / "text_model.onnx")
    ids = towers.padded(["a small ring", "bright object"])
    longer = torch.nn.functional.pad(ids, (0, 9)).numpy()
    both = [session.run(None, {"input_ids": i})[0] for i in (ids.numpy(), longer)]
    assert np.allclose(both[0], both[1], atol=1e-6)


def test_training_on_drawn_images_and_its_held_out_rows(tmp_path, capsys):
    main(["--out", str(tmp_path / "model"), "--drawn", "8", "--drawn-held-out", "4", "--epochs", "1", "--batch", "16"])
    assert "held-out crops: plain" in capsys.readouterr().out
    assert (tmp_path / "model" / "text_model.onnx").exists()
    heldout.main(["--out", str(tmp_path / "rows"), "--drawn", "4"])
    captions_of = (tmp_path / "rows" / "captions.txt").read_text().splitlines()
    for line in (tmp_path / "rows" / "drawn-mixed.csv").read_text().splitlines():
        *_, label, right, w1, w2, w3, w4, w5, w6, w7 = line.split(",")
        wrong = [w1, w2, w3, w4, w5, w6, w7]
        assert right not in wrong and len(set(wrong)) == 7 and all(int(w) < len(captions_of) for w in wrong)


def test_eight_kinds_are_told_by_size_shape_and_light():
    assert samples.of_eight([[-1, -1, 1, 0, 0, 0], [1, 1, 1, 0, 0, 0], [0, 1, 1, 0, 0, 0]]).tolist() == [1, 7, -1]
    assert captions.EIGHT[1] == (-1, -1, 1)
