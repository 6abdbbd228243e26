"""Where bfloat16 pays: on CUDA and on CPUs with bfloat16 instructions.

On others (AVX2) its convolutions are emulated: 9.0 s a step instead of 0.9 s.
"""

import functools

import torch


@functools.cache
def has_bfloat16(kind):
    """Whether devices of the kind ("cuda" or "cpu") multiply bfloat16 natively."""
    if kind == "cuda":
        return torch.cuda.is_bf16_supported(including_emulation=False)
    return kind == "cpu" and torch.cpu._is_avx512_bf16_supported()


def autocast(kind):
    """Mixed precision where it pays, else float32."""
    return torch.autocast(kind, dtype=torch.bfloat16, enabled=has_bfloat16(kind))
