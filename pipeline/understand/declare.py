"""A logical table → the declaration that it would have had: what it is, and what each of its columns and rows means.

Raises nothing: a table that is not understood has no declaration, and is left to other_items.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.extract.labels import strip_enumerator
from pipeline.layout.header import HeaderColumn, header_columns, header_rows
from pipeline.layout.tables import LogicalTable
from pipeline.read.characters import key, name
from pipeline.understand import titles
from pipeline.understand.columns import ColumnMeaning
from pipeline.understand.lists import PARTS_OF_BASIC, List, alike, lists
from pipeline.understand.titles import TitleMeaning
from schemas import three_public
from schemas.classes import CODES, NAMES
from schemas.declaration import Classification, Column, Shape, Side, SideOf, Stage, Subtotal, Table
from schemas.tables import BY_CONTENT, PROJECTS, PURCHASES, TWO_SIDED, row_sums
from schemas.vocabulary.headers import MEASURE_WORDS
from schemas.words import (
    BROUGHT_FORWARD,
    CARRIED_FORWARD,
    THIS_YEAR_EXPENDITURE,
    THIS_YEAR_REVENUE,
    TOTALS,
)

_BASES: tuple[tuple[str, Stage], ...] = (("预算数", "budget"), ("决算数", "final"))
_THREE_PUBLIC = ("overseas_travel", "vehicles", "vehicle_purchase", "vehicle_operation", "reception")
_NOT_HERE = frozenset({"performance", "debt", "transfers", "social_insurance", "staff"})
"""Topics of tables that no declaration reads: what they hold is another thing than a budget's revenue and expenditure."""
_CLASSES: dict[str, Classification] = {
    "functional": "functional",
    "economic": "economic",
    "government_economic": "government_economic",
    "use": "use",
}
_USED = ("使用非财政拨款结余", "用事业基金弥补收支差额", "使用专用结余", "动用非财政拨款结余")


def declare(logical: LogicalTable, stage: Stage = "budget") -> tuple[Table, ...]:
    """What a printed table is: a declaration for each of its lists that are different things; none where it is not
    understood.
    """
    title = titles.understand(logical.caption.title)
    fragment = logical.fragments[0]
    rows = header_rows(fragment.grid, fragment.start)
    if not rows or _NOT_HERE & set(title.topics) or not logical.caption.title:
        return ()
    printed = header_columns(fragment.grid, rows)
    found = lists(printed, title.said)
    if not any(one.amounts for one in found):
        return ()
    if _is_three_public(title, found):
        return tuple(filter(None, [_three_public(logical, printed, found, stage)]))
    if title.topics and title.topics[0] not in ("agency_operating", *PURCHASES):
        return ()
    sided = {one.side for one in found if one.amounts}
    if len(found) > 1 and not alike(found):
        if title.sides in ("both", "") and "revenue" in sided and "expenditure" in sided:
            return tuple(_two_sided(logical, printed, title, found, stage))
        return ()
    table = _by_rows(logical, printed, title, found, rows.stop, stage)
    return (table,) if table else ()


def _prior(stage: Stage) -> tuple[str, ...]:
    """Beside the figures of a budget those of the year before may stand as 执行数; those of an account are its own."""
    return ("上年",) if stage == "budget" else ()


def _names_below(logical: LogicalTable, columns: Sequence[HeaderColumn], first_row: int) -> Iterator[tuple[str, str]]:
    """The texts below columns, each with the code that it begins with or is, if any; of all pages of the table."""
    for index, fragment in enumerate(logical.fragments):
        grid = fragment.grid
        for row in range(first_row if index == 0 else fragment.start, grid.rows):
            for cell in grid.row(row):
                middle = (cell.box[0] + cell.box[2]) / 2
                if cell.text and cell.span.row == row and any(c.x0 <= middle <= c.x1 for c in columns):
                    yield strip_enumerator(name(cell.text))[0], cell.key


def _classified(
    logical: LogicalTable, names: Sequence[tuple[HeaderColumn, ColumnMeaning]], first_row: int, title: TitleMeaning
) -> str:
    """How the rows that some columns name are classified: by their codes, their names, the header, the title."""
    seen: Counter[str] = Counter()
    for text, printed in _names_below(logical, [column for column, _ in names], first_row):
        code = printed.split("-")[0].strip("[]【】")
        for kind, pattern in CODES.items():
            if pattern.fullmatch(code):
                seen[kind] += 1
            if text in NAMES[kind]:
                seen[kind] += 2
    if seen:
        return seen.most_common(1)[0][0]
    said = next((meaning.rows for _, meaning in names if meaning.rows), "")
    return said or title.rows


def _column(
    meaning: ColumnMeaning, role: str, side: Side | None, printed: HeaderColumn, latest: int, block: int
) -> Column:
    back = meaning.years_back
    if back is None:
        back = latest - printed.years[-1] if printed.years else 0
    basis: Stage | None = "budget" if meaning.basis == "budget" else "final" if meaning.basis == "final" else None
    if not meaning.measure:
        return Column(role, printed.words, side=side, block=block)
    return Column(role, printed.words, side=side, basis=basis, years_back=back, block=block)


def _latest(found: Sequence[List]) -> int:
    return max(
        (y for one in found for printed, m in one.amounts if m.years_back is None for y in printed.years), default=0
    )


def _roles(one: List, kinds: dict[int, str]) -> dict[int, str]:
    """The roles of the columns that name the rows of a list, by their left border: the first classification names the row."""
    roles: dict[int, str] = {}
    primary = ""
    coded = [
        (p, m)
        for p, m in one.names
        if m.role in ("code", "code_class", "code_group", "code_item", "item", "code_and_item")
    ]
    for printed, meaning in coded:
        kind = kinds.get(id(printed), "")
        primary = primary or kind or "rows"
        same = kind == primary or not kind or primary == "rows"
        role = "item" if meaning.role in ("item", "code_and_item") else meaning.role
        taken = role in roles.values()
        if same and not taken:
            roles[id(printed)] = role
        else:
            extra = f"{kind}_{'item' if role == 'item' else 'code'}"
            ok = extra in ("economic_code", "economic_item", "government_economic_code", "government_economic_item")
            roles[id(printed)] = extra if ok and extra not in roles.values() else "aside"
    for wanted in ("project_name", "body", "kind"):
        for printed, meaning in one.names:
            if id(printed) in roles:
                continue
            if meaning.role == wanted:
                if "item" not in roles.values():
                    roles[id(printed)] = "item"
                elif wanted in ("project_name", "body") and wanted not in roles.values():
                    roles[id(printed)] = wanted
                else:
                    roles[id(printed)] = "aside"
            elif wanted == "body" and meaning.role == "body_code":
                roles[id(printed)] = (
                    "code" if not coded and not any(m.role == "project_name" for _, m in one.names) else "aside"
                )
    for printed, _ in one.names:
        roles.setdefault(id(printed), "aside")
    return roles


def _reads(
    printed: Sequence[HeaderColumn], placed: dict[int, Column | None]
) -> tuple[tuple[tuple[str, ...], Column | None], ...]:
    return tuple((column.words, placed.get(id(column))) for column in printed)


def _asides(found: Sequence[List], placed: dict[int, Column | None]) -> None:
    """Columns of a row that hold no money are known; others that are not understood are not."""
    for one in found:
        for column, meaning in one.others:
            known = meaning.role in ("aside", "serial")
            placed[id(column)] = Column(meaning.role, column.words, block=len(placed)) if known else None


def _by_rows(
    logical: LogicalTable,
    printed: Sequence[HeaderColumn],
    title: TitleMeaning,
    found: Sequence[List],
    first_row: int,
    stage: Stage,
) -> Table | None:
    """A table with a row for each code, name, body or project."""
    one = found[0]
    coded = [
        (p, m)
        for p, m in one.names
        if m.role not in ("body", "body_code", "project_name", "project_code", "kind", "year")
    ]
    kinds: dict[int, str] = {}
    last = ""
    for column, meaning in coded:
        kinds[id(column)] = last = _classified(logical, [(column, meaning)], first_row, TitleMeaning()) or last
    for column, _ in reversed(coded):
        # A code tells what the name beside it is of, also where it stands behind it.
        last = kinds[id(column)] = kinds[id(column)] or last
    if not any(kinds.values()):
        kinds = {id(column): title.rows for column, _ in coded}
    roles = _roles(one, kinds)
    primary = next((kinds[id(c)] for c, _ in coded if kinds[id(c)]), "")
    item = next((m.role for p, m in one.names if roles[id(p)] == "item"), "")
    if not primary and not coded and item in ("project_name", "kind", "body"):
        primary = _classified(logical, [(p, m) for p, m in one.names if roles[id(p)] == "item"], first_row, title)
    if not primary:
        primary = {
            "body": "administrative",
            "project_name": "project",
            "kind": "project" if title.part == "project" else "procurement",
        }.get(item, "")
    if not primary:
        primary = "economic" if title.part == "basic" and one.names else "functional"
    side: Side = "revenue" if title.sides == "revenue" else "expenditure"
    table_id = _id(title, primary, side)
    if not table_id:
        return None
    latest = _latest(found)
    placed: dict[int, Column | None] = {}
    for block, each in enumerate(found):
        own = (
            roles
            if block == 0
            else _roles(each, {id(c): k for (c, _), k in zip(each.names, kinds.values(), strict=False)})
        )
        for column, meaning in each.names:
            placed[id(column)] = Column(own[id(column)], column.words, block=block if len(found) > 1 else 0)
        for column, meaning in each.amounts:
            measure = "total" if len(found) > 1 and meaning.role in PARTS_OF_BASIC else meaning.role
            if measure == "revenue" and side == "revenue" and not any(m.role == "total" for _, m in each.amounts):
                measure = "total"  # the account of a year that is over has no other (本年收入合计)
            if "agency_operating" in title.topics and measure == "total":
                measure = "agency_operating"
            placed[id(column)] = _column(meaning, measure, None, column, latest, block)
    _asides(found, placed)
    _once(placed)
    measures = frozenset(c.role for c in placed.values() if c is not None and c.is_measure)
    classification: Classification = _CLASSES.get(primary) or (
        "administrative" if primary == "administrative" else "project" if primary == "project" else "procurement"
    )
    return Table(
        id=table_id,
        title=logical.caption.title,
        titles=(),
        shape="accounts" if one.names else "single_row",
        columns=tuple(dict.fromkeys(column for column in placed.values() if column is not None)),
        sides=(SideOf(side, classification, TOTALS, _subtotals(side, classification)),),
        levels=3,
        row_sums=row_sums(measures),
        blocks=max(1, len(found)),
        bases=_BASES,
        prior=_prior(stage),
        reads=_reads(printed, placed),
    )


def _subtotals(side: Side, classification: str) -> tuple[Subtotal, ...]:
    if classification != "economic":
        return ()
    return (
        Subtotal(("人员经费", "人员经费合计", "人员经费小计"), codes=("301", "303"), optional=True),
        Subtotal(
            ("公用经费", "公用经费合计", "公用经费小计", "日常公用经费"),
            codes=("302", "307", "309", "310", "399"),
            optional=True,
        ),
    )


def _id(title: TitleMeaning, primary: str, side: Side) -> str:
    """The id of a table of rows; empty where the dataset has none for it."""
    if side == "revenue":
        return "revenue_summary" if not title.scope and title.sides == "revenue" else ""
    if "agency_operating" in title.topics:
        return "agency_operating_by_economic" if primary in ("economic", "government_economic") else ""
    if (topic := next(iter(title.topics), "")) in PURCHASES:
        return topic
    if title.sides == "both" and title.scope not in ("government_fund", "state_capital"):
        return ""
    if primary == "project" or title.part == "project" and primary not in ("economic", "functional"):
        return PROJECTS.get(title.scope, "") if primary in ("project", "administrative") else ""
    found = BY_CONTENT.get((title.scope, title.part, primary), "")
    fund = title.scope in ("government_fund", "state_capital")
    if fund and not title.part and primary in ("functional", "administrative"):
        found = f"{title.scope}_expenditure"
    return found


def _once(placed: dict[int, Column | None]) -> None:
    """Two columns that mean the same are both unknown, unless one of them is."""
    counted = Counter(column for column in placed.values() if column is not None and column.is_measure)
    for place, column in list(placed.items()):
        if column is not None and counted[column] > 1:
            placed[place] = None


def _two_sided(
    logical: LogicalTable, printed: Sequence[HeaderColumn], title: TitleMeaning, found: Sequence[List], stage: Stage
) -> Iterator[Table]:
    """Lists of revenue beside lists of expenditure: the first of each are one table, each further one is its own."""
    table_id = TWO_SIDED.get(title.scope, "")
    if not table_id:
        return
    latest = _latest(found)
    seen: Counter[str] = Counter()
    groups: list[list[List]] = []
    for one in found:
        if not one.side or not one.amounts:
            continue
        seen[one.side] += 1
        at = seen[one.side] - 1
        while len(groups) <= at:
            groups.append([])
        groups[at].append(one)
    first_row = header_rows(logical.fragments[0].grid, logical.fragments[0].start).stop
    for number, group in enumerate(groups):
        placed: dict[int, Column | None] = {}
        sides: list[SideOf] = []
        for one in group:
            side: Side = "revenue" if one.side == "revenue" else "expenditure"
            named = False
            for column, meaning in one.names:
                role = "aside"
                if meaning.role in ("item", "project_name", "kind", "code_and_item", "body") and not named:
                    role, named = "item", True
                placed[id(column)] = Column(
                    role,
                    column.words,
                    side=side,
                    required=role == "item",
                    block=0 if role == "item" else id(column) % 97,
                )
            for column, meaning in one.amounts:
                placed[id(column)] = _column(meaning, meaning.role, side, column, latest, 0)
            sides.append(_side_of(logical, one, side, title, first_row))
        _asides(group, placed)
        _once(placed)
        for column in printed:
            placed.setdefault(id(column), Column("aside", column.words, block=id(column) % 97 + 100))
        measures = frozenset(c.role for c in placed.values() if c is not None and c.is_measure)
        yield Table(
            id=table_id if not number else f"{table_id}#{number + 1}",
            title=logical.caption.title,
            titles=(),
            shape="two_sided",
            columns=tuple(dict.fromkeys(column for column in placed.values() if column is not None)),
            sides=tuple(sides),
            row_sums=row_sums(measures),
            bases=_BASES,
            prior=_prior(stage),
            reads=_reads(printed, placed),
        )


def _side_of(logical: LogicalTable, one: List, side: Side, title: TitleMeaning, first_row: int) -> SideOf:
    if side == "revenue":
        totals = ("收入总计", "总计", "收入合计", "合计", "收支总计", "收入总额")
        return SideOf("revenue", "source", totals, (Subtotal(THIS_YEAR_REVENUE),), (*_USED, *BROUGHT_FORWARD))
    kind = _classified(logical, one.names, first_row, title)
    totals = ("支出总计", "总计", "支出合计", "合计", "收支总计", "支出总额")
    return SideOf(
        "expenditure",
        _CLASSES.get(kind, "functional"),
        totals,
        (Subtotal(THIS_YEAR_EXPENDITURE),),
        CARRIED_FORWARD,
    )


def _is_three_public(title: TitleMeaning, found: Sequence[List]) -> bool:
    measures = {meaning.role for one in found for _, meaning in one.amounts}
    return "three_public" in title.topics or len(measures & set(_THREE_PUBLIC)) >= 3


def _three_public(
    logical: LogicalTable, printed: Sequence[HeaderColumn], found: Sequence[List], stage: Stage
) -> Table | None:
    """The expenses side by side, or below each other: each a measure, by its column or by its row."""
    latest = _latest(found)
    amounts = [(column, meaning) for one in found for column, meaning in one.amounts]
    names = [(column, meaning) for one in found for column, meaning in one.names]
    measures = {meaning.role for _, meaning in amounts}
    placed: dict[int, Column | None] = {}
    if measures & set(_THREE_PUBLIC):
        whole = (
            "three_public_and_meetings"
            if "three_public" in measures and measures & {"meetings", "training"} and ("total" in measures)
            else "total"
        )
        for column, meaning in amounts:
            role = {"three_public": "total", "total": whole}.get(meaning.role, meaning.role)
            placed[id(column)] = _column(meaning, role, None, column, latest, 0)
        shape: Shape = "single_row"
        sides = (SideOf("expenditure", "three_public", ()),)
        item = next((column for column, m in names if m.role in ("body", "project_name", "item")), None)
        if item is not None:
            shape, sides = "accounts", (SideOf("expenditure", "administrative", TOTALS),)
        for column, meaning in names:
            code = meaning.role in ("body_code", "code")
            role = "item" if column is item else "code" if code and item is not None else "aside"
            placed[id(column)] = Column(role, column.words, block=0 if role != "aside" else len(placed) + 1)
        _asides(found, placed)
        _once(placed)
        own = frozenset(c.role for c in placed.values() if c is not None and c.is_measure)
        return _table(logical, shape, placed, sides, row_sums(own), printed, stage)
    item = next((column for column, m in names if m.role in ("project_name", "item", "body", "kind")), None)
    if item is None or not {"total"} & measures:
        return None
    rows = _measure_rows()
    below = {key(text) for text, _ in _names_below(logical, [item], 0)}
    if sum(any(text in names for text in below) for _, names in rows) < 3:
        return None
    placed = {
        id(column): Column("item" if column is item else "aside", column.words, block=n)
        for n, (column, _) in enumerate(names)
    }
    for column, meaning in amounts:
        placed[id(column)] = _column(meaning, "total", None, column, latest, 0) if meaning.role == "total" else None
    _asides(found, placed)
    _once(placed)
    sides = (SideOf("expenditure", "three_public", ()),)
    return _table(logical, "listed", placed, sides, three_public.ROW_SUMS, printed, stage)


def _measure_rows() -> list[tuple[str, tuple[str, ...]]]:
    kinds = (*_THREE_PUBLIC, "meetings", "training", "agency_operating")
    rows = [(kind, MEASURE_WORDS[kind]) for kind in kinds]
    return [("total", (*MEASURE_WORDS["three_public"], "合计", "总计")), *rows]


def _table(
    logical: LogicalTable,
    shape: Shape,
    placed: dict[int, Column | None],
    sides: tuple[SideOf, ...],
    sums: tuple[three_public.RowSum, ...],
    printed: Sequence[HeaderColumn],
    stage: Stage,
) -> Table:
    rows = (
        tuple(three_public.MeasureRow(measure, names) for measure, names in _measure_rows())
        if shape == "listed"
        else ()
    )
    return Table(
        id="three_public_and_operating",
        title=logical.caption.title,
        titles=(),
        shape=shape,
        columns=tuple(dict.fromkeys(column for column in placed.values() if column is not None)),
        sides=sides,
        row_sums=sums,
        levels=3,
        bases=_BASES,
        prior=_prior(stage),
        rows=rows,
        reads=_reads(printed, placed),
    )
