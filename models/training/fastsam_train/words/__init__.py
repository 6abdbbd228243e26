"""A small model of words and objects, for tests only: two towers in CLIP's layout, trained on captions made
from measured properties. `python -m fastsam_train.words --data DIR --out FILE`."""
