"""A table with a row for each account, name, body or project → its declaration."""

from __future__ import annotations

from collections.abc import Sequence

from yusuan.pipeline.layout.header import HeaderColumn
from yusuan.pipeline.layout.logical import LogicalTable
from yusuan.pipeline.understand.below import CLASSES, classified, code_of, names_below
from yusuan.pipeline.understand.columns import ColumnMeaning
from yusuan.pipeline.understand.lists import CLASSIFIED, PARTS_OF_BASIC, List
from yusuan.pipeline.understand.nested import levels_of_names
from yusuan.pipeline.understand.placing import asides, column_of, latest_year, once, reads
from yusuan.pipeline.understand.titles import TitleMeaning
from yusuan.schemas.tables.declaration import NAME_ROLES, Classification, Column, Side, SideOf, Stage, Subtotal, Table
from yusuan.schemas.tables.ids import BY_CONTENT, PROJECTS, PURCHASES, row_sums
from yusuan.schemas.vocabulary.around import BOTH_USES, TOTALS
from yusuan.schemas.vocabulary.columns import KINDS_OF_PURCHASES
from yusuan.schemas.vocabulary.titles import FUND_SCOPES

_BOUGHT = "bought"
Named = tuple[HeaderColumn, ColumnMeaning]


def by_rows(
    logical: LogicalTable,
    printed: Sequence[HeaderColumn],
    title: TitleMeaning,
    found: Sequence[List],
    first_row: int,
    stage: Stage,
    others: Sequence[List] = (),
) -> Table | None:
    """A table with a row for each code, name, body or project. `others` are lists beside it that it does not have."""
    one = found[0]
    coded = [(p, m) for p, m in one.names if m.role in CLASSIFIED]
    kinds: dict[int, str] = {}
    last = ""
    code = ""
    for column, meaning in coded:
        named = code if meaning.role == "item" else ""  # the codes at its left tell what names are of
        kinds[id(column)] = last = named or classified(logical, [(column, meaning)], first_row, TitleMeaning()) or last
        code = last if meaning.role.startswith("code") else ""
    for column, _ in reversed(coded):
        # A code tells what the name beside it is of, also where it stands behind it.
        last = kinds[id(column)] = kinds[id(column)] or last
    if not any(kinds.values()):
        kinds = {id(column): title.rows for column, _ in coded}
    primary = next((kinds[id(c)] for c, _ in coded if kinds[id(c)]), "")
    # What is bought is named by what it is, not by the account that pays it.
    things = _things(logical, one, first_row) if set(title.topics) & set(PURCHASES) else []
    bought = bool(things) and primary in ("economic", "government_economic")
    primary = "" if bought else primary
    goods = title.topics[:1] == ("procurement",) and _are_goods(things)
    roles = _roles(one, kinds, bought, things, goods)
    item = next((m.role for p, m in one.names if roles[id(p)] == "item"), "")
    if not primary and not coded and item in ("project_name", "kind", "body"):
        primary = classified(logical, [(p, m) for p, m in one.names if roles[id(p)] == "item"], first_row, title)
    if not primary:
        primary = {
            "body": "administrative",
            "project_name": "project",
            "kind": "project" if title.part == "project" else "procurement",
        }.get(item, "")
    if primary == "economic" and not title.rows and _by_use(logical, one, first_row):
        primary = "use"
    if not primary:
        primary = "economic" if title.part == "basic" and one.names else "functional"
    side: Side = "revenue" if title.sides == "revenue" else "expenditure"
    kept = {meaning.role for _, meaning in one.amounts} >= {"opening_balance", "closing_balance"}
    table_id = _id(title, primary, side, kept, any(meaning.role == "project_name" for _, meaning in one.names))
    if not table_id:
        return None
    newest = latest_year(found)
    placed: dict[int, Column | None] = {}
    levels = levels_of_names(logical, printed, one, first_row) if len(found) == 1 else {}
    for block, each in enumerate(found):
        own = (
            roles
            if block == 0
            else _roles(each, {id(c): k for (c, _), k in zip(each.names, kinds.values(), strict=False)})
        )
        for column, _ in each.names:
            placed[id(column)] = Column(own[id(column)], column.words, block=block if len(found) > 1 else 0)
        for column, meaning in each.amounts:
            measure = "total" if len(found) > 1 and meaning.role in PARTS_OF_BASIC else meaning.role
            if measure == "revenue" and side == "revenue" and not any(m.role == "total" for _, m in each.amounts):
                measure = "total"  # the account of a year that is over has no other (本年收入合计)
            if "agency_operating" in title.topics and measure == "total":
                measure = "agency_operating"
            placed[id(column)] = column_of(meaning, measure, None, column, newest, block)
    asides(found, placed, others)
    for column in printed:
        if id(column) in levels:
            depth, parted = levels[id(column)]
            placed[id(column)] = Column("item", column.words, depth=depth, parted=parted, block=len(placed))
    once(placed)
    measures = frozenset(c.role for c in placed.values() if c is not None and c.is_measure) - _among(found)
    classification = _of_levels(title, side) if levels else _classification(primary)
    return Table(
        id=table_id,
        title=logical.caption.title,
        shape="nested" if levels else "accounts" if one.names else "single_row",
        columns=tuple(dict.fromkeys(column for column in placed.values() if column is not None)),
        sides=(SideOf(side, classification, TOTALS, _subtotals(side, classification)),),
        row_sums=row_sums(measures),
        stage=stage,
        reads=reads(printed, placed),
    )


def _by_use(logical: LogicalTable, one: List, first_row: int) -> bool:
    """Whether rows without codes are 基本支出 and 项目支出, with accounts below them."""
    below = list(names_below(logical, [column for column, _ in one.names], first_row))
    return {text for text, _ in below} >= BOTH_USES and not any(code_of(key).isdigit() for _, key in below)


def _classification(primary: str) -> Classification:
    listed: Classification = "administrative" if primary == "administrative" else "project"
    return CLASSES.get(primary) or (listed if primary in ("administrative", "project") else "procurement")


def _of_levels(title: TitleMeaning, side: Side) -> Classification:
    """How names in levels are classified: they are no accounts, even where an account is one of them."""
    if side == "revenue":
        return "source"
    return "project" if title.part == "project" else "procurement"


def _among(found: Sequence[List]) -> frozenset[str]:
    """The measures under 其中 that are parts of the column before them, where that is not the whole of the row: no sum
    of the row has them.
    """
    among: set[str] = set()
    for one in found:
        before = ""
        for _, meaning in one.amounts:
            if not meaning.part:
                before = meaning.role
            elif before not in ("total", ""):
                among.add(meaning.role)
    return frozenset(among)


def _roles(
    one: List, kinds: dict[int, str], bought: bool = False, things: Sequence[Named] = (), goods: bool = False
) -> dict[int, str]:
    """The roles of the columns that name the rows of a list, by their left border: the first classification names the
    row, or what is `bought`. In a list of `things` that are bought it is rather one of these than who buys it; where
    they are `goods`, rather than the project that pays for them, too.
    """
    roles: dict[int, str] = {}
    primary = _BOUGHT if bought else ""
    coded = [(p, m) for p, m in one.names if m.role in CLASSIFIED]
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
            extra += "_group" if role in ("code_group", "code_item") else ""
            roles[id(printed)] = extra if extra in NAME_ROLES and extra not in roles.values() else "aside"
    order = ("project_name", "kind", "body") if things else ("project_name", "body", "kind")
    for wanted in ("kind", "project_name", "body") if bought or goods else order:
        for printed, meaning in things if things and wanted == "kind" else one.names:
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
    for printed, meaning in one.names:
        roles.setdefault(id(printed), "year" if meaning.role == "year" and "year" not in roles.values() else "aside")
    return roles


def _things(logical: LogicalTable, one: List, first_row: int) -> list[Named]:
    """The columns that may name what is bought, the likeliest first: where the first only says of which kind it is, the
    next that does not and names as many rows.
    """
    kinds = [named for named in one.names if named[1].role == "kind"]
    named = [len(list(names_below(logical, [column], first_row))) for column, _ in kinds]
    only_kind = ["".join(column.words[-1:]).endswith(KINDS_OF_PURCHASES) for column, _ in kinds]
    likeliest = next((at for at in range(len(kinds)) if not only_kind[at] and named[at] >= named[0]), 0)
    return kinds[likeliest : likeliest + 1] + kinds if kinds and only_kind[0] else kinds


def _are_goods(things: Sequence[Named]) -> bool:
    """Whether the likeliest name of what is bought is one, and does not only say of which kind it is or how it is
    bought: 采购物品名称, 采购品目, not 采购方式.
    """
    return bool(things) and not "".join(things[0][0].words[-1:]).endswith(KINDS_OF_PURCHASES)


def _id(title: TitleMeaning, primary: str, side: Side, kept: bool, listed: bool) -> str:
    """The id of a table of rows; empty where the dataset has none for it. Where a table has revenue and expenditure,
    what is `kept` of a fund from year to year tells that it is the account of one. Where projects are `listed`, beside
    the functions that pay for them, it is a list of projects.
    """
    if not (title.sides or title.scope or title.part or title.rows or title.topics):
        return ""  # what the title says is another thing
    if side == "revenue":
        return "revenue_summary" if not title.scope and title.sides == "revenue" else ""
    if "agency_operating" in title.topics:
        return "agency_operating_by_economic" if primary in ("economic", "government_economic") else ""
    if (topic := next(iter(title.topics), "")) in PURCHASES:
        return topic
    if title.sides == "both" and title.scope not in (FUND_SCOPES if kept else ("government_fund", "state_capital")):
        return ""
    if primary == "project" or (title.part == "project" and primary not in ("economic", "functional")):
        return PROJECTS.get(title.scope, "") if primary in ("project", "administrative") else ""
    found = BY_CONTENT.get((title.scope, title.part, primary), "")
    if not found and listed and title.part == "project" and primary == "functional":
        found = PROJECTS.get(title.scope, "")
    fund = title.scope in ("government_fund", "state_capital")
    if fund and not title.part and primary in ("functional", "administrative"):
        found = f"{title.scope}_expenditure"
    return found


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
