"""The network's two passes recorded once as CUDA graphs, so that a step need not launch their two
thousand kernels one by one from Python."""

import torch
from torch import nn


class Recorded:
    """A network whose passes are recorded for each shape of images that comes. Where recording is
    not possible it says so, once, and is the network itself from there on."""

    def __init__(self, network):
        self.network, self.passes, self.pool = network, {}, None

    def __call__(self, images):
        shape = tuple(images.shape)
        if shape not in self.passes:
            self.passes[shape] = self._recorded(images)
        return self.passes[shape](images)

    def _recorded(self, images):
        if self.network in self.passes.values():
            return self.network
        try:
            self.pool = self.pool or torch.cuda.graph_pool_handle()
            # NB: casts kept from one pass to the next would not be in the graph.
            with torch.autocast("cuda", torch.get_autocast_dtype("cuda"), torch.is_autocast_enabled("cuda"), cache_enabled=False):
                return torch.cuda.make_graphed_callables(Passes(self.network), (images.clone(),), pool=self.pool)
        except (RuntimeError, AssertionError) as problem:
            print(f"no CUDA graphs for frames of {tuple(images.shape)}: {problem}", flush=True)
            return self.network


class Passes(nn.Module):
    """The network under another name: a graph replaces the forward pass of the module that it is of."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, images):
        return self.network(images)
