"""Endless stream of batches, drawn by set, prepared in worker processes."""

import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset

from .augment import background_crop, random_crop

# How often a set is drawn, against 1 for any other: small and one-scene sets less, nuclei
# and the sets that were hardest in the first run more.
SHARES = {
    "dsb2018_train": 5.0, "usiigaci_phase": 3.0, "axon_sem": 2.0, "codex_tissue": 3.0,
    "bolts": 0.3, "colony_plates": 0.5, "imagegrains_fh": 1.5, "segeverygrain": 0.7,
    "yeast_phase": 0.7, "fly_embryo": 0.6, "synth_multiplex": 2.5, "synth_embedded": 2.0,
    "synth_nuclei_tissue": 2.0, "superalloy_gamma": 1.5, "u2os_nuclei": 1.0, "neuron_bright": 1.2,
    "synth_phase_sparse": 2.5, "synth_sections": 2.0, "synth_two_levels": 4.0, "synth_lobes": 1.5,
    "synth_branching": 1.5,
}  # fmt: skip
INCOMPLETE = {"usiigaci_phase", "segmush", "granular_heap", "tem_nanoshapes", "codex_tissue", "colony_plates"}
NEGATIVE_WEIGHT_WHERE_INCOMPLETE = 0.6
BACKGROUND_SHARE = 0.1
# How often a colour image is drawn, against 1 for a grey one of the same set: stained sections are
# few among the fluorescent nuclei, and harder.
COLOUR_SHARE = 3.0


class BatchStream:
    """Iterates over dictionaries of tensors; see `collate`."""

    def __init__(self, items, synthetic, plan, seed, workers=1):
        shares = draw_shares(items, synthetic, plan.synthetic_share)
        batches = CropStream(items, shares, plan.size, plan.batch // plan.lanes, seed)
        ahead = max(2, 64 // plan.batch) if workers else None
        pin = torch.cuda.is_available()
        self.loader = DataLoader(
            batches, None, collate_fn=collate, num_workers=workers, prefetch_factor=ahead, pin_memory=pin
        )

    def __iter__(self):
        return iter(self.loader)


class CropStream(IterableDataset):
    """Endless lists of random crops with their set's background weight. Each list has one of the
    sizes, and about as many pixels as `batch` crops of the first size."""

    def __init__(self, items, shares, sizes, batch, seed):
        self.items, self.names, self.seed = items, list(shares), seed
        self.kinds = [(size, max(1, round(batch * (sizes[0] / size) ** 2))) for size in sizes]
        self.shares = np.array([shares[name] for name in self.names])
        self.item_shares = {name: item_shares(found) for name, found in items.items()}

    def __iter__(self):
        torch.set_num_threads(1)
        info = torch.utils.data.get_worker_info()
        random = np.random.default_rng([self.seed, info.id if info else 0])
        while True:
            size, count = self.kinds[random.integers(len(self.kinds))]
            yield [self.draw(size, random) for _ in range(count)]

    def draw(self, size, random):
        if random.random() < BACKGROUND_SHARE:
            return background_crop(size, random), 1.0
        name = self.names[random.choice(len(self.names), p=self.shares)]
        item = self.items[name][random.choice(len(self.items[name]), p=self.item_shares[name])]
        crop = random_crop(item, size, random)
        return crop, NEGATIVE_WEIGHT_WHERE_INCOMPLETE if name in INCOMPLETE else 1.0


def item_shares(items):
    """Probability of each image within its set."""
    shares = np.array([COLOUR_SHARE if item.image.ndim == 3 else 1.0 for item in items])
    return shares / shares.sum()


def draw_shares(items, synthetic, synthetic_share):
    """Probability of each set."""
    real = {name: SHARES.get(name, 1.0) for name in items if name not in synthetic}
    made = {name: SHARES.get(name, 1.0) for name in items if name in synthetic}
    split = synthetic_share if made and real else float(bool(made))
    shares = {name: w / sum(real.values()) * (1 - split) for name, w in real.items()}
    shares.update({name: w / sum(made.values()) * split for name, w in made.items()})
    return shares


def collate(samples):
    """images uint8 [B, C, C, 3], labels int16 [F, C, C] (the crops' own, then the outer levels of
    those that have one), scene [F] (the image of each), boxes [M, 4], row [M] (of labels), label [M],
    negative [B]."""
    crops = [crop for crop, _ in samples]
    about = [i for i, crop in enumerate(crops) if crop.outer]
    scenes = [(c.labels, c.boxes) for c in crops] + [crops[i].outer for i in about]
    counts = [len(boxes) for _, boxes in scenes]
    return {
        "images": torch.from_numpy(np.stack([c.image for c in crops])),
        "labels": torch.from_numpy(np.stack([labels for labels, _ in scenes]).astype(np.int16)),
        "boxes": torch.from_numpy(np.concatenate([boxes for _, boxes in scenes])),
        "row": torch.repeat_interleave(torch.arange(len(scenes)), torch.tensor(counts)),
        "label": torch.cat([torch.arange(1, n + 1) for n in counts]).int(),
        "scene": torch.tensor([*range(len(crops)), *about]),
        "negative": torch.tensor([w for _, w in samples], dtype=torch.float32),
    }
