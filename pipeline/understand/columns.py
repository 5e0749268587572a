"""A path of header texts → what the column below it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yusuan.pipeline.understand.words import Composition, compose, vocabulary
from yusuan.schemas.tables.measures import CHANGE, combined
from yusuan.schemas.vocabulary.meaning import Meaning
from yusuan.schemas.vocabulary.measures import EARNED, OF_USES, OPENING, REFINES, REMAINDER

WHOLE = "total"
_ALL_LISTED, _LISTED = {"three_public"}, {"three_public", "meetings", "training"}
_BOUGHT = "procurement"
_REMEMBERED = 1 << 12
"""So many paths of texts are not understood again."""


@dataclass(frozen=True)
class ColumnMeaning:
    """What a column holds: `role` is a measure, or what of a row it names (see ROLE_WORDS), `aside`, or empty where
    the words do not tell.

    `rows` is how the rows that it names are classified, where it says so; `side`, `basis` and `years_back` are empty
    where the header does not say them. `unknown` has the parts of the header that are no declared words.
    """

    role: str = ""
    rows: str = ""
    side: str = ""
    basis: str = ""
    years_back: int | None = None
    measure: bool = False
    unknown: tuple[str, ...] = ()
    part: bool = False


def understand(path: Sequence[str], said: Sequence[str] = ()) -> ColumnMeaning:
    """What the column under `path`, from the top down, holds.

    `said` are measures that the title of the table says already (一般公共预算, 基本支出): they add nothing in a header.
    """
    known, asked = vocabulary().columns, (tuple(path), tuple(said))
    found: ColumnMeaning | None = known.get(asked)
    if found is None:
        if len(known) >= _REMEMBERED:
            known.clear()
        found = known[asked] = _understand(path, said)
    return found


def _understand(path: Sequence[str], said: Sequence[str]) -> ColumnMeaning:
    compositions = [compose(text) for text in path if text]
    unknown = tuple(c.unknown for c in compositions if c.unknown)
    if not compositions:
        return ColumnMeaning()
    lowest = compositions[-1]
    rows = next((v for c in reversed(compositions) for v in _values(c, "rows")), "")
    side = _side(compositions)
    # What compares two kinds of numbers or two years (预算数比执行数) is of neither.
    stated = [c for c in compositions if CHANGE not in _values(c, "measure")]
    basis = next((v for c in reversed(stated) for v in _values(c, "basis")), "")
    year = next((int(v) for c in reversed(stated) for v in _values(c, "year")), None)
    if unknown:
        return ColumnMeaning("", rows, side, basis, year, unknown=unknown)
    if any(_values(c, "aside") for c in compositions):
        return ColumnMeaning("aside", rows, side, basis, year)
    role = _role(path, compositions, lowest, rows)
    if role:
        return ColumnMeaning(role, rows, side, basis, year)
    measure = _measure(compositions, said)
    part = any(c.part for c in compositions)
    return ColumnMeaning(measure, rows, side, basis, year, bool(measure), part=part)


def is_whole(texts: Sequence[str]) -> bool:
    """Whether texts say nothing but to be the whole of something: 小计."""
    words = [meanings[0] for text in texts for _, meanings in compose(text).words]
    return bool(words) and all(meaning.dimension == "whole" for meaning in words)


def _values(composition: Composition, dimension: str) -> list[str]:
    return [m.value for _, meanings in composition.words for m in meanings if m.dimension == dimension]


def _side(compositions: Sequence[Composition]) -> str:
    for composition in compositions:
        sides = set(_values(composition, "side"))
        if len(sides) == 1 and not _values(composition, "measure"):
            return sides.pop()
    return ""


def _role(path: Sequence[str], compositions: Sequence[Composition], lowest: Composition, rows: str) -> str:
    """What of a row the column names; empty if it holds money."""
    roles = [m.value for _, meanings in lowest.words for m in meanings[:1] if m.dimension == "role"]
    if not roles:
        roles = [m.value for _, meanings in lowest.words for m in meanings if m.dimension == "role"]
        if roles and any(_is_money(meanings[0]) for _, meanings in lowest.words):
            roles = []
    money = [m for _, meanings in lowest.words for m in meanings[:1] if _is_money(m)]
    if money and all(m.dimension == "basis" for m in money) and (named := _head(lowest)):
        roles, money = roles or [named], []  # 预算科目编码: the last word is what a text speaks of
    if roles and money:
        return ""
    if roles:
        role = roles[-1]
        if _values(lowest, "rows"):
            roles = roles[-1:]  # 部门经济科目名称: a text that says how rows are classified names no body
        if role == "item" and any(r in ("body", "project_name") for r in roles[:-1]):
            return roles[0]
        if role in ("project_name", "kind") and rows:
            return "item"
        if role in ("code_class", "code_group", "code_item") or role != "code":
            return role
        above = [] if rows or "科目" in path[-1] else [v for c in compositions[:-1] for v in _values(c, "role")]
        above += roles[:-1]
        return {"body": "body_code", "project_name": "project_code"}.get(next(reversed(above), ""), "code")
    if rows and not money and _values(lowest, "rows"):
        return "item"
    above_roles = [v for c in compositions[:-1] for v in _values(c, "role")]
    if not money and _head(lowest) == "item":
        return "item"
    if any(m.value == "amount" for _, meanings in lowest.words for m in meanings):
        return ""  # 金额 below 功能分类 is money, whatever stands above it
    if above_roles and not money and not any(_is_money(m) for c in compositions for _, ms in c.words for m in ms[:1]):
        return above_roles[-1]
    return ""


def _head(composition: Composition) -> str:
    """What of a row the last word of a text names, brackets left out; empty where it names nothing."""
    for word, meanings in reversed(composition.words):
        if word == "科目":
            return "item"
        if word not in ("（", "）"):
            return meanings[0].value if meanings[0].dimension == "role" else ""
    return ""


def _is_money(meaning: Meaning) -> bool:
    return meaning.dimension in ("measure", "whole", "basis")


def _measure(compositions: Sequence[Composition], said: Sequence[str]) -> str:
    """The measure that a path of money words comes to; empty where it comes to none.

    What money is for and whose it is are told apart: each is refined by the words below it, and both together are a
    measure of their own.
    """
    if compositions and _ALL_LISTED < set(_values(compositions[-1], "measure")) <= _LISTED:
        return "three_public_and_meetings"
    use = fund = ""
    plain = whole = change = False
    for composition in compositions:
        spent = "expenditure" in _values(composition, "side")
        for word, meanings in composition.words:
            kinds = [m for m in meanings if m.dimension in ("measure", "whole")]
            if spent and (word == REMAINDER or (kinds and kinds[0].value in EARNED)):
                return ""  # 其他支出 and 上级补助支出 are no part of revenue
            if not kinds:
                plain = plain or any(m.dimension == "basis" or m.value == "amount" for m in meanings)
            elif any(m.dimension == "whole" for m in kinds) or (kinds[0].value == _BOUGHT and _BOUGHT in said):
                whole = True  # 政府采购金额 in a table of nothing else
            elif kinds[0].value == CHANGE:
                change = True
            elif kinds[0].value in OF_USES:
                narrowed = _narrowed(use, kinds[0].value, said)
                if narrowed is None:
                    return ""
                use = narrowed
            else:
                narrowed = _narrowed(fund, kinds[0].value, said)
                if narrowed is None:
                    return ""
                fund = narrowed
    if change and not _values(compositions[-1], "measure") and _values(compositions[-1], "basis"):
        return ""  # 2024年预算数 below 增减: a number of one year, which a change is not
    if use or fund or change:
        return combined(use, fund, change)
    return WHOLE if whole or plain else ""


def _narrowed(current: str, measure: str, said: Sequence[str]) -> str | None:
    """What a word makes of what is said above it; None where they are two things."""
    if measure in said and not current:
        return current
    if not current or measure == current or measure in _below(current):
        return measure
    if current == "opening_balance" and measure in OPENING:
        return OPENING[measure]
    if measure == "opening_balance" and current in OPENING:
        return OPENING[current]
    if measure == "opening_balance" and current in ("revenue", "fiscal_appropriation"):
        return measure
    return current if current in _below(measure) else None  # 财政拨款 below 一般公共预算 says nothing more


def _below(measure: str) -> set[str]:
    found: set[str] = set()
    for part in REFINES.get(measure, ()):
        found |= {part, *_below(part)}
    return found
