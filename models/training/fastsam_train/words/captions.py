"""Properties as signs and captions as claims about them.

A crop has six signs: size (small -1, large +1), shape (round, elongated), light (dark, bright), surface (smooth,
textured), ring (no, yes), border (no, yes); 0 = not clear. A caption claims some of them; it is false for a crop
that has the opposite sign of one claim, true where it has all of them.
"""
import numpy as np

SIZE, SHAPE, LIGHT, SURFACE, RING, BORDER = range(6)
ADJECTIVES = {
    SIZE: (("small", "tiny", "little"), ("large", "big", "huge")),
    SHAPE: (("round", "circular", "compact"), ("elongated", "long", "rod shaped")),
    LIGHT: (("dark", "black", "dim"), ("bright", "light", "white")),
    SURFACE: (("smooth", "uniform", "even"), ("textured", "rough", "grainy")),
}
NOUNS = ("object", "cell", "particle", "thing", "nucleus")
RINGS = ("ring", "hollow ring", "ring shaped object")
BORDERS = ("touching the border", "at the border", "cut by the edge of the image")
EIGHT = [(a, b, c) for a in (-1, 1) for b in (-1, 1) for c in (-1, 1)]


def claims(signs):
    """All that can be said of signs: what is not a ring or not at the border is not mentioned."""
    said = np.array(signs)
    said[..., RING:] = np.maximum(said[..., RING:], 0)
    return said


def words(claim, rng=None):
    """A caption; with a generator in one of many wordings."""
    def pick(choices):
        return choices[0] if rng is None else choices[int(rng.integers(len(choices)))]

    said = [pick(ADJECTIVES[k][int(claim[k] > 0)]) for k in ADJECTIVES if claim[k]]
    if rng is not None:
        rng.shuffle(said)
    noun = pick(RINGS if claim[RING] else NOUNS)
    tail = [pick(BORDERS)] if claim[BORDER] else []
    return " ".join([pick(("a", "one", "the")), *said, noun, *tail])


def false(claim, signs):
    """[captions, crops]: whether a caption contradicts a crop."""
    return (np.asarray(claim)[:, None] * np.asarray(signs)[None] < 0).any(-1)


def true(claim, signs):
    """[captions, crops]: whether a crop has all that a caption claims."""
    claim, signs = np.asarray(claim)[:, None], np.asarray(signs)[None]
    return ((claim == 0) | (claim == signs)).all(-1)
