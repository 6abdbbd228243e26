"""Training: `python -m fastsam_train.train --data DIR [DIR ...] --run DIR --until HH:MM`.

The rate is constant after a short warm-up for as long as the run lasts (so a run may be stopped,
resumed and given new data at any time) and falls linearly to zero over the last part when
`--cooldown` is given. The run folder keeps `last.pt` (everything needed to go on) and `log.csv`.
Killed runs resume from `last.pt` by themselves.
"""

import argparse
import json
import os
import signal
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from .assignment import Targets
from .batches import BatchStream
from .data import DataError, read_set, set_folders
from .graphs import Recorded
from .lanes import Lanes
from .losses import loss
from .network import FastSam
from .options import clock_time, folder_to_fill, number, whole
from .optimizer import Average, Muon, parameter_groups
from .precision import autocast
from .reuse import reused
from .states import read_state, save
from .timing import profiled
from .widen import widen


@dataclass
class Plan:
    """What a run is made of; stored in its checkpoints."""

    batch: int = 8
    lanes: int = 1
    size: tuple = (384,)
    rate: float = 0.02
    adam_rate: float = 2e-3
    warm_up: int = 200
    average: float = 0.998
    synthetic_share: float = 0.35
    reuse: int = 1
    freeze_statistics: bool = False
    widths: tuple = (16, 32, 64, 128, 256)
    hidden: int = 64


class Trainer:
    """State of a run: network, average, optimiser, step."""

    def __init__(self, plan, device):
        self.plan, self.device, self.step, self.spent = plan, device, 0, 0.0
        self.began = 0  # step at which the optimiser's memory began; the warm-up counts from there
        self.network = FastSam(plan.widths, plan.hidden).to(device, memory_format=torch.channels_last)
        self.lanes = Lanes(self.network, plan.lanes)
        self.recorded = None
        self.optimizer = Muon(parameter_groups(self.network, plan))
        self.average = Average(self.network, plan.average)

    def record(self):
        """Runs the network as recorded CUDA graphs from now on, where there is a GPU."""
        self.recorded = Recorded(self.network) if self.device.type == "cuda" else None

    def train_step(self, batches, rate_share):
        """One step on `lanes` part batches. Returns the parts of the loss and the gradient's norm, still
        on the device: to fetch them each step would let it wait for the thread that launches its work."""
        self.optimizer.scale = rate_share * min(1.0, (self.step - self.began + 1) / self.plan.warm_up)
        self.optimizer.zero_grad()
        results = self.lanes.map(self._gradients, batches)
        self.lanes.gather_gradients()
        parts = {k: sum(r.get(k, 0.0) for r in results) / len(results) for r in results for k in r}
        parts["gradient"] = clip_gradients(self.network.parameters(), 50.0)
        self.lanes.run(self.optimizer.shares(self.plan.lanes))
        self.step += 1
        self.average.update()
        return parts

    def _gradients(self, network, batch):
        images, targets, negative = to_device(batch, self.device)
        with autocast(self.device.type):
            outputs = (self.recorded or network)(images)
        total, parts = loss(outputs, images, targets, negative)
        total.backward()
        return parts

    def state(self):
        return {
            "plan": asdict(self.plan),
            "network_settings": self.network.settings,
            "step": self.step,
            "spent": self.spent,
            "began": self.began,
            "average_count": self.average.count,
            "network": self.network.state_dict(),
            "average": self.average.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
        }

    def load(self, state):
        """Goes on from a state; of a narrower network only the weights, each channel doubled."""
        if state["network_settings"] != self.network.settings:
            if self.plan.freeze_statistics:
                raise DataError("the statistics of a narrower network do not fit a wider one: train without --freeze-statistics")
            state = {"average": widen(state["average"], self.network), "step": state["step"]}
        self.network.load_state_dict(state.get("network", state["average"]))
        self.average.network.load_state_dict(state["average"])
        if "optimizer" in state:
            rates = [group["rate"] for group in self.optimizer.param_groups]
            self.optimizer.load_state_dict(state["optimizer"])
            for group, rate in zip(self.optimizer.param_groups, rates):
                group["rate"] = rate
        self.average.count = state.get("average_count", state["step"])
        self.step, self.spent = state["step"], state.get("spent", 0.0)
        self.began = state.get("began", 0) if "optimizer" in state else self.step
        if self.plan.freeze_statistics:
            self.lanes.freeze_statistics(self.average.network)


def lanes_for(batch, device):
    """One on a GPU, one a core on a CPU (whose kernels then have one thread each)."""
    if device.type != "cpu":
        return 1
    torch.set_num_threads(1)
    cores = os.cpu_count()
    return next(n for n in range(min(cores, batch), 0, -1) if batch % n == 0)


def to_device(batch, device):
    batch = {key: value.to(device, non_blocking=True) for key, value in batch.items()}
    images = batch["images"].permute(0, 3, 1, 2).float() / 255
    targets = Targets(*(batch[k] for k in ("boxes", "row", "label", "labels", "scene")))
    return images.contiguous(memory_format=torch.channels_last), targets, batch["negative"]


def clip_gradients(parameters, most):
    """Brings the gradient's norm down to `most`, and to zero where it is not finite; returns the norm as it was."""
    parameters = list(parameters)
    norm = torch.nn.utils.clip_grad_norm_(parameters, most)
    broken = ~norm.isfinite()
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.grad.masked_fill_(broken, 0)
    return norm


def parse(arguments=None):
    parser = argparse.ArgumentParser(prog="fastsam_train.train", description=__doc__)
    parser.add_argument("--data", nargs="+", required=True, help="folders of sets (or one set)")
    parser.add_argument("--synthetic", nargs="*", default=[], help="folders of synthetic sets")
    parser.add_argument("--run", required=True, type=folder_to_fill)
    parser.add_argument("--start-from", type=Path, help="checkpoint or state to start from")
    parser.add_argument("--seconds", type=float, default=1e9, help="stop after this time")
    parser.add_argument("--until", type=clock_time, help="stop at this time of the day, HH:MM (UTC)")
    parser.add_argument("--cooldown", action="store_true", help="let the rate fall to zero until the stop")
    parser.add_argument("--cooldown-from", type=clock_time, help="when the fall began, HH:MM (UTC); so that it survives a restart")
    parser.add_argument("--save-every", type=float, default=180, help="seconds")
    parser.add_argument("--workers", type=whole(0), default=1, help="processes that prepare the batches")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--graphs", action="store_true", help="on a GPU, record the network's passes as CUDA graphs")
    parser.add_argument("--profile", type=int, default=0, help="after so many steps, print where the time of a few goes")
    parser.add_argument(
        "--size", nargs="+", type=whole(32, 32), default=Plan.size,
        help="sides of the crops, multiples of 32; a batch has one, with as many pixels as --batch crops of the first",
    )  # fmt: skip
    parser.add_argument("--widths", nargs=5, type=int, default=Plan.widths, help="channels at strides 2 to 32")
    parser.add_argument(
        "--freeze-statistics", action="store_true",
        help="keep the normalisation's statistics of the state started from; for batches of under some thirty crops",
    )  # fmt: skip
    for name, value in asdict(Plan()).items():
        if name not in ("size", "widths", "freeze_statistics"):
            parser.add_argument("--" + name.replace("_", "-"), type=kind_of(name, value), default=value)
    return parser.parse_args(arguments)


def kind_of(name, value):
    if isinstance(value, int):
        return whole(1)
    return number(0, 1) if name in ("synthetic_share", "average") else number(0)


def read_all(arguments):
    """Training items by set, and the names of the synthetic sets."""
    synthetic = set_folders(arguments.synthetic) if arguments.synthetic else {}
    items = {name: read_set(folder, False) for name, folder in set_folders([*arguments.data, *arguments.synthetic]).items()}
    items = {name: found for name, found in items.items() if found}
    if not any(item.diameter for found in items.values() for item in found):
        raise DataError("no image with objects to train on in " + ", ".join(arguments.data))
    return items, set(synthetic)


def stop_time(arguments):
    stop = time.time() + arguments.seconds
    return min(stop, clock(arguments.until)) if arguments.until else stop


def clock(text, behind=False):
    """Seconds since the epoch of the next (or the last) HH:MM, UTC."""
    hours, minutes = map(int, text.split(":"))
    now = time.time()
    ahead = (hours * 3600 + minutes * 60 - now) % 86400
    return now + ahead - (86400 if behind else 0)


def start(arguments, device):
    plan = Plan(**{k: getattr(arguments, k) for k in asdict(Plan())})
    trainer = Trainer(plan, device)
    source = arguments.run / "last.pt"
    if not source.exists():
        source = arguments.start_from
    if plan.freeze_statistics and not source:
        raise DataError("--freeze-statistics keeps the statistics of a trained network: name one with --start-from")
    if source:
        trainer.load(read_state(source, device))
        print(f"resumed {source} at step {trainer.step}", flush=True)
    return trainer


def main(arguments=None):
    try:
        train(parse(arguments))
    except DataError as problem:
        sys.exit(f"cannot train: {problem}")


def train(arguments):
    arguments.run.mkdir(parents=True, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.backends.cudnn.benchmark = True  # a run has a few shapes of batch only
    arguments.lanes = lanes_for(arguments.batch, device)
    torch.manual_seed(arguments.seed)
    items, synthetic = read_all(arguments)
    trainer = start(arguments, device)
    if arguments.graphs:
        trainer.record()
    print(json.dumps({"device": str(device), "sets": {k: len(v) for k, v in items.items()}, **asdict(trainer.plan)}), flush=True)
    stream = BatchStream(items, synthetic, trainer.plan, arguments.seed + trainer.step, arguments.workers)
    run(trainer, stream, arguments)


def run(trainer, stream, arguments):
    begin, stop = time.time(), stop_time(arguments)
    fall = clock(arguments.cooldown_from, True) if arguments.cooldown_from else begin
    asked = []
    signal.signal(signal.SIGTERM, lambda *_: asked.append("stop"))
    log = Log(arguments.run / "log.csv")
    saved = before = begin
    batches = reused(stream, trainer.plan.reuse, trainer.device)
    first = trainer.step
    while True:
        share = min((stop - time.time()) / (stop - fall), 1.0) if arguments.cooldown else 1.0

        def step():
            return trainer.train_step([next(batches) for _ in range(trainer.plan.lanes)], max(share, 0.0))

        if arguments.profile and trainer.step == first + arguments.profile:
            print(profiled(step, trainer.device), flush=True)
        parts = step()
        now = time.time()
        trainer.spent, before = trainer.spent + now - before, now
        log.add(trainer, parts, share)
        if now - saved > arguments.save_every or now >= stop or asked:
            save(trainer.state(), arguments.run / "last.pt")
            saved = now
        if now >= stop or asked:
            break


class Log:
    """Means of fifty steps, as CSV and on the console."""

    def __init__(self, path, every=50):
        self.path, self.every, self.parts, self.count = path, every, {}, 0

    def add(self, trainer, parts, share):
        for name, value in parts.items():
            self.parts[name] = self.parts.get(name, 0.0) + value
        self.count += 1
        if self.count == self.every:
            self._write(trainer, share)
            self.parts, self.count = {}, 0

    def _write(self, trainer, share):
        row = {"step": trainer.step, "seconds": round(trainer.spent, 1), "rate": round(share, 3)}
        row.update({k: round(float(v) / self.count, 4) for k, v in self.parts.items()})
        if not self.path.exists():
            self.path.write_text(",".join(row) + "\n")
        with self.path.open("a") as file:
            file.write(",".join(map(str, row.values())) + "\n")
        print(row, flush=True)


if __name__ == "__main__":
    main()
