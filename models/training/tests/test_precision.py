import torch

from fastsam_train import precision


def test_a_cpu_without_bfloat16_computes_in_float32(monkeypatch):
    x = torch.ones(2, 2)
    for native, expected in ((False, torch.float32), (True, torch.bfloat16)):
        precision.has_bfloat16.cache_clear()
        monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda native=native: native)
        with precision.autocast("cpu"):
            assert (x @ x).dtype == expected
    precision.has_bfloat16.cache_clear()
