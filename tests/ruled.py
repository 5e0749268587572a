"""Pages whose ruling lines are given one by one, for rulings that no typesetter would draw."""

from __future__ import annotations

from collections.abc import Sequence
from unittest.mock import patch

from tests.small import amounts, read
from typeset import Page
from yusuan.pipeline.read import assemble
from yusuan.pipeline.read.page import Rule

Line = tuple[float, float, float, float]
"""x0, top, x1, bottom of a horizontal or vertical line."""


def ruled_page(page: Page, lines: Sequence[Line]) -> dict[tuple[str, str, str], str]:
    """The amounts of a page that is ruled by `lines` instead of what it draws."""
    rules = [rule(line) for line in lines]
    with patch.object(assemble, "rules", lambda _: iter(rules)):
        return amounts(read(page))


def rule(line: Line) -> Rule:
    """One line as the reader would give it."""
    x0, top, x1, bottom = line
    if top == bottom:
        return Rule("horizontal", top, x0, x1)
    return Rule("vertical", x0, top, bottom)
