"""Properties that hold for all inputs, tried on many."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.small import HEADER, TITLE, amounts, expenditure, read, rules
from yusuan.pipeline.extract.amounts import parse
from yusuan.pipeline.layout.grid import Span, lattices
from yusuan.pipeline.normalize.line_ids import line_ids
from yusuan.pipeline.read import characters
from yusuan.pipeline.read.page import Rule

FEN = st.integers(min_value=-(10**14), max_value=10**14)
YUAN, WAN = Decimal(1), Decimal(10_000)


@given(FEN, st.booleans())
def test_an_amount_survives_printing(fen: int, separators: bool) -> None:
    printed = f"{Decimal(fen) / 100:{',' if separators else ''}.2f}"
    found = parse([printed], YUAN)
    assert (found.fen, found.printed, found.rounded) == (fen, printed, False)


@given(st.integers(min_value=0, max_value=10**10), st.integers(min_value=0, max_value=6))
def test_an_amount_in_ten_thousands_is_exact(digits: int, places: int) -> None:
    number = Decimal(digits).scaleb(-places)
    found = parse([f"{number:f}"], WAN)
    assert Decimal(found.fen) == number * 10_000 * 100


@given(FEN, st.data())
def test_an_amount_broken_over_lines_is_one_amount(fen: int, data: st.DataObject) -> None:
    printed = f"{Decimal(fen) / 100:,.2f}"
    at = data.draw(st.integers(min_value=1, max_value=len(printed) - 1))
    assert parse([printed[:at], printed[at:]], YUAN).fen == fen


@given(st.text(max_size=30))
def test_normal_forms_are_stable(text: str) -> None:
    assert characters.name(characters.name(text)) == characters.name(text)
    assert characters.key(characters.key(text)) == characters.key(text)


@st.composite
def tilings(draw: st.DrawFn) -> tuple[list[float], list[float], list[Span]]:
    """Borders of columns and rows at least 10 points apart, and a division of them into merged cells."""
    columns = draw(st.integers(min_value=2, max_value=7))
    rows = draw(st.integers(min_value=2, max_value=9))
    xs = [40.0]
    for _ in range(columns):
        xs.append(xs[-1] + draw(st.floats(min_value=10, max_value=120)))
    ys = [60.0]
    for _ in range(rows):
        ys.append(ys[-1] + draw(st.floats(min_value=10, max_value=40)))
    free = {(r, c) for r in range(rows) for c in range(columns)}
    spans: list[Span] = []
    for r, c in sorted(free):
        if (r, c) not in free:
            continue
        height = draw(st.integers(min_value=1, max_value=min(3, rows - r)))
        width = draw(st.integers(min_value=1, max_value=min(3, columns - c)))
        area = {(i, j) for i in range(r, r + height) for j in range(c, c + width)}
        if not area <= free:
            area, height, width = {(r, c)}, 1, 1
        free -= area
        spans.append(Span(r, c, r + height, c + width))
    return xs, ys, spans


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tilings(), st.floats(min_value=-1, max_value=1), st.booleans())
def test_any_merged_cells_are_found_again(
    tiling: tuple[list[float], list[float], list[Span]], jitter: float, doubled: bool
) -> None:
    xs, ys, spans = tiling
    rules: list[Rule] = []
    for number, span in enumerate(spans):
        # Each cell draws its own border, a little off, as word processors do; or twice, as a double border.
        off = jitter if number % 2 else 0.0
        x0, x1 = xs[span.column] + off, xs[span.column_end] + off
        top, bottom = ys[span.row] + off, ys[span.row_end] + off
        for shift in (0.0, 1.0) if doubled else (0.0,):
            rules += [Rule("horizontal", y + shift, x0, x1) for y in (top, bottom)]
            rules += [Rule("vertical", x + shift, top, bottom) for x in (x0, x1)]
    if len(spans) == 1:
        return
    (found,) = lattices(rules)
    assert not found.broken
    assert len(found.spans) == len(spans)
    for span in spans:
        x, y = (xs[span.column] + xs[span.column_end]) / 2, (ys[span.row] + ys[span.row_end]) / 2
        holding = [
            s
            for s in found.spans
            if found.xs[s.column] < x < found.xs[s.column_end] and found.ys[s.row] < y < found.ys[s.row_end]
        ]
        assert len(holding) == 1
        (held,) = holding
        assert abs(found.xs[held.column] - xs[span.column]) <= 3
        assert abs(found.xs[held.column_end] - xs[span.column_end]) <= 3
        assert abs(found.ys[held.row] - ys[span.row]) <= 3
        assert abs(found.ys[held.row_end] - ys[span.row_end]) <= 3


LINE = {
    "entity": "甲",
    "entity_level": "unit",
    "fiscal_year": 2024,
    "stage": "budget",
    "table": "revenue_summary",
    "side": "revenue",
    "code": "201",
    "measure": "total",
    "basis": "budget",
}


@given(st.lists(st.lists(st.text(max_size=4), min_size=1, max_size=3), max_size=20))
def test_line_ids_are_unique_and_do_not_depend_on_what_else_there_is(lineages: list[list[str]]) -> None:
    ids, _ = line_ids([{**LINE, "lineage": lineage} for lineage in lineages], {})
    assert len(set(ids)) == len(ids)
    alone = [line_ids([{**LINE, "lineage": lineage}], {})[0][0] for lineage in lineages]
    assert set(alone) <= set(ids)


@settings(deadline=None, max_examples=15)
@given(
    st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), min_size=1, max_size=8),
    st.booleans(),
)
def test_any_figures_are_read_back_as_printed(figures: list[tuple[int, int]], separators: bool) -> None:
    def shown(fen: int) -> str:
        return f"{Decimal(fen) / 100:{',' if separators else ''}.2f}"

    basic, project = sum(b for b, _ in figures), sum(p for _, p in figures)
    sums = (shown(basic + project), shown(basic), shown(project))
    rows = [
        ("201", "", "", "一般公共服务支出", *sums),
        ("201", "03", "", "政府办公厅（室）及相关机构事务", *sums),
        *(
            ("201", "03", f"{n:02d}", f"事务{n}", shown(b + p), shown(b), shown(p))
            for n, (b, p) in enumerate(figures, 1)
        ),
        ("合计", "<", "<", "<", *sums),
    ]
    found = read(expenditure((*HEADER, *rows), title=TITLE))
    assert rules(found) == []
    assert len(found.items) == 3 * len(rows)
    assert {item["status"] for item in found.items} == {"proved"}
    for n, (b, p) in enumerate(figures, 1):
        code = f"20103{n:02d}"
        assert amounts(found)[code, f"事务{n}", "basic"] == f"{Decimal(b) / 100:.2f}"
        assert amounts(found)[code, f"事务{n}", "project"] == f"{Decimal(p) / 100:.2f}"
