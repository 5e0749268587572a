"""Scans with exact truth, made of digital PDFs: `python -m benchmarks.scans`, and what tests make them with.

`scan` and `PROFILES` make a scan of a PDF, `BAD` makes pictures that are no table or hard to read.
"""
