"""Where the time of training steps goes: `--profile` of `fastsam_train.train`."""

import warnings

import torch
from torch.profiler import ProfilerActivity, profile

ROWS = 30


def profiled(step, device, count=5):
    """Runs `step()` `count` times; returns a table of the operations by their own time on the device and, on
    a GPU, how often a step waited for it."""
    on_gpu = device.type == "cuda"
    activities = [ProfilerActivity.CPU] + [ProfilerActivity.CUDA] * on_gpu
    with profile(activities=activities) as seen:
        for _ in range(count):
            step()
        if on_gpu:
            torch.cuda.synchronize()
    column = "self_cuda_time_total" if on_gpu else "self_cpu_time_total"
    table = seen.key_averages().table(sort_by=column, row_limit=ROWS)
    return table + (f"\nwaits for the device: {waits(step)} a step" if on_gpu else "")


def waits(step):
    """How often one step makes its thread wait for the GPU."""
    torch.cuda.set_sync_debug_mode("warn")
    try:
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter("always")
            step()
    finally:
        torch.cuda.set_sync_debug_mode("default")
    return sum("synchronizing" in str(warning.message) for warning in seen)
