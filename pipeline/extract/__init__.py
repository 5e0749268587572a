"""Logical tables → records and DataFrames, one extractor per shape, checked by pandera."""
