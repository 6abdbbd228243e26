"""Muon for the hidden convolutions, AdamW for the rest, and the moving average of the weights.

Muon (Jordan et al. 2024): momentum, then the update is brought near an orthogonal matrix, so every
direction of a layer moves at the same pace. Written here from the description. A convolution's
scale is divided out by the normalisation that follows it, so its weights are kept at a fixed norm
and the rate is the angle they turn by. (With frozen statistics it is not divided out; the norm stays
all the same, and the scale is left to the normalisation's own weights.)
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
        """Parameters of one kind and shape together: on a GPU the launches cost more than the sums."""
        alike = {}
        for (parameter, group), state in work:
            shape = parameter.shape if group["muon"] else None
            _, parameters, states = alike.setdefault((group["muon"], shape), (group, [], []))
            parameters.append(parameter)
            states.append(state)
        for group, parameters, states in alike.values():
            (self._turn if group["muon"] else self._adam)(parameters, group, states)

    def _turn(self, parameters, group, states):
        for parameter, state in zip(parameters, states):
            if not state:
                state["velocity"] = torch.zeros_like(parameter)
                state["norm"] = parameter.norm()
        velocity, gradients = [s["velocity"] for s in states], [p.grad for p in parameters]
        torch._foreach_lerp_(velocity, gradients, 1 - group["momentum"])
        updates = torch._foreach_lerp(gradients, velocity, group["momentum"])
        updates = orthogonal(torch.stack(updates).flatten(2)).reshape(len(parameters), *parameters[0].shape)
        norms = torch.stack([s["norm"] for s in states])
        size = norms / updates.flatten(1).norm(dim=1).clamp(min=1e-8)
        updates = updates * size.view(-1, 1, 1, 1, 1)
        torch._foreach_add_(parameters, list(updates), alpha=-self.scale * group["rate"])
        torch._foreach_mul_(parameters, list(norms / torch.stack(torch._foreach_norm(parameters))))

    def _adam(self, parameters, group, states):
        for parameter, state in zip(parameters, states):
            if not state:
                state["first"], state["second"] = torch.zeros_like(parameter), torch.zeros_like(parameter)
                state["count"] = 0
            state["count"] += 1
        (b1, b2), rate = group["betas"], self.scale * group["rate"]
        first, second = [s["first"] for s in states], [s["second"] for s in states]
        gradients, counts = [p.grad for p in parameters], [s["count"] for s in states]
        torch._foreach_lerp_(first, gradients, 1 - b1)
        torch._foreach_mul_(second, b2)
        torch._foreach_addcmul_(second, gradients, gradients, 1 - b2)
        decayed = [p for p in parameters if p.ndim > 1]
        if decayed:
            torch._foreach_mul_(decayed, 1 - rate * group["decay"])
        root = torch._foreach_div(second, [1 - b2**n for n in counts])
        torch._foreach_sqrt_(root)
        torch._foreach_add_(root, 1e-8)
        torch._foreach_addcdiv_(parameters, first, root, [-rate / (1 - b1**n) for n in counts])


def orthogonal(matrices, rounds=5):
    """Nearest-orthogonal directions of matrices [..., m, n] by a quintic Newton-Schulz iteration."""
    x = matrices.float()
    if x.shape[-2] > x.shape[-1]:
        return orthogonal(x.mT, rounds).mT
    x = x / x.norm(dim=(-2, -1), keepdim=True).clamp(min=1e-8)
    if has_bfloat16(x.device.type):
        x = x.bfloat16()
    for _ in range(rounds):
        gram = x @ x.mT
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
