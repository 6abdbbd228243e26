"""What the command lines' options may be; argparse says the option's name before the message, and ends with code 2."""

import argparse
import math
from pathlib import Path


def whole(least, step=1):
    """Whole numbers from `least` on that are multiples of `step`."""
    kind = f"a multiple of {step} from {least} on" if step > 1 else f"a whole number from {least} on"

    def read(text):
        return checked(int, text, lambda value: value >= least and value % step == 0, kind)

    return read


def number(least, most=math.inf):
    """Finite numbers between the two, both included."""
    kind = f"a number from {least:g} on" if most == math.inf else f"a number from {least:g} to {most:g}"

    def read(text):
        return checked(float, text, lambda value: least <= value <= most and math.isfinite(value), kind)

    return read


def clock_time(text):
    """HH:MM, as a text."""
    hours, _, minutes = text.partition(":")
    if not (hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2 and int(hours) < 24 and int(minutes) < 60):
        raise argparse.ArgumentTypeError(f"must be a time of the day, HH:MM, but was {text!r}")
    return text


def file_to_write(text):
    """A file in a folder that is made if it is not there: a run of an hour must not end with a folder that is missing."""
    path = Path(text)
    if path.is_dir():
        raise argparse.ArgumentTypeError(f"must be a file, but {text} is a folder")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise argparse.ArgumentTypeError(f"{path.parent} cannot be made: {problem.strerror}") from problem
    return path


def folder_to_fill(text):
    """A folder, or a name for one."""
    if Path(text).exists() and not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"must be a folder, but {text} is a file")
    return Path(text)


def checked(kind, text, fits, wanted):
    try:
        value = kind(text)
    except ValueError:
        value = None
    if value is None or not fits(value):
        raise argparse.ArgumentTypeError(f"must be {wanted}, but was {text!r}")
    return value
