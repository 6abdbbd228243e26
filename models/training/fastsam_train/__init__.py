"""Trainer of the FastSAM network that the Fiji plugin bundles (our own code, BSD-2-Clause)."""
