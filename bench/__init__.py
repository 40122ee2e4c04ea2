"""Benchmarks: each prints what this project claims beside its peers, in one run."""
