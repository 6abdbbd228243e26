"""Writes what the software's own test ranks: `python -m fastsam_train.words.heldout --data DIR --out DIR`.

`captions.txt` has a caption a line; `eight.csv` and `mixed.csv` a held-out crop a line: set, stem, label in the label
image, the line of its right caption and those of seven wrong ones. In eight.csv the captions are always the eight of
size, shape and light; in mixed.csv the right one says all that is known of the crop, and each wrong one belongs to
another crop and says something false of this one. A few of the drawn images are written as well, with their labels;
images of DIR never are.
"""
import argparse
from pathlib import Path

import cv2
import numpy as np

from . import captions, samples

IMAGE_BYTES = 1_000_000


def drawn_images(count, seed):
    """(item, samples) of drawn images, as training has them."""
    for i in range(count):
        item = samples.drawn_item(*samples.kind_of(i, seed))
        yield item, samples.of_item(item, np.random.default_rng([seed, i]))


def chosen(drawn):
    """Images that together show all of the eight kinds well, within a limit of bytes."""
    counts, kept, size = np.zeros(8), [], 0
    rest = [(i, s, encoded(i.image), kinds(s)) for i, s in drawn]
    while rest:
        gain = [(k / (1 + counts) ** 2).sum() / len(png) for _, _, png, k in rest]
        item, found, png, kind = rest.pop(int(np.argmax(gain)))
        if size + len(png) <= IMAGE_BYTES and kind.any():
            kept.append((item, found))
            counts, size = counts + kind, size + len(png)
    return kept


def kinds(found):
    which = samples.of_eight(np.array([s.signs for s in found]).reshape(-1, 6))
    return np.bincount(which[which >= 0], minlength=8)


def encoded(image):
    rgb = image if image.ndim == 2 else image[..., ::-1]
    return cv2.imencode(".png", rgb, [cv2.IMWRITE_PNG_COMPRESSION, 9])[1].tobytes()


def write_images(kept, out):
    for item, _ in kept:
        folder = out / item.set
        for name, png in (("images", encoded(item.image)), ("labels", encoded(item.labels))):
            (folder / name).mkdir(parents=True, exist_ok=True)
            (folder / name / f"{item.stem}.png").write_bytes(png)


def eight_rows(found):
    """Lines of eight.csv; its captions are the first eight."""
    for s, k in zip(found, samples.of_eight(np.array([s.signs for s in found]))):
        if k >= 0:
            yield s, [int(k), *(i for i in range(8) if i != k)]


def mixed_rows(found, texts, rng):
    """Lines of mixed.csv: crops of which two things or more are known."""
    claims = captions.claims(np.array([s.signs for s in found]))
    for s, claim in zip(found, claims):
        wrong = captions.false(claims, s.signs[None])[:, 0]
        others = list(dict.fromkeys(captions.words(c) for c in claims[rng.permutation(np.flatnonzero(wrong))]))
        if np.count_nonzero(claim) >= 2 and len(others) >= 7:
            yield s, [texts.setdefault(t, len(texts)) for t in [captions.words(claim), *others[:7]]]


def lines(rows):
    return "".join(f"{s.set},{s.stem},{s.label},{','.join(map(str, c))}\n" for s, c in rows)


def main(argv=None):
    p = argparse.ArgumentParser(prog="fastsam_train.words.heldout", description=__doc__)
    p.add_argument("--data", help="folder of sets, of which the held-out stems are taken")
    p.add_argument("--out", required=True)
    p.add_argument("--drawn", type=int, default=64, help="drawn images to choose from")
    p.add_argument("--images", type=int, default=12, help="most images of a set")
    p.add_argument("--seed", type=int, default=18, help="that of the training plus 1")
    args = p.parse_args(argv)
    out, rng = Path(args.out), np.random.default_rng(args.seed)
    kept = chosen(drawn_images(args.drawn, args.seed))
    write_images(kept, out)
    found = [s for _, some in kept for s in some]
    files = samples.stored_images([args.data], True, args.images) if args.data else []
    stored = [s for task in files for s in samples.stored(task)]
    texts = {captions.words([*k, 0, 0, 0]): i for i, k in enumerate(captions.EIGHT)}
    for name, some in (("drawn", found), ("stored", stored)):
        (out / f"{name}-eight.csv").write_text(lines(eight_rows(some)) if some else "")
        (out / f"{name}-mixed.csv").write_text(lines(mixed_rows(some, texts, rng)) if some else "")
    (out / "captions.txt").write_text("\n".join(texts) + "\n")


if __name__ == "__main__":
    main()
