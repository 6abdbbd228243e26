"""A checkpoint small enough to keep in the repository: the averaged weights as half floats.

`python -m fastsam_train.shrink --checkpoint runs/a/last.pt --out state/last.pt`. Training and
fine-tuning start from it (`--start-from`); the optimiser's memory is rebuilt within some steps.
"""

import argparse
from pathlib import Path

import torch

from .states import save

KEPT = ("plan", "network_settings", "step", "spent", "average")


def shrink(state):
    """Only what a new run needs; vectors (normalisation, biases) stay 32-bit."""
    small = {key: state[key] for key in KEPT}
    small["average"] = {k: v.half() if v.ndim > 1 else v for k, v in state["average"].items()}
    return small


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="fastsam_train.shrink", description=__doc__)
    parser.add_argument("--checkpoint", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parsed = parser.parse_args(arguments)
    parsed.out.parent.mkdir(parents=True, exist_ok=True)
    save(shrink(torch.load(parsed.checkpoint, map_location="cpu", weights_only=True)), parsed.out)
    print(f"{parsed.out}: {parsed.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
