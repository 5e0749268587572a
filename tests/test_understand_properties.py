"""What holds of all tables that are understood by their own words, tried on many."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sheets import COVER, Rows, counted, printed, read, sheet
from typeset import LEFT
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.prove.readings import settled
from yusuan.pipeline.prove.verdicts import judge
from yusuan.pipeline.understand.words import compose, vocabulary
from yusuan.schemas.vocabulary.headers import WORDS

SLOW = settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
DECLARED = st.sampled_from(sorted(WORDS))
STRANGE = st.text("奇怪龘囍", min_size=1, max_size=4)
HEADER = ("科目编码", "科目名称", "单位名称", "合计", "基本支出", "项目支出")


@given(st.lists(DECLARED, min_size=1, max_size=4))
def test_declared_words_in_a_row_are_parted_into_declared_words(words: list[str]) -> None:
    found = compose("".join(words))
    assert found.known
    assert all(WORDS[word] == meanings for word, meanings in found.words)
    assert len(found.words) <= len(words)


@given(st.lists(st.one_of(DECLARED, STRANGE), min_size=1, max_size=5))
def test_composition_loses_no_character(parts: list[str]) -> None:
    text = vocabulary().usual("".join(parts))
    found = compose(text)
    kept = Counter("".join(word for word, _ in found.words) + found.unknown)
    marks = Counter(char for char in text if char in "、:：/-—·.，,")
    lost = Counter(text) - kept
    if "（" not in text and not text.startswith("其中"):
        assert lost - marks == Counter()
    assert kept - Counter(text) == Counter()


@given(DECLARED, STRANGE, DECLARED)
def test_a_strange_word_between_declared_ones_is_told(before: str, strange: str, after: str) -> None:
    assert compose(before + strange + after).unknown == strange


@st.composite
def trees(draw: st.DrawFn) -> list[list[tuple[int, int]]]:
    """Basic and project expenditure, in hundredths of 万元, of the items of groups: two to four groups of one to
    three.
    """
    figures = st.integers(min_value=0, max_value=999_999)
    items = st.lists(st.tuples(figures, figures), min_size=1, max_size=3)
    return draw(st.lists(items, min_size=2, max_size=4))


def shown(hundredths: int) -> str:
    return f"{Decimal(hundredths) / 100:,.2f}" if hundredths else ""


def rows_of(tree: list[list[tuple[int, int]]]) -> list[tuple[str, ...]]:
    """A table by function in classes and items; the names are those of no function, so that the codes must tell."""

    def row(code: str, name: str, body: str, parts: list[tuple[int, int]]) -> tuple[str, ...]:
        basic, project = sum(part[0] for part in parts), sum(part[1] for part in parts)
        return code, name, body, shown(basic + project) or "0.00", shown(basic), shown(project)

    rows = []
    for number, items in enumerate(tree, start=1):
        code = f"2{number:02}"
        rows += [row(code, f"甲{number}", "", items), row(f"{code}01", f"乙{number}", "", items)]
        rows += [row(f"{code}01{n:02}", f"丙{number}之{n}", "示例局", [item]) for n, item in enumerate(items, start=1)]
    total = row("合计", LEFT, LEFT, [item for items in tree for item in items])
    return [HEADER, *rows, total]


def document(rows: Rows) -> Document:
    return read(COVER, sheet("部门支出总体情况表", rows))


@SLOW
@given(trees())
def test_a_table_whose_sums_hold_under_its_codes_is_proved_whole(tree: list[list[tuple[int, int]]]) -> None:
    rows = rows_of(tree)
    found = document(rows)
    assert counted(found) == printed(rows)
    assert not found.others
    assert [i for i in found.items if i["status"] != "proved" and i["amount"]] == []
    levels = {item["code"]: item["level"] for item in found.items}
    assert all(level == {0: 0, 3: 1, 5: 2, 7: 3}[len(code)] for code, level in levels.items())


@SLOW
@given(trees(), st.data())
def test_a_slip_in_one_cell_never_contradicts_another(tree: list[list[tuple[int, int]]], data: st.DataObject) -> None:
    rows = rows_of(tree)
    filled = [(r, c) for r in range(1, len(rows)) for c in (3, 4, 5) if rows[r][c]]
    row, column = data.draw(st.sampled_from(filled))
    right = Decimal(rows[row][column].replace(",", ""))
    # More than rounding may account for.
    wrong = right + data.draw(st.integers(min_value=1, max_value=10_000))
    cells = list(rows[row])
    cells[column] = f"{wrong:,.2f}"
    rows[row] = tuple(cells)
    found = document(rows)
    assert counted(found) == printed(rows)
    measure = {3: "total", 4: "basic", 5: "project"}[column]
    accused = {(item["row"], item["measure"]) for item in found.items if item["status"] == "contradicted"}
    assert accused <= {(row, measure)}
    slip = [i for i in found.items if (i["row"], i["measure"]) == (row, measure)]
    assert [i["status"] for i in slip] != ["proved"]


@SLOW
@given(trees(), st.randoms(use_true_random=False))
def test_settling_a_reading_changes_no_amount(tree: list[list[tuple[int, int]]], random: object) -> None:
    """Whatever rows are taken for parts of others: figures, names and places stay what they were."""
    (table,) = document(rows_of(tree)).tables
    flat = replace(table, records=tuple(replace(r, parent=None, level=min(r.level, 1)) for r in table.records))
    for given_table in (table, flat):
        after = settled(given_table).table
        assert len(after.records) == len(given_table.records)
        for before, then in zip(given_table.records, after.records, strict=True):
            assert replace(then, parent=before.parent, level=before.level) == before


@SLOW
@given(trees())
def test_a_reading_that_the_figures_tell_accuses_nobody(tree: list[list[tuple[int, int]]]) -> None:
    """Rows without codes are put in order by their sums, which is no ground to say that one of them is wrong."""
    rows = [("", *row[1:]) if row[0].isdigit() else row for row in rows_of(tree)]
    rows[2] = (*rows[2][:3], "1,234,567.89", *rows[2][4:])
    found = document(rows)
    assert counted(found) == printed(rows)
    for table in found.tables:
        verdict = judge([table], ())
        down = [i for i in verdict.identities if i.rule in ("column_sum", "grand_total") and not i.holds]
        assert all(identity.weak for identity in down)
