"""Files that a run goes on from."""

import os
import pickle

import torch

from .data import DataError


def save(state, path):
    """Complete or absent: written beside, then renamed."""
    beside = path.with_suffix(".tmp")
    torch.save(state, beside)
    os.replace(beside, path)


def read_state(path, device):
    """What `save` or `shrink` wrote."""
    try:
        state = torch.load(path, map_location=device, weights_only=True)
    except OSError as problem:
        raise DataError(f"{path} cannot be read: {problem.strerror}") from problem
    except (EOFError, RuntimeError, pickle.UnpicklingError):
        state = None  # NB: their messages advise to run what is in the file
    if not isinstance(state, dict) or not {"network_settings", "average", "step"} <= state.keys():
        raise DataError(f"{path} is no state of this trainer, as last.pt of a run is, or is damaged")
    return state
