"""A laboratory's own labels: `python -m fastsam_train.finetune --data DIR --run DIR --out mine.onnx`.

DIR holds images/ and labels/ with files of the same names. Every sixth image (where there are ten
or more) is kept aside to tell how accurate the network was before and is afterwards. The rate falls
to zero over `--steps`; an interrupted run goes on where it stopped when called again.
"""

import argparse
import signal
import sys
import time
from pathlib import Path

import torch

from .batches import BatchStream
from .data import DataError, image_files, label_file, read_item, set_folders
from .evaluate import evaluate_set
from .export import export, git_revision, load_network, metadata, prepare
from .options import file_to_write, folder_to_fill, number, whole
from .predict import Settings, TorchRunner
from .states import read_state, save
from .train import Log, Plan, Trainer, lanes_for

BUNDLED_STATE = Path(__file__).parents[1] / "state" / "last.pt"
KEEP_EVERY, KEEP_FROM = 6, 10
STOPPED = "stopped; call again to go on"


def read_own(root):
    """All sets below the folder, by name; every problem of every file is reported at once."""
    items, problems = {}, []
    # NB: a set that is called like one of ours has neither its shifts nor its shares.
    own = {f"own {name}": folder for name, folder in set_folders([root]).items()}
    for name, folder in own.items():
        for image in image_files(folder / "images"):
            try:
                items.setdefault(name, []).append(read_item(name, image, label_file(folder, image.stem)))
            except DataError as problem:
                problems.append(str(problem))
        problems += partnerless(folder) + namesakes(folder)
    if problems:
        raise DataError("\n".join(problems))
    objects = sum((item.areas > 0).sum() for found in items.values() for item in found)
    if objects == 0:
        raise DataError(f"none of the label images in {root} has an object (a value above 0)")
    return items


def partnerless(folder):
    """Labels without an image."""
    images = {p.stem for p in image_files(folder / "images")}
    labels = image_files(folder / "labels") if (folder / "labels").is_dir() else []
    return [f"{p} has no image of the same name in {folder / 'images'}" for p in labels if p.stem not in images]


def namesakes(folder):
    """Files that share their name but for the ending."""
    problems = []
    for level in (folder / "images", folder / "labels"):
        first = {}
        for path in image_files(level) if level.is_dir() else ():
            if first.setdefault(path.stem, path) is not path:
                problems.append(f"{level} has {first[path.stem].name} and {path.name}: which of them is meant? Take one out")
    return problems


def split(items):
    """Training and validation items, counted through all sets; few images are all used to train."""
    found = [item for each in items.values() for item in each]
    kept = found[KEEP_EVERY - 1 :: KEEP_EVERY] if len(found) >= KEEP_FROM else []
    train = {name: [item for item in each if not any(item is other for other in kept)] for name, each in items.items()}
    return {name: each for name, each in train.items() if each}, kept


def parse(arguments=None):
    parser = argparse.ArgumentParser(prog="fastsam_train.finetune", description=__doc__)
    parser.add_argument("--data", required=True, help="folder with images/ and labels/ (or several such folders)")
    parser.add_argument("--run", required=True, type=folder_to_fill, help="folder for the state; reuse it to resume")
    parser.add_argument("--out", required=True, type=file_to_write, help="ONNX file to write")
    parser.add_argument("--start-from", type=Path, default=BUNDLED_STATE)
    parser.add_argument("--steps", type=whole(1), default=600)
    parser.add_argument("--batch", type=whole(1), default=8)
    parser.add_argument("--size", type=whole(32, 32), default=320, help="side of the crops, a multiple of 32")
    parser.add_argument("--rate", type=number(0), default=0.004)
    parser.add_argument("--workers", type=whole(0), default=1)
    return parser.parse_args(arguments)


def start(arguments, device):
    resumed = arguments.run / "last.pt"
    source = resumed if resumed.exists() else arguments.start_from
    if not source.exists():
        sys.exit(f"there is no state to start from at {source}: name one with --start-from")
    try:
        state = read_state(source, device)
    except DataError as problem:
        sys.exit(str(problem))
    trainer = Trainer(plan(arguments, state["network_settings"], device), device)
    if source == resumed:
        trainer.load(state)
        print(f"goes on at step {trainer.step} of {arguments.steps}")
    else:
        trainer.load({key: state[key] for key in ("network_settings", "average")} | {"step": 0})
    return trainer


def plan(arguments, network, device):
    """A few crops a step and a short run: the normalisation's statistics stay (RUNS.md, run h)."""
    return Plan(
        batch=arguments.batch, lanes=lanes_for(arguments.batch, device), size=(arguments.size,),
        rate=arguments.rate, adam_rate=arguments.rate / 10, warm_up=50, average=0.99,
        freeze_statistics=True, widths=tuple(network["widths"]), hidden=network["hidden"],
    )  # fmt: skip


def tune(trainer, items, arguments):
    """Trains until `steps`; saves every hundred steps and when interrupted."""
    state_file, log = arguments.run / "last.pt", Log(arguments.run / "log.csv", 20)
    batches = iter(BatchStream(items, set(), trainer.plan, trainer.step, arguments.workers))
    try:
        while trainer.step < arguments.steps:
            begin, share = time.monotonic(), 1 - trainer.step / arguments.steps
            parts = trainer.train_step([next(batches) for _ in range(trainer.plan.lanes)], share)
            trainer.spent += time.monotonic() - begin
            log.add(trainer, parts, share)
            if trainer.step % 100 == 0:
                save(trainer.state(), state_file)
    finally:
        save(trainer.state(), state_file)


def report(title, network, kept):
    if kept:
        half, mean, _ = evaluate_set(TorchRunner(prepare(network)), kept, "auto", Settings())
        print(f"{title}: AP@0.5 {half:.3f}, AP@0.5:0.95 {mean:.3f} on {len(kept)} images kept aside", flush=True)


def main(arguments=None):
    try:
        finetune(parse(arguments))
    except KeyboardInterrupt:
        sys.exit(STOPPED)


def finetune(arguments):
    try:
        train, kept = split(read_own(arguments.data))
    except DataError as problem:
        sys.exit(f"cannot train on these labels:\n{problem}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(STOPPED))
    arguments.run.mkdir(parents=True, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    print(f"{sum(map(len, train.values()))} images to train on, {len(kept)} kept aside, on {device}", flush=True)
    trainer = start(arguments, device)
    if trainer.step == 0:
        report("before", trainer.average.network, kept)
    tune(trainer, train, arguments)
    network, state = load_network(arguments.run / "last.pt")
    report("after", network, kept)
    export(network, arguments.out, metadata(state, "fine-tuned", git_revision()))
    print(f"wrote {arguments.out}: choose it as the model in Fiji")


if __name__ == "__main__":
    main()
