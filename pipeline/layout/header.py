"""The header of a grid: which rows it takes, and the tree that its merged cells make."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from yusuan.pipeline.layout.cells import Cell, Grid
from yusuan.pipeline.layout.grid import Span
from yusuan.pipeline.layout.unread import UNREAD
from yusuan.pipeline.layout.years import with_years
from yusuan.schemas.tables.classifications import CODES
from yusuan.schemas.vocabulary.around import CODE_PARTS, NOTHING, NUMBERING, PAGE_SUMS, TOTALS
from yusuan.schemas.vocabulary.enumerators import ARABIC, BRACKETED, CHINESE, OF_WHICH

AMOUNT_LIKE = re.compile(r"^[-−－(（]?[\d,，.]*\d[\d,，.]*[)）]?%?$|^[-—–－]+$")
_ENUMERATED = re.compile(f"^(?:{CHINESE}|{ARABIC}|{BRACKETED}|{OF_WHICH}(?=.))")
"""What begins the name of a row; （1） is the number of a column."""
_SEVERAL, _MANY, _SURELY = 3, 5, 8
_MOST_OF = 0.75
_AMONG = re.compile(r"^其中[:：]?$")
_NUMBERED = re.compile(r"^（?(\d{1,2})）?(?:=[\d+\-*/×÷%()（）]+)?$")
_UNNUMBERED = re.compile(r"^[*＊]+$")
_YEAR = re.compile(r"20\d{2}年度?")
_COMPARES = re.compile("[比较]")
_UNIT = re.compile(r"（(?:单位[:：])?(?P<unit>元|万元)）$")


@dataclass(frozen=True)
class HeaderColumn:
    """One column as the header prints it: the normalised words above it, from the top down.

    `x0`, `x1` are its borders in points. `years` are those that its words name (2023年基本支出), from the top down; a
    word that compares two names neither.
    """

    words: tuple[str, ...]
    x0: float
    x1: float
    years: tuple[int, ...] = ()


@lru_cache(1 << 13)
def word(text: str) -> str:
    """A header cell in the form in which headers are declared: no years, no unit behind."""
    return _UNIT.sub("", _YEAR.sub("", with_years(text)))


def units(grid: Grid, rows: range) -> set[str]:
    """The units named in brackets in header cells."""
    found = (_UNIT.search(cell.key) for row in rows for cell in grid.row(row))
    return {match["unit"] for match in found if match}


def header_rows(
    grid: Grid, start: int = 0, known: Callable[[str], bool] = bool, declared: Collection[str] = ()
) -> range:
    """The rows from `start` that are header: those before the first that looks like the table's body.

    `known` says whether a word may stand in a header; rows of which no word is known are body. `declared` are words
    that a header is known to have, even if they look like the name of a row (其中：).
    """
    if known is not bool or declared:
        return _header_rows(grid, start, known, declared)
    found: range | None = grid.told.get(start)
    if found is None:
        found = grid.told[start] = _header_rows(grid, start, known, declared)
    return found


def _header_rows(grid: Grid, start: int, known: Callable[[str], bool], declared: Collection[str]) -> range:
    row = start
    while row < grid.rows:
        cells = grid.row(row)
        texts = [cell.key for cell in cells if cell.key]
        if row > start and len(cells) == 1 and grid.columns > 1:
            break  # a note over the whole width is no header
        if _numbers_columns(_own(grid, row, start)) or _codes_columns(grid, row, start):
            row += 1
            continue
        if _reached(cells, row) and not any(AMOUNT_LIKE.match(text) for text in _own(grid, row, start)):
            row += 1  # a header cell above reaches down beside it
            continue
        if row > start and _parts_above(grid, row):
            row += 1
            continue
        names = [cell.key for cell in cells if cell.key and not _heads(cell, declared)]
        if sum(bool(cell.key) and start == cell.span.row < row for cell in cells) > 1:
            # Names beside it reach down from the first row of the header: its 其中 names a column.
            names = [text for text in names if not _ENUMERATED.match(text)]
        if _is_body(texts, names, len(cells)) or not any(known(word(text)) for text in texts):
            break
        row += 1
    return range(start, row)


def _heads(cell: Cell, declared: Collection[str]) -> bool:
    """Whether a cell is surely header: a declared word, or 其中 over several columns, where no row has its name."""
    over = cell.span.column_end - cell.span.column > 1 and cell.span.row_end - cell.span.row == 1
    return word(cell.key) in declared or (over and cell.span.column > 0 and bool(_AMONG.match(cell.key)))


def _own(grid: Grid, row: int, start: int) -> list[str]:
    """The texts of a row without those of cells that reach down to it from above."""
    return [cell.key for cell in grid.row(row) if cell.key and row in (start, cell.span.row)]


def _reached(cells: Sequence[Cell], row: int) -> bool:
    """Whether a cell with text reaches down to a row from above."""
    return any(cell.key and cell.span.row < row for cell in cells)


def _parts_above(grid: Grid, row: int) -> bool:
    """Whether all words of a row, and no figures, part header cells of the row above that are merged over columns, as
    小计 and 其中 do; all other cells are blank.
    """
    filled = [cell for cell in grid.row(row) if cell.key]
    above = [grid.at(row - 1, cell.span.column) for cell in filled]
    return len({cell.key for cell in filled}) > 1 and all(
        upper is not None
        and bool(upper.key)
        and upper.span.row_end == row
        and upper.span.column <= cell.span.column
        and cell.span.column_end <= upper.span.column_end
        and 1 < upper.span.column_end - upper.span.column < grid.columns
        and upper.span.column_end - upper.span.column > cell.span.column_end - cell.span.column
        and not AMOUNT_LIKE.match(cell.key)
        for cell, upper in zip(filled, above, strict=True)
    )


def _codes_columns(grid: Grid, row: int, start: int) -> bool:
    """Whether the figures of a row are the codes of the columns: those of one classification, each in a cell of its own
    above or below the cell with the name that it is of.
    """
    cells = [cell for cell in grid.row(row) if cell.key and row in (start, cell.span.row)]
    coded = [cell for cell in cells if AMOUNT_LIKE.match(cell.key)]
    codes = [cell.key for cell in coded]
    if len(set(codes)) < len(codes) or not any(
        all(pattern.fullmatch(code) for code in codes) for pattern in CODES.values()
    ):
        return False
    names = [row + 1] if all(cell.span.row_end > row + 1 for cell in cells if cell not in coded) else []
    others = {cell.key for cell in cells if cell not in coded}
    if row > start and others <= {*CODE_PARTS} and _reached(grid.row(row), row):
        names.append(row - 1)
    return len(codes) > 1 and any(all(_names(grid.at(at, cell.span.column), cell) for cell in coded) for at in names)


def _names(cell: Cell | None, code: Cell) -> bool:
    """Whether a cell with words stands just above or below one with a code, as wide as that."""
    if cell is None or not cell.key or AMOUNT_LIKE.match(cell.key):
        return False
    return (cell.span.column, cell.span.column_end) == (code.span.column, code.span.column_end)


def is_numbering(texts: list[str]) -> bool:
    """Whether a row surely numbers the columns, wherever it stands: ** ** 1 2 3, 栏次 1 2 3."""
    known = any(text in NUMBERING for text in texts) and len(texts) > _SEVERAL
    return (known or _counts(texts)) and _numbers_columns(texts)


def is_page_sum(texts: Sequence[str]) -> bool:
    """Whether a row only carries the sum of a page over to the next, or sums up one page (过次页, 承前页, 本页小计)."""
    if not any(text.rstrip(":") in PAGE_SUMS for text in texts):
        return False
    return all(text.rstrip(":") in PAGE_SUMS or AMOUNT_LIKE.match(text) for text in texts)


def _counts(texts: list[str]) -> bool:
    """Whether so many texts count from 1 on that they can be no amounts, whatever stands before them."""
    numbers = [text for text in texts if text.isascii() and text.isdigit()]
    counted = list(map(str, range(1, len(numbers) + 1)))
    exact = len(numbers) >= _MANY and numbers == counted and texts[len(texts) - len(numbers) :] == numbers
    return exact or _counts_nearly(texts)


def _counts_nearly(texts: list[str]) -> bool:
    """Whether nearly all of so many texts that chance makes no such row count on, each by its place; the others may be
    misread.
    """
    first = next((at for at, text in enumerate(texts) if text in ("1", "2")), len(texts))
    behind = texts[first:]
    counted = sum(text == str(at) for at, text in enumerate(behind, int(texts[first]) if behind else 0))
    return first <= 1 and counted >= _SURELY and counted > _MOST_OF * len(behind)


def _numbers_columns(texts: list[str]) -> bool:
    """Whether a row only numbers the columns: 栏次 1 2 3=1+2, ** 1 2 3=2/1*100, or 甲 乙 1 2 alone."""
    texts = [text for text in texts if text not in CODE_PARTS]
    if any(text in NUMBERING for text in texts):
        # One of the numbers may not have been read.
        numbered = all(text in NUMBERING or _NUMBERED.match(text) or UNREAD in text for text in texts)
        return (numbered and len(texts) > 1) or _counts_nearly(texts)
    numbers = [int(found[1]) for text in texts if (found := _NUMBERED.match(text))]
    others = [text for text in texts if not _NUMBERED.match(text)]
    if _counts(texts):
        return True
    if others and all(_UNNUMBERED.match(text) for text in others):
        return bool(numbers) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return (
        len(numbers) > 1
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and numbers[0] <= len(others) + 1
        and others == list("甲乙丙丁戊己"[: len(others)])
        and all(text in texts[: len(others)] for text in others)
    )


def _is_body(texts: list[str], names: list[str], cells: int) -> bool:
    """Whether a row of so many cells is body; `names` are its texts but for declared words."""
    if not texts:
        return True
    if any(AMOUNT_LIKE.match(text) for text in names):
        return True
    if any(_ENUMERATED.match(text) for text in names):
        # Words in every cell and no figure in any: one of several columns (其中：基本支出), no row with blank amounts.
        return (
            len(texts) < cells
            or cells < _SEVERAL
            or not all(text.startswith("其中") or not _ENUMERATED.match(text) for text in names)
        )
    # A total alone, or beside the words for the parts of a code, whose amounts are blank.
    own = [text for text in texts if text not in CODE_PARTS]
    return len(texts) < cells and len(own) == 1 and own[0] in (*TOTALS, *NOTHING)


def header_columns(grid: Grid, rows: range) -> list[HeaderColumn]:
    """The columns of a grid as its header rows part them, from left to right."""
    found: list[HeaderColumn] | None = grid.told.get(rows)
    if found is None:
        found = grid.told[rows] = _header_columns(grid, rows)
    return list(found)


def _header_columns(grid: Grid, rows: range) -> list[HeaderColumn]:
    columns: list[tuple[tuple[Cell, ...], list[int]]] = []
    named = [row for row in rows if not _numbers_columns(_own(grid, row, rows.start))]
    for column in range(grid.columns):
        path: list[Cell] = []
        for row in named:
            cell = grid.at(row, column)
            if cell is not None and not (path and path[-1] is cell) and _refines(cell, path):
                path.append(cell)
        if columns and columns[-1][0] == tuple(path):
            columns[-1][1].append(column)
        else:
            columns.append((tuple(path), [column]))
    xs = grid.lattice.xs
    words = _with_unsaid([path for path, _ in columns])
    return [
        HeaderColumn(said, xs[covered[0]], xs[covered[-1] + 1], _years(path))
        for said, (path, covered) in zip(words, columns, strict=True)
    ]


def _with_unsaid(paths: Sequence[tuple[Cell, ...]]) -> list[tuple[str, ...]]:
    """The words above each column. Below a blank cell that has columns named as those below one with a word are it is
    not said whose columns they are, as where the word stands beyond the edge of the page.
    """
    words = [_words(path) for path in paths]
    below: dict[Span, list[tuple[str, ...]]] = {}
    for path in paths:
        if len(path) > 1:
            below.setdefault(path[0].span, []).append(_words(path[1:])[-1:])
    first = {span: parts[:2] for span, parts in below.items() if len(parts) > 1}
    named = [first[path[0].span] for path in paths if path and path[0].key and path[0].span in first]
    return [
        (UNREAD, *said) if len(path) > 1 and not path[0].key and first.get(path[0].span) in named else said
        for path, said in zip(paths, words, strict=True)
    ]


def _refines(cell: Cell, path: list[Cell]) -> bool:
    """Whether a cell is no wider than the one above it. A wider one below is a row's name beside a header that
    reaches further down in other columns.
    """
    if not path:
        return True
    above = path[-1].span
    return above.column <= cell.span.column and cell.span.column_end <= above.column_end


def _years(path: tuple[Cell, ...]) -> tuple[int, ...]:
    named = (_YEAR.findall(with_years(cell.key)) for cell in path if not _COMPARES.search(cell.key))
    return tuple(int(found[0][:4]) for found in named if len(found) == 1)


def _words(path: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(word(cell.text) for cell in path if cell.key and not AMOUNT_LIKE.match(cell.key))
