"""Stated shares of a whole, and stated completions of a plan, against the figures that they relate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from yusuan.pipeline.prose.against_tables import resolve
from yusuan.pipeline.prose.outcome import Outcome, contradiction, wan
from yusuan.pipeline.prose.statement import Statement
from yusuan.pipeline.prose.tables import Figure, Rounded, Tables, alike
from yusuan.schemas.prose.statements import Wording
from yusuan.schemas.sentences import prose as sentences
from yusuan.schemas.sentences.said import Said, quoted


def percentages(statements: Sequence[Statement], tables: Tables, wording: Wording) -> Iterator[Outcome]:
    """Each stated share against the part and the whole, each stated completion against what was planned and spent.

    A whole that the prose does not state is the one that the tables have.
    """
    own = wording.own
    for index, stated in enumerate(statements):
        if stated.quantity not in ("share_percent", "completion_percent"):
            continue
        parts, wholes = _part_and_whole(statements, stated, own)
        finer = {i: _finer(statements[i], tables, wording) for i in (*parts, *wholes)}
        related: list[tuple[Rounded, Said]] = [
            (finer[w], quoted(statements[w].printed)) for w in wholes if statements[w].yuan > statements[w].half
        ]
        if not wholes and stated.quantity == "share_percent":
            related = [
                (figure, sentences.FIGURE_OF_TABLES.of(figure=wan(figure.yuan)))
                for figure in _of_tables(stated, tables, wording)
            ]
        pairs = list(product(parts, related))
        if not pairs:
            continue
        part, (whole, shown) = statements[pairs[0][0]], pairs[0][1]
        fits = [_share(stated, finer[one], other) for one, (other, _) in pairs]
        rule = "statement.share" if stated.quantity == "share_percent" else "statement.completion"
        true = finer[pairs[0][0]].yuan / whole.yuan * 100
        if "exact" not in fits and _of_another(statements, stated, part, own):
            continue
        # What was planned is told by nothing else.
        covered = (index, wholes[0]) if stated.quantity == "completion_percent" else (index,)
        if "exact" in fits:
            yield Outcome(covered)
        elif "cut off" in fits:
            said = sentences.SHARE_CUT_OFF.of(true=true, stated=stated.printed)
            yield Outcome((index,), contradiction("statement.cut_off", stated, said))
        elif "rounded apart" in fits:
            said = sentences.SHARE_ROUNDED_APART.of(part=part.printed, whole=shown, true=true, stated=stated.printed)
            yield Outcome((index,), contradiction("statement.rounded_apart", stated, said))
        else:
            said = sentences.SHARE_DIFFERS.of(part=part.printed, whole=shown, true=true, stated=stated.printed)
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
    if least < stated.value + stated.step and most >= stated.value:
        return "cut off"
    near = least <= stated.value + half + stated.step and most >= stated.value - half - stated.step
    return "rounded apart" if near and stated.step < 1 else "wrong"


def _finer(statement: Statement, tables: Tables, wording: Wording) -> Rounded:
    """A figure with the digits that the tables print for the same thing, where they print more of them."""
    places = (
        () if statement.subject.part_of else wording.places.get(statement.quantity, {}).get(statement.subject.id, ())
    )
    known = [figure for place in places if (figure := tables.figure(place)) is not None]
    if statement.subject.names and statement.quantity == wording.own:
        item = resolve(statement, tables)
        known += [item.figure] if item is not None and item.figure is not None else []
    same = [figure for figure in known if alike(statement, figure) and figure.half < statement.half]
    return min(same, key=lambda figure: figure.half, default=statement)
