"""How many of the figures that a person sees in tables stand in a cell of a table with a title and a header.

    python -m benchmarks.layout FOLDER [--documents N] [--figures]

The judge is poppler (pdftotext must be installed): each of its words that looks like an amount, with a thousands
separator or decimals, and stands alone, in no sentence. Such a figure is in one cell if its middle lies in exactly one
cell of one logical table, and that cell's text has it. A line is printed for each folder and for all: figures, those
in a ruled area as it is read, and of those per cent in one cell, in a table with a title too, with a header too, then
the N worst documents. --figures names each figure that is not reached: file, page, place.
"""

from __future__ import annotations

import argparse
import html
import re
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from yusuan.pipeline.layout.captions import form
from yusuan.pipeline.layout.cells import PageLayout, arrange
from yusuan.pipeline.layout.header import header_rows
from yusuan.pipeline.layout.logical import Fragment, LogicalTable
from yusuan.pipeline.layout.tables import logical_tables
from yusuan.pipeline.messages.findings import Refusal
from yusuan.pipeline.read.characters import key
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.understand.titles import known as known_title
from yusuan.pipeline.understand.wholes import is_bare_title

_PAGE = re.compile(r'<page width="[\d.]+" height="[\d.]+">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
_AMOUNT = re.compile(r"-?[¥￥]?(?:\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)")
_BEFORE = re.compile(r"[为约计共加少:增减（][（:]?$")
_AFTER = re.compile(r"^[\u4e00-\u9fff%，。；、）]")
_LINE = 3.0
STEPS = ("figures", "in a ruled area", "in one cell", "titled", "headed")


class Figure(NamedTuple):
    """One amount as poppler sees it, with the middle of its box in points from the top left."""

    text: str
    x: float
    y: float


class Reached(NamedTuple):
    """A figure, its page, and how many of STEPS it reached."""

    page: int
    figure: Figure
    step: int


def main() -> None:
    """Print what each folder reaches, and the worst documents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=10)
    parser.add_argument("--figures", action="store_true")
    options = parser.parse_args()
    folders: defaultdict[str, Counter[str]] = defaultdict(Counter)
    documents: list[tuple[float, Path, Counter[str]]] = []
    for path in sorted(options.folder.rglob("*.pdf")):
        found = list(_document(path))
        counts = count(found)
        folders[path.parent.name] += counts
        reached = counts["headed"] / counts[STEPS[1]] if counts[STEPS[1]] else 1.0
        documents.append((reached, path, counts))
        if options.figures:
            for page, figure, step in found:
                if step < len(STEPS):
                    place = f"{figure.text} at {figure.x:.0f}, {figure.y:.0f}"
                    print(f"{path.name}, page {page}: {place} is not {STEPS[step]}")
    for name in sorted(folders):
        print(f"{name}: {line(folders[name])}")
    print(f"all: {line(sum(folders.values(), Counter()))}")
    for reached, path, counts in sorted(documents, key=lambda document: document[:2])[: options.documents]:
        if reached < 1:
            print(f"  {path.parent.name}/{path.name}: {line(counts)}")


def count(found: Sequence[Reached]) -> Counter[str]:
    """How many figures reached each step."""
    return Counter({name: sum(step > n for _, _, step in found) for n, name in enumerate(STEPS)})


def line(counts: Counter[str]) -> str:
    """The counts in words, with per cent of the figures in a ruled area."""
    ruled = counts[STEPS[1]]
    shares = ", ".join(f"{name} {100 * counts[name] / ruled if ruled else 100:.2f} %" for name in STEPS[2:])
    return f"{counts['figures']} figures, {ruled} in a ruled area, of these {shares}"


def _document(path: Path) -> Iterator[Reached]:
    figures = poppler_figures(path)
    try:
        layouts = [arrange(page) for page in read(path.read_bytes()).pages]
    except Refusal as refused:
        print(f"{path.name} is refused: {refused}")
        layouts = []
    yield from reach(figures, layouts)


def reach(figures: dict[int, list[Figure]], layouts: Sequence[PageLayout]) -> Iterator[Reached]:
    """How far each figure of each page comes."""
    by_page: defaultdict[int, list[tuple[LogicalTable, Fragment, bool]]] = defaultdict(list)
    for table in logical_tables(layouts, known_title, is_bare_title):
        headed = has_header(table)
        for fragment in table.fragments:
            by_page[fragment.grid.page].append((table, fragment, headed))
    for page, found in figures.items():
        for figure in found:
            yield Reached(page, figure, _steps(figure, by_page[page]))


def has_header(table: LogicalTable) -> bool:
    """Whether the first fragment of a table has rows of header, and not all of it is header; forms have labels."""
    if form(table.caption.title):
        return True
    first = table.fragments[0]
    rows = header_rows(first.grid, first.start)
    return bool(rows) and (rows.stop < first.grid.rows or len(table.fragments) > 1)


def _steps(figure: Figure, here: Sequence[tuple[LogicalTable, Fragment, bool]]) -> int:
    areas = [
        (table, fragment, headed)
        for table, fragment, headed in here
        if fragment.grid.box[0] <= figure.x <= fragment.grid.box[2]
        and fragment.grid.box[1] <= figure.y <= fragment.grid.box[3]
    ]
    if not areas:
        return 1
    held = [
        (table, headed)
        for table, fragment, headed in areas
        for cell in fragment.grid.cells
        if cell.box[0] <= figure.x <= cell.box[2]
        and cell.box[1] <= figure.y <= cell.box[3]
        and figure.text in key(cell.text)
    ]
    if len(held) != 1:
        return 2
    ((table, headed),) = held
    if not table.caption.title:
        return 3
    return 5 if headed else 4


def poppler_figures(path: Path) -> dict[int, list[Figure]]:
    """Page → the amounts that stand alone on it. Raises CalledProcessError where poppler cannot read the file."""
    printed = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True, timeout=300)
    text = printed.stdout.decode("utf-8", "replace")
    return {number: list(_alone(found[1])) for number, found in enumerate(_PAGE.finditer(text), 1)}


def _alone(page: str) -> Iterator[Figure]:
    words = [
        (float(found[1]), float(found[2]), float(found[3]), float(found[4]), key(html.unescape(found[5])))
        for found in _WORD.finditer(page)
    ]
    rows: defaultdict[int, list[tuple[float, float, str]]] = defaultdict(list)
    for x0, top, x1, bottom, text in words:
        rows[round((top + bottom) / 2 / _LINE)].append((x0, x1, text))
    for x0, top, x1, bottom, text in words:
        if not _AMOUNT.fullmatch(text):
            continue
        middle, reach = (top + bottom) / 2, bottom - top
        beside = [word for row in (-1, 0, 1) for word in rows.get(round(middle / _LINE) + row, ())]
        follows = any(-0.2 * reach <= left - x1 < 0.45 * reach and _AFTER.match(word) for left, _, word in beside)
        leads = any(-0.2 * reach <= x0 - right < 0.45 * reach and _BEFORE.search(word) for _, right, word in beside)
        if not (follows or leads):
            yield Figure(text, (x0 + x1) / 2, middle)


if __name__ == "__main__":
    main()
