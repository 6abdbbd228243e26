"""Trains both towers: `python -m fastsam_train.words --data DIR --out DIR`, about ten minutes on one core."""
import argparse
import itertools
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import torch
from torch import nn

from . import captions, samples, tokens, towers


def gather(args, held_out):
    """Samples as arrays: signs int8 [n, 6], crops uint8 [n, 2, 28, 28, 3] (plain, masked)."""
    count, seed = (args.drawn_held_out, args.seed + 1) if held_out else (args.drawn, args.seed)
    files = list(samples.stored_images([args.data], held_out, args.images)) if args.data else []
    with ProcessPoolExecutor(args.jobs) as pool:
        parts = [*pool.map(samples.drawn, [(i, seed) for i in range(count)], chunksize=4),
                 *pool.map(samples.stored, files, chunksize=4)]  # fmt: skip
    found = list(itertools.chain(*parts))
    print(f"{len(found)} crops {'held out' if held_out else 'to train on'}", flush=True)
    return np.array([s.signs for s in found]), np.array([(s.plain, s.masked) for s in found])


def known_tokens():
    """Ids of all words that captions use, but for start and end."""
    pairs = itertools.chain(*captions.ADJECTIVES.values())
    texts = [*itertools.chain(*pairs), *captions.NOUNS, *captions.RINGS, *captions.BORDERS, "a one the"]
    return {i for t in texts for i in tokens.encode(t)[1:-1]}


def batches(signs, size, rng):
    """Indices of each batch of an epoch; rare kinds come as often as the root of their number says."""
    kinds, which = np.unique(signs, axis=0, return_inverse=True)
    weight = 1 / np.sqrt(np.bincount(which.ravel(), minlength=len(kinds)))[which.ravel()]
    order = rng.choice(len(signs), len(signs), p=weight / weight.sum())
    return np.split(order[: len(order) // size * size], len(order) // size)


def turned(images):
    """The images in eight positions, an eighth of them each."""
    parts = np.array_split(images, 8)
    parts = [np.rot90(p[:, :, ::-1] if k > 3 else p, k % 4, (1, 2)) for k, p in enumerate(parts)]
    return np.concatenate(parts)


def reduced(claim, rng):
    """Claims of which each is left out with a chance of a quarter."""
    return claim * (rng.random(claim.shape) > 0.25)


def loss(image, text, scale, false):
    """CLIP's loss, both ways; captions that are not false of a crop do not count against its own."""
    image, text = (nn.functional.normalize(v, dim=1) for v in (image, text))
    logits = scale.exp().clamp(max=100) * text @ image.T
    target = torch.arange(len(logits))
    logits = logits.masked_fill(~(false | torch.eye(len(logits), dtype=torch.bool)), -1e4)
    return (nn.functional.cross_entropy(logits, target) + nn.functional.cross_entropy(logits.T, target)) / 2


def train(args, signs, crops):
    """Both towers, trained."""
    torch.manual_seed(args.seed)
    rng = np.random.default_rng(args.seed)
    image, text = towers.ImageTower(), towers.TextTower(known_tokens())
    scale = nn.Parameter(torch.tensor(2.6))
    parameters = [*image.parameters(), *text.parameters(), scale]
    optimizer = torch.optim.AdamW(parameters, lr=args.rate, weight_decay=1e-3)
    steps = args.epochs * (len(signs) // args.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, args.rate, steps)
    for epoch in range(args.epochs):
        total, start = 0.0, time.process_time()
        for chosen in batches(signs, args.batch, rng):
            claim = reduced(captions.claims(signs[chosen]), rng)
            style = rng.integers(2, size=len(chosen))
            pixels = towers.normalised(turned(crops[chosen, style]))
            ids = towers.padded([captions.words(c, rng) for c in claim])
            value = loss(image(pixels), text(ids), scale, torch.tensor(captions.false(claim, signs[chosen])))
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
            schedule.step()
            total += float(value.detach())
        print(f"epoch {epoch + 1} loss {total * args.batch / len(signs):.3f} {time.process_time() - start:.0f} s of processor time",
              flush=True)  # fmt: skip
    return image.eval(), text.eval()


@torch.no_grad()
def embedded(tower, inputs):
    return nn.functional.normalize(torch.cat([tower(i) for i in inputs]), dim=1).numpy()


def accuracy(image, text, signs, crops):
    """Share of crops whose right caption of eight is first, by crop: plain, masked, both; and their number."""
    eight = samples.of_eight(signs)
    signs, crops, eight = signs[eight >= 0], crops[eight >= 0], eight[eight >= 0]
    claim = np.array([[*kind, 0, 0, 0] for kind in captions.EIGHT])
    texts = embedded(text, [towers.padded([captions.words(c) for c in claim])])
    chunks = [slice(i, i + 256) for i in range(0, len(crops), 256)]
    plain, masked = (embedded(image, [towers.normalised(crops[c, s]) for c in chunks]) for s in (0, 1))
    scores = (plain @ texts.T, masked @ texts.T, (plain + masked) @ texts.T)
    return [float((s.argmax(1) == eight).mean()) for s in scores], len(eight)


def main(argv=None):
    p = argparse.ArgumentParser(prog="fastsam_train.words", description=__doc__)
    p.add_argument("--data", help="folder of sets (held-out stems are not trained on)")
    p.add_argument("--out", required=True, help="folder that gets text_model.onnx and vision_model.onnx")
    p.add_argument("--drawn", type=int, default=300, help="drawn images")
    p.add_argument("--drawn-held-out", type=int, default=64)
    p.add_argument("--images", type=int, default=40, help="most images of a set")
    p.add_argument("--epochs", type=int, default=24)
    p.add_argument("--batch", type=int, default=128)
    p.add_argument("--rate", type=float, default=5e-3)
    p.add_argument("--seed", type=int, default=17)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--jobs", type=int, default=2, help="processes that draw and cut")
    p.add_argument("--cache", help="file that keeps the crops from one run to the next")
    args = p.parse_args(argv)
    torch.set_num_threads(args.threads)
    signs, crops, held_signs, held_crops = cached(args)
    image, text = train(args, signs, crops)
    Path(args.out).mkdir(parents=True, exist_ok=True)
    towers.export_both(image, text, args.out)
    shares, number = accuracy(image, text, held_signs, held_crops)
    print(f"right of eight first, {number} held-out crops: plain {shares[0]:.3f}, masked {shares[1]:.3f},"
          f" both {shares[2]:.3f}")  # fmt: skip


def cached(args):
    path = Path(args.cache) if args.cache else None
    if path and path.exists():
        kept = np.load(path)
        return [kept[f"arr_{i}"] for i in range(4)]
    arrays = [*gather(args, False), *gather(args, True)]
    if path:
        np.savez(path, *arrays)
    return arrays


if __name__ == "__main__":
    main()
