"""The identities of a document, as data for its page: figures, and which amounts they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from yusuan.schemas.views.names import Names

if TYPE_CHECKING:
    from yusuan.pipeline.document.identities import Blank, Identities


@dataclass(frozen=True)
class Proofs:
    """The identities of a document, and for each of its lines which of them it takes part in.

    An identity is rule, words, what it says (holds, near, doubt, fails), difference and tolerance in yuan, and its two
    sides; a figure of a side is the number of its line, or what is said of a cell that is blank.
    """

    identities: list[tuple[str, str, str, str, str, list[int | str], list[int | str]]]
    of_line: list[list[int]]
    titles: Mapping[str, str]
    """The titles of the tables as printed."""


def proofs(found: Identities, count: int, called: Names) -> Proofs:
    """The identities among `count` lines, in the language of `called`."""
    of_line: list[list[int]] = [[] for _ in range(count)]
    identities = []
    for number, told in enumerate(found.told):
        for line in dict.fromkeys(each for each in (*told.left, *told.right) if isinstance(each, int)):
            of_line[line].append(number)
        left, right = ([_figure(each, called) for each in side] for side in (told.left, told.right))
        difference, tolerance = _yuan(told.difference), _yuan(told.tolerance)
        words = told.words.of(called.language)
        identities.append((told.rule, words, told.says, difference, tolerance, left, right))
    return Proofs(identities, of_line, found.titles)


def _figure(each: int | Blank, called: Names) -> int | str:
    if isinstance(each, int):
        return each
    row, measure = each
    return f"{row.of(called.language)} {called.measure(measure)}".strip()


def _yuan(fen: int) -> str:
    return f"{Decimal(fen) / 100:,.2f}" if fen else ""
