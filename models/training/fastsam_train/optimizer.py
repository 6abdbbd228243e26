"""Muon for the hidden convolutions, AdamW for the rest, and the moving average of the weights.

Muon (Jordan et al. 2024): momentum, then the update is brought near an orthogonal matrix, so every
direction of a layer moves at the same pace. Written here from the description. A convolution's
scale is divided out by the normalisation that follows it, so its weights are kept at a fixed norm
and the rate is the angle they turn by.
"""

import copy

import torch

from .precision import has_bfloat16


def parameter_groups(network, plan):
    """Hidden convolutions to Muon; stem, predictions, normalisation and biases to AdamW."""
    hidden, rest = [], []
    for name, parameter in network.named_parameters():
        is_hidden = parameter.ndim == 4 and "stem" not in name and parameter.shape[0] > 1
        is_hidden = is_hidden and not _is_prediction(network, name)
        (hidden if is_hidden else rest).append(parameter)
    return [
        {"params": hidden, "muon": True, "rate": plan.rate},
        {"params": rest, "muon": False, "rate": plan.adam_rate},
    ]


def _is_prediction(network, name):
    module = network.get_submodule(name.rsplit(".", 1)[0])
    return module.bias is not None


class Muon(torch.optim.Optimizer):
    """`scale` multiplies every group's rate."""

    def __init__(self, groups, momentum=0.95, betas=(0.9, 0.99), decay=0.01):
        super().__init__(groups, {"momentum": momentum, "betas": betas, "decay": decay})
        self.scale = 1.0

    def step(self):
        for share in self.shares(1):
            share()

    def shares(self, count):
        """The step as `count` functions that may run at the same time."""
        pairs = [(p, group) for group in self.param_groups for p in group["params"] if p.grad is not None]
        pairs.sort(key=lambda pair: -pair[0].numel())
        states = [self.state[p] for p, _ in pairs]
        work = list(zip(pairs, states))
        return [lambda part=work[i::count]: self._update(part) for i in range(count)]

    @torch.no_grad()
    def _update(self, work):
        for (parameter, group), state in work:
            (self._turn if group["muon"] else self._adam)(parameter, group, state)

    def _turn(self, parameter, group, state):
        if not state:
            state["velocity"] = torch.zeros_like(parameter)
            state["norm"] = parameter.norm()
        velocity = state["velocity"].lerp_(parameter.grad, 1 - group["momentum"])
        update = parameter.grad.lerp(velocity, group["momentum"]).flatten(1)
        update = orthogonal(update).view_as(parameter)
        size = state["norm"] / update.norm().clamp(min=1e-8)
        parameter.add_(update * size, alpha=-self.scale * group["rate"])
        parameter.mul_(state["norm"] / parameter.norm())

    def _adam(self, parameter, group, state):
        if not state:
            state["first"], state["second"] = torch.zeros_like(parameter), torch.zeros_like(parameter)
            state["count"] = 0
        state["count"] += 1
        (b1, b2), n = group["betas"], state["count"]
        first = state["first"].lerp_(parameter.grad, 1 - b1)
        second = state["second"].lerp_(parameter.grad.square(), 1 - b2)
        if parameter.ndim > 1:
            parameter.mul_(1 - self.scale * group["rate"] * group["decay"])
        root = (second / (1 - b2**n)).sqrt_().add_(1e-8)
        parameter.addcdiv_(first, root, value=-self.scale * group["rate"] / (1 - b1**n))


def orthogonal(matrix, rounds=5):
    """Nearest-orthogonal direction of a [m, n] matrix by a quintic Newton-Schulz iteration."""
    x = matrix.float()
    if x.shape[0] > x.shape[1]:
        return orthogonal(x.T, rounds).T
    x = x / x.norm().clamp(min=1e-8)
    if has_bfloat16(x.device.type):
        x = x.bfloat16()
    for _ in range(rounds):
        gram = x @ x.T
        x = 3.4445 * x + (-4.775 * gram + 2.0315 * gram @ gram) @ x
    return x.float()


class Average:
    """Exponential moving average of weights and normalisation statistics."""

    def __init__(self, network, decay):
        self.network = copy.deepcopy(network).eval().requires_grad_(False)
        self.decay, self.count = decay, 0
        pairs = zip(self.network.state_dict().values(), network.state_dict().values())
        self.pairs = [(mine, theirs) for mine, theirs in pairs if mine.is_floating_point()]

    @torch.no_grad()
    def update(self):
        """Moves towards the network; faster at the beginning."""
        self.count += 1
        decay = min(self.decay, (1 + self.count) / (10 + self.count))
        mine, theirs = zip(*self.pairs)
        torch._foreach_lerp_(mine, theirs, 1 - decay)
