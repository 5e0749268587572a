"""Forms in which bodies of many provinces print their budgets and accounts, with figures made up and what they mean.

A form is a title, a header and what its columns hold. A column is written as one word: what of a row it names (`code`,
`class`, `group`, `part`, `item`, `body` for rows that have no other name, `code+item`, `serial`, `note`, `percent` …),
or a measure; behind a measure may stand `@final` or `@budget` for another kind of number than the document's, `~1` for
the year before, `<` or `>` for its side, and `=a+b` for the columns that it is the sum of. Columns whose name begins
with `unread` are left to other_items.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tests.sheets import body as page
from tests.sheets import sheet
from typeset import LEFT, Page
from yusuan.schemas.tables.declaration import listed_measure

Rows = tuple[tuple[str, ...], ...]
Fact = tuple[str, str, str, str, str, str, int, str]
"""Table, side, code, item, measure, basis, years back, amount as printed."""

FUNCTIONS = (
    ("205", "教育支出"),
    ("20508", "进修及培训"),
    ("2050803", "培训支出"),
    ("208", "社会保障和就业支出"),
    ("20805", "行政事业单位养老支出"),
    ("2080501", "行政单位离退休"),
    ("2080505", "机关事业单位基本养老保险缴费支出"),
    ("221", "住房保障支出"),
    ("22102", "住房改革支出"),
    ("2210201", "住房公积金"),
)
FUND = (
    ("212", "城乡社区支出"),
    ("21208", "国有土地使用权出让收入安排的支出"),
    ("2120899", "其他国有土地使用权出让收入安排的支出"),
)
CAPITAL = (
    ("223", "国有资本经营预算支出"),
    ("22301", "解决历史遗留问题及改革成本支出"),
    ("2230105", "国有企业退休人员社会化管理补助支出"),
)
ACCOUNTS = (
    *(("301", "工资福利支出"), ("30101", "基本工资"), ("30102", "津贴补贴"), ("302", "商品和服务支出")),
    *(("30201", "办公费"), ("30211", "差旅费"), ("303", "对个人和家庭的补助"), ("30302", "退休费")),
)
GOVERNMENT = (
    *(("501", "机关工资福利支出"), ("50101", "工资奖金津补贴"), ("50102", "社会保障缴费")),
    *(("502", "机关商品和服务支出"), ("50201", "办公经费"), ("509", "对个人和家庭的补助"), ("50905", "离退休费")),
)
BODIES = {"functions": FUNCTIONS, "fund": FUND, "capital": CAPITAL, "accounts": ACCOUNTS, "government": GOVERNMENT}
PROJECTS = ("办公设备更新", "信息系统运行维护", "社区文化活动补助")
NAMING = frozenset(
    {
        *("code", "class", "group", "part", "item", "item<", "item>", "code+item"),
        *("serial", "note", "percent", "line", "blank", "body"),
    }
)
_LISTED = (
    ("公务用车购置及运行", "vehicles"),
    ("公务用车购置", "vehicle_purchase"),
    ("公务用车运行", "vehicle_operation"),
    ("公务用车费", "vehicles"),
    ("因公出国", "overseas_travel"),
    ("公务接待", "reception"),
    ("三公", "total"),
    ("会议费", "meetings"),
    ("培训费", "training"),
    ("合计", "total"),
    ("共计", "total"),
    ("支出合计", "total"),
    ("行政经费", "agency_operating"),
    ("机关运行经费", "agency_operating"),
)
"""How the name of a row begins that is itself a measure: in a form whose column is `row`. Other rows are no facts."""
_MEASURE = re.compile(r"(?P<measure>[a-z_]+)(?P<final>@final|@budget)?(?P<prior>~\d)?(?P<side>[<>])?(?:=(?P<sum>.+))?")


def lines(*rows: str) -> Rows:
    """Printed rows, each a text whose cells are parted by ` | `; `<` and `^` are covered by the one left and above."""
    return tuple(tuple(row.split(" | ")) for row in rows)


PLANNED_AND_SPENT = lines(
    "预算数 | < | < | < | < | < | 决算数 | < | < | < | < | <",
    "合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | "
    "公务用车购置及运行维护费 | < | < | 公务接待费",
    "^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^",
    "1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12",
)
"""The header of the three public expenses in final accounts, which is the same all over the country."""


@dataclass(frozen=True)
class Form:
    """A printed form: `rows` are its body where that is written out, else it is made from `body`.

    `total` tells where the grand total stands (`first`, `last`); `leaves` that only the lowest level is printed;
    `look` how codes and names share a cell, how names are indented, and which digits are used.
    """

    name: str
    title: str
    header: Rows
    columns: str
    table: str
    body: str = "functions"
    side: str = "expenditure"
    stage: str = "budget"
    unit: str = "单位：万元"
    entity: str = "示例市示范局"
    total: str = "last"
    leaves: bool = False
    look: str = ""
    joined: str = "{}{}"
    rows: Rows = ()
    pages: int = 1


def _shown(fen: int, unit: str) -> str:
    return f"{fen / 100:,.2f}" if "万元" not in unit else f"{fen / 100:.2f}"


def _amounts(columns: Sequence[str], code: str, draw: random.Random) -> dict[str, int]:
    """The figures of a row of the lowest level."""
    found: dict[str, int] = {}
    for column in columns:
        name, _, formula = column.partition("=")
        if column in NAMING or formula:
            continue
        account = {"personnel": ("301", "303", "501", "509"), "operating": ("302", "502")}.get(name)
        blank = account is not None and code[:3].startswith(("3", "5")) and code[:3] not in account
        found[name] = 0 if blank else draw.randrange(100, 90000)
    todo = [column for column in columns if column not in NAMING and "=" in column]
    while todo:
        column = todo.pop(0)
        name, _, formula = column.partition("=")
        terms = re.findall(r"([+-]?)([^+-]+)", formula)
        if all(term in found for _, term in terms):
            found[name] = sum((-1 if sign == "-" else 1) * found[term] for sign, term in terms)
        else:
            todo.append(column)
    return found


def body(form: Form) -> Rows:
    """The body of a form as printed."""
    if form.rows:
        return form.rows
    draw = random.Random(form.name)
    columns = form.columns.split()
    names = [("", name) for name in PROJECTS] if form.body == "projects" else list(BODIES[form.body])
    lowest = [code for code, _ in names if not any(o != code and o.startswith(code) for o, _ in names)]
    if form.body == "projects":
        own = {name: _amounts(columns, "", draw) for _, name in names}
        values = dict(own)
        lines = [("", name, name) for _, name in names]
    else:
        own = {code: _amounts(columns, code, draw) for code in lowest}
        values = {code: _sum([own[leaf] for leaf in lowest if leaf.startswith(code)]) for code, _ in names}
        lines = [(code, name, code) for code, name in names if not form.leaves or code in lowest]
    whole = _sum(list(own.values()))
    printed = [
        _line(form, columns, code, name, values[key], number) for number, (code, name, key) in enumerate(lines, 1)
    ]
    total = _line(form, columns, "", "合计", whole, 0)
    return tuple([total, *printed] if form.total == "first" else [*printed, total] if form.total else printed)


def _sum(rows: Sequence[dict[str, int]]) -> dict[str, int]:
    return {name: sum(row[name] for row in rows) for name in rows[0]}


def _line(
    form: Form, columns: Sequence[str], code: str, name: str, amounts: dict[str, int], number: int
) -> tuple[str, ...]:
    level = max(0, (len(code) - 3) // 2)
    cells: list[str] = []
    total = not code and not number
    shown = code.translate(str.maketrans("0123456789", "０１２３４５６７８９")) if "wide digits" in form.look else code
    indent = "　" * level if "indented" in form.look else ""
    split = (shown[:3], shown[3:5], shown[5:7])
    if "each level alone" in form.look:
        split = (shown[:3] if level == 0 else "", shown[3:5] if level == 1 else "", shown[5:7] if level == 2 else "")
    for column in columns:
        key = column.partition("=")[0]
        if column in ("class", "group", "part"):
            cells.append(split[("class", "group", "part").index(column)])
        elif column == "code":
            cells.append(shown)
        elif column == "item":
            cells.append(indent + name)
        elif column == "code+item":
            cells.append(indent + (name if total or not code else form.joined.format(shown, name)))
        elif column == "serial":
            cells.append(str(number) if number else "")
        elif column == "percent":
            cells.append("12.50%")
        elif column in NAMING:
            cells.append("")
        else:
            cells.append(_shown(amounts[key], form.unit) if amounts[key] or total else "")
    return tuple(cells)


def pages(form: Form) -> list[Page]:
    """A cover and the pages of a form: the header stands on each."""
    cover = {"budget": "2026年部门预算", "final": "2026年度部门决算"}[form.stage]
    lines = body(form)
    room = -(-len(lines) // form.pages)
    spaced = "spaced" in form.look
    header = [[" ".join(word) if spaced and 1 < len(word) < 5 else word for word in row] for row in form.header]
    parts = [lines[start : start + room] for start in range(0, len(lines), room)]
    return [
        page(form.entity, cover),
        *(sheet(form.title, (*header, *part), unit=form.unit) for part in parts),
    ]


_ENUMERATOR = re.compile(
    r"^[\s　]*(?:其中：)?(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d{1,2}[.、])?[\s　]*(?:其中：)?"
)


def truth(form: Form) -> Counter[Fact]:
    """What a form says, one fact for each printed amount; nothing where no table of the dataset has it."""
    found: Counter[Fact] = Counter()
    if not form.table:
        return found
    columns = form.columns.split()
    for row in body(form):
        code = item = ""
        cells = [cell if cell != LEFT else "" for cell in row]
        for column, cell in zip(columns, cells, strict=True):
            plain = re.sub(r"\s", "", cell.translate(str.maketrans("０１２３４５６７８９", "0123456789")))
            if column == "code":
                digits = re.sub(r"[-.类款项]", "", plain)
                code, item = (digits, item) if not plain or digits.isdigit() else ("", plain)
            elif column == "body":
                item = plain
            elif column in ("class", "group", "part"):
                code += plain
            elif column == "code+item":
                code = "".join(re.findall(r"^\W?(\d{3,7})|（(\d{3,7})）$", plain)[0]) if re.search(r"\d", plain) else ""
                item = re.sub(r"^\W?\d{3,7}[\W_]*|（\d{3,7}）$", "", plain)
            elif column in ("item", "item<", "item>"):
                item = _ENUMERATOR.sub("", plain) or item
            elif column in ("blank", "note") and plain in ("合计", "总计"):
                item = plain  # a total stands in the first cell of its row, whatever that is for
            elif column not in NAMING and plain:
                said = _MEASURE.fullmatch(column)
                assert said, column
                side = {"<": "revenue", ">": "expenditure"}.get(said["side"] or "", form.side)
                basis = (said["final"] or form.stage).removeprefix("@")
                back = int((said["prior"] or "~0")[1:])
                number = re.sub(r"^[(（](.+)[)）]$", r"-\1", re.sub("^[-—]$", "0", plain.replace(",", "")))
                amount = f"{Decimal(number):.2f}"
                measure = said["measure"]
                if measure.startswith("unread"):
                    continue
                if measure.startswith("row"):
                    under = measure.removeprefix("row").removeprefix("_") or "total"
                    counted = re.search("（[个人辆]）$|团组|批次|人次", item)
                    listed = (m for word, m in _LISTED if item.strip("“").startswith(word) and not counted)
                    measure = next(listed, "")
                    measure = measure and listed_measure(measure, under)
                    found[form.table, side, "", "", measure, basis, back, amount] += bool(measure)
                    continue
                found[form.table, side, code, item, measure, basis, back, amount] += 1
    if "each level alone" in form.look:
        return Counter(_with_whole_codes(form, found))
    return +found


def _with_whole_codes(form: Form, facts: Counter[Fact]) -> Iterator[Fact]:
    codes = {name: code for code, name in BODIES[form.body]}
    for fact in facts.elements():
        yield (*fact[:2], codes.get(fact[3], ""), *fact[3:])
