import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from fastsam_train.export import export, fold, metadata, prepare
from fastsam_train.network import Decoded, FastSam


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    torch.manual_seed(0)
    network = FastSam()
    network(torch.rand(4, 3, 128, 128))
    network.eval()
    path = tmp_path_factory.mktemp("export") / "model.onnx"
    export(network, path, metadata({"step": 7}, "9.9", "abc"))
    return network, path


def test_onnx_equals_pytorch_at_any_size_and_batch(exported):
    network, path = exported
    session = onnxruntime.InferenceSession(str(path))
    for shape in ((1, 3, 64, 96), (2, 3, 160, 32)):
        images = torch.rand(shape)
        with torch.no_grad():
            wanted = prepare(network)(images)
        found = session.run(None, {"images": images.numpy()})
        assert found[0].shape[1] == 37 and found[1].shape[1:] == (32, shape[2] // 4, shape[3] // 4)
        for one, other in zip(found, wanted):
            assert np.abs(one - other.numpy()).max() < 1e-4 * max(1.0, float(other.abs().max()))


def test_full_precision_equals_pytorch_within_a_ten_thousandth(tmp_path):
    torch.manual_seed(1)
    network = FastSam().eval()
    images = torch.rand(1, 3, 96, 64)
    with torch.no_grad():
        wanted = Decoded(network)(images)
    export(network, tmp_path / "m.onnx", {}, half=False)
    found = onnxruntime.InferenceSession(str(tmp_path / "m.onnx")).run(None, {"images": images.numpy()})
    assert all(np.abs(a - b.numpy()).max() < 1e-4 for a, b in zip(found, wanted))


def test_the_file_says_what_it_is(exported):
    model = onnx.load(exported[1])
    properties = {p.key: p.value for p in model.metadata_props}
    assert properties["task"] == "segment" and properties["stride"] == "32"
    assert properties["git_revision"] == "abc" and float(properties["fastsam.favourite_diameter"]) > 0
    assert model.opset_import[0].version == 17
    dimensions = [d.dim_param for d in model.graph.input[0].type.tensor_type.shape.dim]
    assert dimensions == ["batch", "", "height", "width"]


def test_the_file_is_small(exported):
    assert exported[1].stat().st_size < 14e6


def test_folding_changes_nothing():
    network = FastSam(widths=(8, 8, 16, 16, 16), hidden=16)
    network(torch.rand(4, 3, 64, 64))
    network.eval()
    images = torch.rand(1, 3, 64, 64)
    with torch.no_grad():
        before = network(images)
        after = fold(network)(images)
    assert all(torch.allclose(a, b, atol=1e-4) for a, b in zip(before, after))
