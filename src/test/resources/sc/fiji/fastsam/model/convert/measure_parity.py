"""Compares imported checkpoints with PyTorch. Command and figures: README.md beside this file.

Makes untrained networks with Ultralytics (whatever version is on PYTHONPATH) with random batch
normalization, saves them as Ultralytics does, imports them with a command given, and runs both on
the same images. Prints the greatest absolute difference of boxes (network pixels), scores,
coefficients and prototypes, against PyTorch in 32 bits and, to tell whose rounding it is, of both
against PyTorch in 64 bits. Ends with 1 where a limit is passed
and it is not PyTorch's own rounding: the import is farther from the 64 bits than 1.5 times PyTorch.
"""

import argparse
import copy
import shlex
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import onnxruntime
import torch
import ultralytics
from ultralytics.nn.tasks import SegmentationModel

LIMITS = {"boxes": 5e-4, "scores": 1e-5, "coefficients": 1e-5, "prototypes": 1e-5}


def picture(batch, height, width, seed):
    """Patches of all sizes: plain noise averages out in deep layers, which then amplify rounding."""
    generator = torch.Generator().manual_seed(seed)
    image = torch.zeros(batch, 3, height, width)
    for step in (4, 8, 16, 32, 64):
        rough = torch.rand(
            batch, 3, -(-height // step), -(-width // step), generator=generator
        )
        image += torch.nn.functional.interpolate(rough, (height, width), mode="nearest")
    return image / 5


def randomize(model, seed, spread):
    """Random normalization.

    NB: the variances decide whether an untrained network damps or amplifies what enters it. Much
    below 0.07 it amplifies rounding, PyTorch's own too, beyond any limit; much above 0.35 the
    outputs hardly depend on the image.
    """
    torch.manual_seed(seed)
    for norm in (m for m in model.modules() if isinstance(m, torch.nn.BatchNorm2d)):
        torch.nn.init.uniform_(norm.weight, 0.5, 1.5)
        torch.nn.init.normal_(norm.bias, 0, 0.3)
        torch.nn.init.normal_(norm.running_mean, 0, 0.1)
        torch.nn.init.uniform_(norm.running_var, *spread)
    for head in model.model[-1].cv3:
        torch.nn.init.normal_(head[-1].bias, 0, 1)
    return model.eval()


def save(model, path, half):
    """As ultralytics does after training: 16 bits, no optimizer."""
    stored = copy.deepcopy(model)
    stored.names = {i: f"class {i}" for i in range(stored.model[-1].nc)}
    torch.save(
        {
            "epoch": -1,
            "best_fitness": None,
            "model": stored.half() if half else stored,
            "ema": None,
            "updates": None,
            "optimizer": None,
            "train_args": {"task": "segment", "imgsz": 1024, "model": "x.yaml"},
            "train_metrics": {"fitness": np.float64(0.5)},
            "date": "2023-06-21T00:00:00.000000",
            "version": ultralytics.__version__,
        },
        path,
    )
    return stored


def outputs(model, image):
    """Candidates and prototypes, in any version's nesting of tuples."""
    model.model[-1].export = False
    with torch.no_grad():
        found = model(image)
    flat = []

    def walk(item):
        if isinstance(item, torch.Tensor):
            flat.append(item)
        elif isinstance(item, (list, tuple)):
            for part in item:
                walk(part)
        elif isinstance(item, dict):
            for part in item.values():
                walk(part)

    walk(found)
    rows = 4 + model.model[-1].nc + model.model[-1].nm
    candidates = next(t for t in flat if t.ndim == 3 and t.shape[1] == rows)
    prototypes = next(t for t in flat if t.ndim == 4 and t.shape[1] == model.model[-1].nm)
    return candidates.numpy(), prototypes.numpy()


def differences(a, b, classes):
    (x, p), (y, q) = a, b
    assert x.shape == y.shape and p.shape == q.shape, (x.shape, y.shape, p.shape, q.shape)
    d = np.abs(x.astype(np.float64) - y).max(axis=(0, 2))
    return {
        "boxes": d[:4].max(),
        "scores": d[4 : 4 + classes].max(),
        "coefficients": d[4 + classes :].max(),
        "prototypes": np.abs(p.astype(np.float64) - q).max(),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--import-command", required=True, help="with {pt} and {onnx}")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--classes", type=int, default=1)
    parser.add_argument("--size", action="append", help="height,width")
    parser.add_argument("--variance", default="0.07,0.35", help="of the normalization: from,to")
    parser.add_argument("networks", nargs="+", help="such as yolov8n-seg.yaml or yolo11x-seg.yaml:half")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    spread = tuple(map(float, arguments.variance.split(",")))
    bad = False
    for item in arguments.networks:
        name, _, half = item.partition(":")
        model = randomize(SegmentationModel(name, ch=3, nc=arguments.classes, verbose=False), 7, spread)
        pt = arguments.out / f"{Path(name).stem}{half}-{ultralytics.__version__}.pt"
        onnx = pt.with_suffix(".onnx")
        reference = save(model, pt, bool(half)).float().eval()
        started = time.time()
        command = arguments.import_command.format(pt=pt, onnx=onnx)
        subprocess.run(shlex.split(command), check=True, stdout=subprocess.DEVNULL)
        seconds = time.time() - started
        session = onnxruntime.InferenceSession(str(onnx), providers=["CPUExecutionProvider"])
        for size in arguments.size or ["640,640", "320,480"]:
            height, width = map(int, size.split(","))
            image = picture(1, height, width, 3)
            ours = session.run(["output0", "output1"], {"images": image.numpy()})
            theirs = outputs(reference, image)
            found = differences(ours, theirs, arguments.classes)
            other = outputs(reference, picture(1, height, width, 4))
            depends = np.abs(other[0] - theirs[0]).max(axis=(0, 2))[:5]
            exact = outputs(copy.deepcopy(reference).double(), image.double())
            rounding = [differences(v, exact, arguments.classes) for v in (ours, theirs)]
            bad |= any(
                found[key] > LIMITS[key] and rounding[0][key] > 1.5 * rounding[1][key]
                for key in LIMITS
            )
            print(
                f"{pt.name} {pt.stat().st_size / 1e6:.1f} MB in {seconds:.1f} s, {height}x{width}:",
                ", ".join(
                    f"{key} {found[key]:.1e} (64 bit: ours {rounding[0][key]:.1e},"
                    f" PyTorch {rounding[1][key]:.1e})"
                    for key in LIMITS
                )
                + f"; another image changes boxes by {depends[:4].max():.2g}, scores by {depends[4]:.2g}",
                flush=True,
            )
        if not arguments.keep:
            pt.unlink()
            onnx.unlink()
    sys.exit(bad)


if __name__ == "__main__":
    main()
