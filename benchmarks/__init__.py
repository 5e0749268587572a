"""Measurements, each a command that prints ratios against something measured in the same run."""
