"""Which lines are seen on a page, and which rows and columns they make, whatever they are drawn with."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.handmade import one_page, shown
from tests.ruled import Line, ruled_page
from tests.small import HEADER, ROWS, TOTAL, WIDTHS, amounts, captions, expenditure, grid
from tests.small import read as read_small
from typeset import Page as Typeset
from yusuan.pipeline.layout.cells import arrange
from yusuan.pipeline.read.page import Page
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.read.readers import Reader

READERS: tuple[Reader, ...] = ("pdfplumber", "pdfium")
WORDS = f"BT /F1 10 Tf 210 330 Td {shown('支出')} Tj ET BT /F1 10 Tf 310 330 Td {shown('12')} Tj ET "
CELLS = (
    "200 200 m 400 200 l S 200 250 m 400 250 l S 200 350 m 400 350 l S "
    "200 200 m 200 350 l S 300 200 m 300 350 l S 400 200 m 400 350 l S "
)
"""Four cells, 200 wide and 150 high."""
AROUND = "190 190 220 170 re"
RESOURCES = (
    "/ExtGState << /GS0 << /CA 0 /ca 0 >> >> /ColorSpace << /CS0 [/Separation /Black /DeviceGray "
    "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [1] /C1 [0] >>] /CS1 [/DeviceN [/Black] /DeviceGray "
    "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [1] /C1 [0] >>] >>"
)


def page(content: str) -> Page:
    """A page with words and `content`, after both readers gave the same lines."""
    data = one_page(f"q {content} Q {WORDS}", resources=RESOURCES)
    reference, ours = (read(data, reader).pages[0] for reader in READERS)
    assert rounded(reference) == rounded(ours)
    return ours


def rounded(found: Page) -> list[tuple[str, float, float, float]]:
    return sorted((r.orientation, round(r.position, 1), round(r.start, 1), round(r.end, 1)) for r in found.rules)


def cells(found: Page) -> list[str]:
    return [cell.text for grid in arrange(found).grids for cell in grid.cells]


def rectangles(lines: str, thick: float = 1) -> str:
    """Lines as thin filled rectangles."""
    parts = [line.split() for line in lines.split("S")[:-1]]
    boxes = [(float(p[0]), float(p[1]), float(p[3]), float(p[4])) for p in parts]
    half = thick / 2
    return "".join(f"{x0 - half} {y0 - half} {x1 - x0 + thick} {y1 - y0 + thick} re f " for x0, y0, x1, y1 in boxes)


def dots(lines: str, size: float, step: float, dot: str) -> str:
    """Lines as rows of dots."""
    content = ""
    for line in lines.split("S")[:-1]:
        x0, y0, x1, y1 = (float(line.split()[n]) for n in (0, 1, 3, 4))
        for n in range(int(max(x1 - x0, y1 - y0) / step) + 1):
            x, y = (x0 + n * step, y0) if y0 == y1 else (x0, y0 + n * step)
            x, y, half = x - size / 2, y - size / 2, size / 2
            places = {"a": y + 0.8 * size, "b": x + 0.2 * size, "c": x + 0.8 * size, "d": y + 0.2 * size}
            content += dot.format(x=x, y=y, x1=x + size, y1=y + size, m=y + half, n=x + half, size=size, **places)
    return content


SEEN = {
    "in a spot colour": f"/CS0 CS 1 SCN {CELLS}",
    "in a tint of a spot colour": f"/CS0 CS .6 SCN {CELLS}",
    "in inks": f"/CS1 CS 1 SCN {CELLS}",
    "as bars in a spot colour": f"/CS0 cs 1 scn {rectangles(CELLS)}",
    "white on a coloured ground": f"0 0 .5 rg {AROUND} f 1 G {CELLS}",
    "white on a ground in a spot colour": f"/CS0 cs .5 scn {AROUND} f 1 G {CELLS}",
    "white bars on a coloured ground": f".6 .7 .9 rg {AROUND} f 1 g {rectangles(CELLS)}",
    "over what was painted before": f"1 g {AROUND} f {CELLS}",
    "on the edges of areas that are painted later": f"{CELLS} 1 g 200 200 100 50 re f 300 200 100 50 re f "
    "200 250 100 100 re f 300 250 100 100 re f",
    "on the edge of its clip": f"200 200 200 150 re W n {CELLS}",
    "under an area that lets it through": f"{CELLS} /GS0 gs 1 g {AROUND} f",
    "beside the outlines of bold letters": f"{CELLS} 211 331 6 5 re S 221 331 m 227 331 l 227 336 l 221 336 l h S",
    "as square dots": dots(CELLS, 0.8, 2, "{x} {y} {size} {size} re f "),
    "as dots that are higher than wide by what rounding leaves": dots(CELLS, 0.55, 1.1, "{x} {y} 0.548 0.55 re f "),
    "as wide dots": dots(CELLS, 1, 5, "{x} {y} {size} {size} re f "),
    "as short strokes": dots(CELLS, 0, 2, "{x} {y} m {x1} {y1} l S "),
    "as round dots": dots(
        CELLS,
        1,
        2.5,
        "{x} {m} m {x} {a} {b} {y1} {n} {y1} c {c} {y1} {x1} {a} {x1} {m} c "
        "{x1} {d} {c} {y} {n} {y} c {b} {y} {x} {d} {x} {m} c f ",
    ),
}


@pytest.mark.parametrize("kind", SEEN)
def test_lines_were_not_seen(kind: str) -> None:
    assert cells(page(SEEN[kind])) == ["支出", "12", "", ""]


UNSEEN = {
    "white on paper": f"1 G {CELLS}",
    "white on white": f"0 0 .5 rg {AROUND} f 1 g {AROUND} f 1 G {CELLS}",
    "without opacity": f"/GS0 gs {CELLS}",
    "bars without opacity": f"/GS0 gs {rectangles(CELLS)}",
    "no ink": f"/CS0 CS 0 SCN {CELLS}",
    "beyond their clip": f"1 1 2 2 re W n {CELLS}",
    "bars beyond their clip": f"1 1 2 2 re W n {rectangles(CELLS)}",
    "a frame beyond its clip": "1 1 2 2 re W n 200 200 100 150 re S 300 200 100 150 re S",
    "painted over": f"{CELLS} 1 g {AROUND} f",
    "painted over in parts": f"{CELLS} 1 g 190 190 120 170 re f 290 190 120 170 re f",
    "frames painted over": f"200 200 100 150 re S 300 200 100 150 re S 1 g {AROUND} f",
}


@pytest.mark.parametrize("kind", UNSEEN)
def test_lines_that_nobody_sees_ruled_a_table(kind: str) -> None:
    found = page(UNSEEN[kind])
    assert (found.rules, cells(found)) == ((), [])


def test_a_line_was_seen_where_only_another_part_of_it_shows() -> None:
    found = page(f"q 200 200 100 150 re W n {CELLS} Q 1 g")
    assert cells(found) == ["支出", ""]
    assert max(rule.end for rule in found.rules if rule.orientation == "horizontal") == pytest.approx(300, abs=1)


def test_a_white_line_ended_where_its_ground_ends() -> None:
    found = page(f"0 0 .5 rg 200 200 100 150 re f 1 G {CELLS}")
    assert cells(found) == ["支出", ""]


PLAIN = amounts(read_small(expenditure()))
_XS = [60 + sum(WIDTHS[:n]) for n in range(len(WIDTHS) + 1)]
_YS = [120 + 24 * n for n in range(9)]
LEVEL: list[Line] = [
    (_XS[0], 120, _XS[7], 120),
    (_XS[0], 144, _XS[7], 144),
    (_XS[0], 168, _XS[3], 168),
    *[(_XS[0], y, _XS[7], y) for y in _YS[3:]],
]
UPRIGHT: list[Line] = [
    (_XS[0], 120, _XS[0], 312),
    (_XS[1], 168, _XS[1], 288),
    (_XS[2], 168, _XS[2], 288),
    (_XS[3], 144, _XS[3], 288),
    (_XS[4], 120, _XS[4], 312),
    (_XS[5], 144, _XS[5], 312),
    (_XS[6], 144, _XS[6], 312),
    (_XS[7], 120, _XS[7], 312),
]


def ruled(
    lines: Sequence[Line], rows: Sequence[Sequence[str]] = (*HEADER, *ROWS, TOTAL)
) -> dict[tuple[str, str, str], str]:
    return ruled_page(Typeset(captions(), [grid(rows)]), lines)


def test_these_lines_are_those_of_the_table() -> None:
    assert ruled([*LEVEL, *UPRIGHT]) == PLAIN


@pytest.mark.parametrize("gap", [2, 4, 6])
@pytest.mark.parametrize("row", [0, 1, 3, 7, 8])
def test_a_double_line_was_a_row(gap: float, row: int) -> None:
    # Toward the middle of the row below, or for the last line of that above.
    y = _YS[row] + (gap if row < 8 else -gap)
    assert ruled([*LEVEL, *UPRIGHT, (_XS[0], y, _XS[7], y)]) == PLAIN


@pytest.mark.parametrize("column", [0, 4, 5, 7])
def test_a_double_line_was_a_column(column: int) -> None:
    x = _XS[column] + (4 if column < 7 else -4)
    assert ruled([*LEVEL, *UPRIGHT, (x, 120, x, 312)]) == PLAIN


@pytest.mark.parametrize("inset", [0, 1, 2])
@pytest.mark.parametrize("over", [2, 4, 5.5])
def test_an_underlined_total_was_two_rows(over: float, inset: float) -> None:
    y = _YS[8] - over
    under: list[Line] = [(_XS[n] + inset, y, _XS[n + 1] - inset, y) for n in (4, 5, 6)]
    assert ruled([*LEVEL, *UPRIGHT, *under]) == PLAIN
    assert ruled([*LEVEL, *UPRIGHT, *under, *[(a, y - 1, b, y - 1) for a, _, b, _ in under]]) == PLAIN


def _without(lines: Sequence[Line], *gone: Line) -> list[Line]:
    assert set(gone) <= set(lines)
    return [line for line in lines if line not in gone]


OPEN = {
    "no top border over merged headers": _without(LEVEL, LEVEL[0]) + UPRIGHT,
    "no bottom border": _without(LEVEL, LEVEL[-1]) + UPRIGHT,
    "no bottom border in part": [*_without(LEVEL, LEVEL[-1]), (_XS[0], 312, _XS[4], 312), *UPRIGHT],
    "no top border beside one": [*_without(LEVEL, LEVEL[0]), (_XS[4], 120, _XS[7], 120), *UPRIGHT],
    "no right border in the last row": [*LEVEL, *_without(UPRIGHT, UPRIGHT[-1]), (_XS[7], 120, _XS[7], 288)],
    "no right border in a row": [
        *LEVEL, *_without(UPRIGHT, UPRIGHT[-1]), (_XS[7], 120, _XS[7], 216), (_XS[7], 240, _XS[7], 312),
    ],
    "no left border in a row": [
        *LEVEL, *_without(UPRIGHT, UPRIGHT[0]), (_XS[0], 120, _XS[0], 216), (_XS[0], 240, _XS[0], 312),
    ],
}  # fmt: skip


@pytest.mark.parametrize("kind", OPEN)
def test_a_missing_outer_border_cost_amounts(kind: str) -> None:
    assert ruled(OPEN[kind]) == PLAIN


@pytest.mark.parametrize(("dash", "gap"), [(6, 4), (3, 3), (10, 8), (1, 4)])
def test_strokes_with_gaps_were_no_lines(dash: float, gap: float) -> None:
    broken: list[Line] = []
    for x0, top, x1, bottom in [*LEVEL, *UPRIGHT]:
        at = 0.0
        while at < max(x1 - x0, bottom - top):
            end = min(at + dash, max(x1 - x0, bottom - top))
            broken.append((x0 + at, top, x0 + end, top) if top == bottom else (x0, top + at, x0, top + end))
            at += dash + gap
    assert ruled(broken) == PLAIN
