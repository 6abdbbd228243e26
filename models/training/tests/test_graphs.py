import torch

from fastsam_train.graphs import Passes, Recorded
from fastsam_train.network import FastSam


def network():
    torch.manual_seed(0)
    return FastSam(widths=(8, 8, 16, 16, 16), hidden=16)


def test_without_a_gpu_it_is_the_network_itself_and_says_so_once(capsys):
    plain = network()
    recorded = Recorded(plain)
    images = torch.rand(2, 3, 64, 64)
    assert recorded(images)[1].shape == (2, 84)
    assert recorded(torch.rand(1, 3, 96, 96))[1].shape == (1, 189) and recorded(images) is not None
    assert set(recorded.passes.values()) == {plain}
    assert capsys.readouterr().out.count("no CUDA graphs") == 1


def test_passes_share_the_weights_and_their_gradients():
    plain = network()
    Passes(plain)(torch.rand(1, 3, 64, 64))[1].sum().backward()
    assert [p.data_ptr() for p in Passes(plain).parameters()] == [p.data_ptr() for p in plain.parameters()]
    assert plain.score[0][-1].bias.grad is not None
