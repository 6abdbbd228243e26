import pytest
import torch

from fastsam_train.network import FastSam
from fastsam_train.widen import widen

NARROW = {"widths": (8, 8, 16, 16, 16), "hidden": 16}
WIDE = {"widths": (16, 16, 32, 32, 32), "hidden": 32}


def randomized(network):
    """With normalisation that has seen something, so that nothing cancels by chance."""
    torch.manual_seed(0)
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.1)
            module.running_var.uniform_(0.5, 2)
    return network.eval()


def test_a_widened_network_gives_the_same():
    narrow, wide = randomized(FastSam(**NARROW)), FastSam(**WIDE).eval()
    wide.load_state_dict(widen(narrow.state_dict(), wide, apart=0.0))
    images = torch.rand(1, 3, 64, 96)
    for mine, other in zip(wide(images), narrow(images)):
        assert torch.allclose(mine, other, atol=1e-4)


def test_twins_are_moved_apart():
    narrow, wide = FastSam(**NARROW), FastSam(**WIDE)
    weight = widen(narrow.state_dict(), wide)["backbone.stages.0.0.0.weight"]
    assert not torch.equal(weight[0], weight[1]) and torch.allclose(weight[0], weight[1], atol=0.1)


def test_other_widths_are_refused():
    with pytest.raises(ValueError, match="cannot become 24"):
        widen(FastSam(**NARROW).state_dict(), FastSam((8, 8, 16, 16, 24), 16))
