"""Two halves of a batch side by side, each on one core.

On the CPU the kernels' own threads wait for each other by spinning many times a step, which is
ruinous when anything else runs. Here every kernel has one thread; each lane is a replica that
shares the weights, and lanes meet once a step. On a GPU there is one lane.
"""

import copy
from concurrent.futures import ThreadPoolExecutor

import torch


class Lanes:
    """`count` replicas of a network (the network itself is the first)."""

    def __init__(self, network, count):
        self.replicas = [network] + [self._replica(network) for _ in range(count - 1)]
        self.pool = ThreadPoolExecutor(count)

    @staticmethod
    def _replica(network):
        twin = copy.deepcopy(network)
        for mine, shared in zip(twin.parameters(), network.parameters()):
            mine.data = shared.data
        return twin

    def map(self, task, arguments):
        """task(replica, argument) in every lane; results in order."""
        return list(self.pool.map(task, self.replicas, arguments))

    def run(self, tasks):
        """Calls functions without arguments, one a lane."""
        list(self.pool.map(lambda task: task(), tasks))

    @torch.no_grad()
    def freeze_statistics(self, network):
        """Normalisation with the statistics of `network` in all replicas, which keep them from now on: those of
        a few crops shake a network that is trained already (a batch of 8: losses a fifth to a third higher)."""
        for replica in self.replicas:
            for mine, theirs in zip(replica.buffers(), network.buffers()):
                mine.copy_(theirs)
            replica.eval()

    @torch.no_grad()
    def gather_gradients(self):
        """Mean gradient of all lanes in the first replica's parameters."""
        twins = zip(*(replica.parameters() for replica in self.replicas))
        for first, *others in twins:
            found = [p.grad for p in (first, *others) if p.grad is not None]
            if found:
                first.grad = sum(found[1:], found[0]) / len(self.replicas)
            for other in others:
                other.grad = None
