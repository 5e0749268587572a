"""Stated shares of a whole, and stated completions of a plan, against the figures that they relate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from pipeline.prose.outcome import Outcome, contradiction, wan
from pipeline.prose.statement import Statement
from pipeline.prose.tables import Figure, Rounded, Tables
from schemas.prose.statements import Wording


def percentages(statements: Sequence[Statement], tables: Tables, wording: Wording) -> Iterator[Outcome]:
    """Each stated share against the part and the whole, each stated completion against what was planned and spent.

    A whole that the prose does not state is the one that the tables have.
    """
    own = wording.own
    for index, stated in enumerate(statements):
        if stated.quantity not in ("share_percent", "completion_percent"):
            continue
        parts, wholes = _part_and_whole(statements, stated, own)
        related: list[Rounded] = [statements[w] for w in wholes if statements[w].yuan > statements[w].half]
        if not wholes and stated.quantity == "share_percent":
            related = _of_tables(stated, tables, wording)
        pairs = list(product((statements[p] for p in parts), related))
        if not pairs:
            continue
        part, whole = pairs[0]
        fits = [_share(stated, one, other) for one, other in pairs]
        rule = "statement.share" if stated.quantity == "share_percent" else "statement.completion"
        true = part.yuan / whole.yuan * 100
        if "exact" not in fits and _of_another(statements, stated, part, own):
            continue
        # What was planned is told by nothing else.
        covered = (index, wholes[0]) if stated.quantity == "completion_percent" else (index,)
        if "exact" in fits:
            yield Outcome(covered)
        elif "cut off" in fits:
            said = f"{true:.2f}% was cut off to {stated.printed}, not rounded"
            yield Outcome((index,), contradiction("statement.cut_off", stated, said))
        else:
            shown = whole.printed if isinstance(whole, Statement) else f"{wan(whole.yuan)} in the tables"
            said = f"{part.printed} of {shown} is {true:.2f}%, not {stated.printed}"
            yield Outcome(covered, contradiction(rule, stated, said))


def _of_tables(stated: Statement, tables: Tables, wording: Wording) -> list[Rounded]:
    """What the tables have of the whole of a share."""
    places = wording.places.get(wording.own, {}).get(stated.of.id, ()) if stated.of else ()
    figures: list[Figure] = [figure for place in places if (figure := tables.figure(place)) is not None]
    return [figure for figure in figures if figure.yuan > figure.half]


def _of_another(statements: Sequence[Statement], stated: Statement, part: Statement, own: str) -> bool:
    """Whether a share is one of another figure of its paragraph: of the outer of two wholes that stand before it."""
    others = [s for s in statements if s.paragraph == stated.paragraph and s.quantity == own and s.yuan > s.half]
    return stated.quantity == "share_percent" and any(
        _share(stated, part, other) == "exact" for other in others if other.yuan > part.yuan
    )


def _part_and_whole(statements: Sequence[Statement], stated: Statement, own: str) -> tuple[list[int], list[int]]:
    """The figures that a percentage relates: those of its paragraph, the whole of a share also elsewhere."""
    here = [i for i, s in enumerate(statements) if s.paragraph == stated.paragraph]
    parts = [i for i in here if statements[i].subject == stated.subject and statements[i].quantity == own]
    if stated.quantity == "completion_percent":
        planned = [i for i in here if statements[i].subject == stated.subject and statements[i].quantity == "planned"]
        return parts, planned
    wholes = [i for i, s in enumerate(statements) if s.subject == stated.of and s.quantity == own]
    return parts, [i for i in wholes if i in here] or wholes


def _share(stated: Statement, part: Rounded, whole: Rounded) -> str:
    """Whether a percentage follows from two figures: exact within their rounding, cut off, or wrong."""
    least = (part.yuan - part.half) / (whole.yuan + whole.half) * 100
    most = (part.yuan + part.half) / (whole.yuan - whole.half) * 100
    half = stated.step / 2
    if least <= stated.value + half and most >= stated.value - half:
        return "exact"
    return "cut off" if least < stated.value + stated.step and most >= stated.value else "wrong"
