"""A network of twice the width that does the same: where the larger variant starts (Chen et al. 2016, Net2Net).

Every inner channel stands twice, side by side, and what reads it takes half of each. All of the network's joins
and splits keep such pairs together, so it holds for the whole. Then the twins are moved apart a little.
"""

import torch


def widen(state, network, apart=0.05, seed=0):
    """Weights of a narrower network, [by name], for `network`, whose inner widths are the same or twice as
    large. `apart`: noise on the wider convolutions, as a share of their standard deviation."""
    random = torch.Generator().manual_seed(seed)
    return {name: _fitted(state[name].float(), wanted, apart, random) for name, wanted in network.state_dict().items()}


def _fitted(source, wanted, apart, random):
    if source.ndim == 0 or source.shape == wanted.shape:
        return source.to(wanted.dtype)
    fitted = source
    for axis in range(min(source.ndim, 2)):
        factor, rest = divmod(wanted.shape[axis], source.shape[axis])
        if rest or factor not in (1, 2):
            raise ValueError(f"a width of {source.shape[axis]} cannot become {wanted.shape[axis]}: take the same or twice as much")
        fitted = fitted.repeat_interleave(factor, axis) / (factor if axis else 1)
    if fitted.ndim > 1 and apart:
        fitted = fitted + torch.randn(fitted.shape, generator=random).to(fitted.device) * fitted.std() * apart
    return fitted
