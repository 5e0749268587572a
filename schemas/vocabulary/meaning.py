"""What a word may mean, and the form in which words are declared."""

from __future__ import annotations

from typing import Literal, NamedTuple

Dimension = Literal["measure", "whole", "role", "rows", "basis", "year", "side", "nothing", "aside"]
"""What a word says something about.

`measure` which kind of money a column holds; `whole` that it is the whole of what stands above or beside it; `role`
that a column holds no money but names a row; `rows` how its rows are classified; `basis` what kind of number it is;
`year` how many years before the document's own; `side` revenue or expenditure; `nothing` a word that says nothing by
itself; `aside` that a column holds what is neither a name nor money.
"""


class Meaning(NamedTuple):
    """One thing that a word says: on which dimension, and what."""

    dimension: Dimension
    value: str
