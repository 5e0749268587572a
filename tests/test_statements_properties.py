"""Whatever is stated, in whatever lines, is read back."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.statements import ITEM, judged, number
from yusuan.pipeline.layout.cells import PageLayout
from yusuan.pipeline.layout.text import Line
from yusuan.pipeline.prose.figures import folded
from yusuan.pipeline.prose.read import read_prose
from yusuan.pipeline.prose.sentences import Paragraph, Sentence, paragraphs
from yusuan.pipeline.prose.statement import Statement
from yusuan.schemas.prose.shanghai import WORDING

AMOUNTS = st.tuples(st.integers(0, 10**7), st.integers(0, 2), st.booleans()).map(
    lambda drawn: f"{Decimal(drawn[0]).scaleb(-drawn[1]):{',' if drawn[2] else ''}f}"
)
WAYS = st.sampled_from([("增加", 1), ("减少", -1), ("增长", 1), ("下降", -1)])


@given(AMOUNTS, AMOUNTS, AMOUNTS, WAYS, st.integers(8, 60), st.sampled_from(["", "3", "12"]))
def test_an_item_is_read_back_from_any_line_breaks(
    planned: str, before: str, percent: str, way: tuple[str, int], width: int, enumerator: str
) -> None:
    text = (
        f"{enumerator + '.' if enumerator else ''}{ITEM}{planned}万元，主要用于运转。"
        f"2023年当年预算执行数为{before}万元，2024年预算安排{planned}万元，比2023年预算执行数{way[0]}{percent}%。"
    )
    read_back = read_prose(paragraphs([layout(text, width)]), WORDING, 2024)
    assert not read_back.not_read
    assert [(s.quantity, s.value, s.fiscal_year) for s in read_back.statements] == [
        ("planned", number(planned), 2024),
        ("prior_year_final", number(before), 2023),
        ("planned", number(planned), 2024),
        ("change_percent", number(percent) * way[1], 2024),
    ]
    assert {len(s.subject.names) for s in read_back.statements} == {3}
    assert all(steps(s) for s in read_back.statements)


@given(st.lists(AMOUNTS, min_size=8, max_size=8), WAYS)
def test_totals_are_read_back(amounts: list[str], way: tuple[str, int]) -> None:
    a, b, c, d, e, f, g, h = amounts
    text = (
        f"2024年，某局收入预算{a}万元，其中：财政拨款收入{b}万元，比2023年预算{way[0]}{c}万元；事业收入{d}万元；"
        f"事业单位经营收入{e}万元；其他收入{f}万元。财政拨款支出预算中，一般公共预算拨款支出预算{g}万元，"
        f"与2023年预算持平；政府性基金拨款支出预算{h}万元。"
    )
    assert [
        (s.subject.id, s.value) for s in read_prose([Paragraph("", (Sentence(text, 1),))], WORDING, 2024).statements
    ] == [
        ("revenue", number(a)),
        ("fiscal_appropriation", number(b)),
        ("fiscal_appropriation", number(c) * way[1]),
        ("service_revenue", number(d)),
        ("business_revenue", number(e)),
        ("other_revenue", number(f)),
        ("general_public", number(g)),
        ("general_public", Decimal(0)),
        ("government_fund", number(h)),
    ]


@given(st.text(alphabet="0123456789,.%元万年（）。，比预算增加减少持平与类款项科目“”公务接待费收入", max_size=80))
def test_no_prose_breaks_the_reader(text: str) -> None:
    prose = judged(text)
    assert len(prose.statements) == len(prose.status)
    assert folded(text) is not None


def layout(text: str, width: int) -> PageLayout:
    """A page with one paragraph, `width` characters a line, the first one indented."""
    lines = [text[start : start + width] for start in range(0, len(text), width)]
    return PageLayout(
        1,
        600,
        (),
        tuple(
            Line((line,), 24.0 if n == 0 else 0.0, n * 20.0, 12.0 * width, n * 20.0 + 12, 12.0)
            for n, line in enumerate(lines)
        ),
        0,
    )


def steps(statement: Statement) -> bool:
    """Whether the step is that of the last printed digit."""
    return statement.value % statement.step == 0
