"""Declarations: what a published table looks like, and what the dataset promises.

Nothing in this package reads a PDF. Machinery lives in `pipeline/`; it takes every title, header,
measure, sum and field description from here, so that a new year or a new publisher is a change to
a declaration.
"""
