"""CLIP's tokens of plain lower-case words, from the vocabulary that the software carries."""
import gzip
from functools import lru_cache
from pathlib import Path

VOCABULARY = Path(__file__).parents[4] / "src/main/resources/sc/fiji/fastsam/text/bpe-merges.txt.gz"
START, END, SIZE = 49406, 49407, 49408


@lru_cache(1)
def vocabulary():
    """(token ids, ranks of pairs)."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    symbols = [chr(b) for b in printable] + [chr(256 + i) for i in range(256 - len(printable))]
    merges = [tuple(m.split()) for m in gzip.open(VOCABULARY, "rt", encoding="utf-8").read().split("\n")[1:48895]]
    every = symbols + [s + "</w>" for s in symbols] + ["".join(m) for m in merges]
    return {s: i for i, s in enumerate(every)}, {m: i for i, m in enumerate(merges)}


@lru_cache(4096)
def word(letters):
    """Ids of one word of ASCII letters."""
    ids, ranks = vocabulary()
    parts = [*letters[:-1], letters[-1] + "</w>"]
    while len(parts) > 1:
        pair = min(zip(parts, parts[1:]), key=lambda p: ranks.get(p, 1 << 30))
        if pair not in ranks:
            break
        merged, i = [], 0
        while i < len(parts):
            whole = tuple(parts[i : i + 2]) == pair
            merged.append("".join(pair) if whole else parts[i])
            i += 2 if whole else 1
        parts = merged
    return tuple(ids[p] for p in parts)


def encode(text):
    """Ids of a text of ASCII letters and spaces, with start and end."""
    return [START, *(i for w in text.split() for i in word(w)), END]
