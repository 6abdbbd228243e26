"""Network output to label image, as the product does it (slowly, in Python, for measuring).

Frames: source pixels -> network pixels by one factor (bilinear, antialiased when shrinking), placed
at the top left of a frame whose sides are the next multiples of 32, padded with 114.
"""

from contextlib import nullcontext
from dataclasses import dataclass

import cv2
import numpy as np
import torch

from .precision import autocast

STRIDE = 32
PADDING = 114 / 255
LEAST_SCORE = 0.25
SHARE = 0.55
ALWAYS = 0.55


@dataclass
class Settings:
    """Post-processing; a confidence of 0 is found by the candidates themselves, `margin` enlarges the
    boxes that crop the masks (share of the side)."""

    confidence: float = 0.0
    box_iou: float = 0.6
    mask_iou: float = 0.5
    contained: float = 0.75
    margin: float = 0.0
    min_area: int = 8


@dataclass
class Candidates:
    """Kept rows: `boxes` [n, 4] x0 y0 x1 y1 in network pixels, `scores`, `coefficients` [n, 32]."""

    boxes: np.ndarray
    scores: np.ndarray
    coefficients: np.ndarray
    prototypes: np.ndarray
    scale: float


def to_rgb(image, stretch=True):
    """float32 RGB 0..1; grey images between their 0.1 and 99.9 percentiles."""
    values = image.astype(np.float32)
    if image.ndim == 3:
        return values / 255
    low, high = np.percentile(values, (0.1, 99.9)) if stretch else (0, 255)
    if high <= low:
        return np.zeros((*image.shape, 3), np.float32)
    return np.repeat(np.clip((values - low) / (high - low), 0, 1)[..., None], 3, 2)


def resize(rgb, scale):
    height, width = rgb.shape[:2]
    target = max(round(width * scale), 1), max(round(height * scale), 1)
    tensor = torch.from_numpy(rgb).permute(2, 0, 1)[None]
    resized = torch.nn.functional.interpolate(
        tensor, (target[1], target[0]), mode="bilinear", antialias=scale < 1, align_corners=False
    )
    return resized[0].permute(1, 2, 0).numpy()


def frame(rgb):
    height, width = (-(-side // STRIDE) * STRIDE for side in rgb.shape[:2])
    padded = np.full((height, width, 3), PADDING, np.float32)
    padded[: rgb.shape[0], : rgb.shape[1]] = rgb
    return padded


class TorchRunner:
    """Runs the decoded network; input [H, W, 3], outputs rows [N, 37] and prototypes."""

    def __init__(self, decoded, half=True):
        self.decoded, self.half = decoded.eval().to(memory_format=torch.channels_last), half

    @torch.inference_mode()
    def __call__(self, image):
        tensor = torch.from_numpy(image).permute(2, 0, 1)[None].contiguous(memory_format=torch.channels_last)
        with autocast("cpu") if self.half else nullcontext():
            rows, prototypes = self.decoded(tensor)
        return rows[0].float().numpy().T, prototypes[0].float().numpy()


class OnnxRunner:
    """The same from an ONNX file."""

    def __init__(self, path, threads=2):
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self.session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def __call__(self, image):
        feed = {"images": np.ascontiguousarray(image.transpose(2, 0, 1)[None])}
        rows, prototypes = self.session.run(None, feed)
        return rows[0].T, prototypes[0]


def candidates(run, rgb, scale, settings):
    """One pass at one scale; candidates above the confidence, box-suppressed."""
    rows, prototypes = run(frame(resize(rgb, scale)))
    rows = rows[rows[:, 4] >= (settings.confidence or LEAST_SCORE)]
    boxes = np.concatenate((rows[:, :2] - rows[:, 2:4] / 2, rows[:, :2] + rows[:, 2:4] / 2), 1)
    kept = suppress(boxes, rows[:, 4], settings.box_iou)
    if settings.confidence == 0:
        kept = kept[rows[kept, 4] >= least_score(rows[kept, 4])]
    return Candidates(boxes[kept], rows[kept, 4], rows[kept, 5:], prototypes, scale)


def least_score(scores):
    """What a candidate needs where no confidence is stated, as Java's SureObjects has it."""
    return max(LEAST_SCORE, min(SHARE * typical_score(scores), ALWAYS))


def typical_score(scores):
    """Mean of the scores, weighted by themselves; 0 of none."""
    return float((scores**2).sum() / scores.sum()) if len(scores) else 0.0


def suppress(boxes, scores, iou):
    """Indices of the boxes kept, best first."""
    order, kept = np.argsort(-scores, kind="stable"), []
    areas = (boxes[:, 2:] - boxes[:, :2]).prod(1)
    while len(order):
        best, rest = order[0], order[1:]
        kept.append(best)
        low = np.maximum(boxes[best, :2], boxes[rest, :2])
        high = np.minimum(boxes[best, 2:], boxes[rest, 2:])
        overlap = np.clip(high - low, 0, None).prod(1)
        order = rest[overlap <= iou * (areas[best] + areas[rest] - overlap)]
    return np.array(kept, int)


def masks(found, shape, settings):
    """(y0, x0, bool raster) in source pixels, by candidate; None where empty."""
    made = []
    for box, coefficients in zip(found.boxes, found.coefficients):
        made.append(_mask(box, coefficients, found, shape, settings))
    return made


def _mask(box, coefficients, found, shape, settings):
    grow = (box[2:] - box[:2]) * settings.margin
    low, high = (box[:2] - grow) / found.scale, (box[2:] + grow) / found.scale
    x0, y0 = np.clip(np.round(low), 0, [shape[1], shape[0]]).astype(int)
    x1, y1 = np.clip(np.round(high), 0, [shape[1], shape[0]]).astype(int)
    if x1 <= x0 or y1 <= y0:
        return None
    height, width = found.prototypes.shape[1:]
    step = found.scale / 4
    c0 = int(np.clip(np.floor(x0 * step) - 2, 0, width - 1)), int(np.clip(np.floor(y0 * step) - 2, 0, height - 1))
    c1 = min(int(np.ceil(x1 * step)) + 2, width), min(int(np.ceil(y1 * step)) + 2, height)
    part = np.tensordot(coefficients, found.prototypes[:, c0[1] : c1[1], c0[0] : c1[0]], 1)
    shift = [(0.5 + offset) * step - 0.5 - corner for offset, corner in ((x0, c0[0]), (y0, c0[1]))]
    matrix = np.array([[step, 0, shift[0]], [0, step, shift[1]]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    logits = cv2.warpAffine(part.astype(np.float32), matrix, (x1 - x0, y1 - y0), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    raster = largest_part(logits > 0)
    return (y0, x0, raster) if raster.sum() >= settings.min_area else None


def largest_part(raster):
    count, parts, stats, _ = cv2.connectedComponentsWithStats(raster.astype(np.uint8), connectivity=4)
    if count <= 2:
        return raster
    return parts == 1 + stats[1:, cv2.CC_STAT_AREA].argmax()


def paint(made, scores, shape, settings):
    """Label image: duplicates dropped by mask (better score first), smallest on top."""
    owner, kept = np.zeros(shape, np.int32), []
    for index in np.argsort(-scores, kind="stable"):
        if made[index] is None:
            continue
        y, x, raster = made[index]
        under = owner[y : y + raster.shape[0], x : x + raster.shape[1]]
        if not _is_duplicate(raster, under, kept, settings):
            kept.append((int(raster.sum()), index))
            under[raster & (under == 0)] = len(kept)
    labels = np.zeros(shape, np.int32)
    for number, (_, index) in enumerate(sorted(kept, reverse=True), 1):
        y, x, raster = made[index]
        labels[y : y + raster.shape[0], x : x + raster.shape[1]][raster] = number
    return labels


def _is_duplicate(raster, under, kept, settings):
    seen = np.bincount(under[raster], minlength=1)
    area = int(raster.sum())
    for number in np.nonzero(seen[1:])[0] + 1:
        other = kept[number - 1][0]
        shared = seen[number]
        if shared > settings.mask_iou * (area + other - shared) or shared > settings.contained * min(area, other):
            return True
    return False


def segment(run, image, scale, settings=Settings()):
    """Label image [H, W] of one image at one scale."""
    rgb = to_rgb(image)
    found = candidates(run, rgb, scale, settings)
    made = masks(found, image.shape[:2], settings)
    return paint(made, found.scores, image.shape[:2], settings)
