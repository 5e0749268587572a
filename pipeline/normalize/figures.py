"""What stands in a cell of a table that nothing declares → a figure, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from yusuan.pipeline.extract.amounts import NotANumber, last_digit, parse, read_amount
from yusuan.pipeline.layout.unread import UNREAD
from yusuan.pipeline.read.characters import key, squeeze, unmapped
from yusuan.pipeline.read.negative import signed

if TYPE_CHECKING:
    from yusuan.pipeline.layout.cells import Cell

WORTH: dict[str, Decimal] = {
    "元": Decimal(1),
    "千元": Decimal(1_000),
    "万元": Decimal(10_000),
    "百万元": Decimal(1_000_000),
    "亿元": Decimal(100_000_000),
}
"""Units of money, with their worth in yuan."""

_AMOUNT_LIKE = re.compile(r"-?[¥￥]?-?(?:\d+(?:,\d+)+(?:\.\d+)?|\d+\.\d+)%?")
_FIGURE = re.compile(
    r"(?P<sign>[-+]?)[¥￥]?(?P<minus>-?)(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?P<unit>%|千元|百万元|万元|亿元|元)?"
)
_ZERO = re.compile(r"[-—–―]{1,2}")
_PARTS = re.compile(r"[-−－]?\d[\d,.]*(?:[\s¹²³⁰⁴-⁹]+[\d,.]*)+")
_PARTED_CODE = re.compile(r"\d{3}(?:\s+\d{2}){1,2}")
_FEW = 3
_MOST = 15
"""More digits than any money has are a code that is broken over lines."""
_UNIT = re.compile(r"(?<![公美港欧日])(亿元|百万元|千元|万元|元)(?!/)")


@dataclass(frozen=True)
class Figure:
    """A number as printed. `step` is what its last digit is worth, `unit` the unit that stands behind it, if any."""

    number: Decimal
    printed: str
    step: Decimal
    unit: str = ""

    @cached_property
    def has_decimals(self) -> bool:
        """Whether it is printed as amounts are: with decimals or thousands separators."""
        return "." in self.printed or "," in key(self.printed)

    @cached_property
    def is_dash(self) -> bool:
        """Whether a dash stands for the number."""
        return not any(char.isdigit() for char in self.printed)


def figure(cell: Cell) -> Figure | None:
    """The figure that stands alone in a cell; None where none does, or where it cannot be read with certainty."""
    text = cell.text
    if cell.overrun or text.isalpha():  # no letter is a digit or a dash, in whatever form
        return None
    if len(cell.lines) == 1 and cell.lines[0].parts == (text,):
        return _alone(text)
    if not (read := _said(text)) or read.is_dash:
        return read
    if _bare(text, read):
        try:
            read_amount(cell, Decimal(1))
        except NotANumber:
            return None
    elif len(cell.lines) > 1 or any(" " in part for line in cell.lines for part in line.parts):
        return None
    return read


def _bare(text: str, read: Figure) -> bool:
    """Whether a figure is a number and nothing else."""
    return not read.unit and key(text)[0] not in "¥￥+"


@lru_cache(1 << 14)
def _alone(text: str) -> Figure | None:
    """The figure that the text of a cell is whose one line has no gap."""
    read = _said(text)
    if read is None or read.is_dash or not _bare(text, read):
        return read
    try:
        parse((text,), Decimal(1))
    except NotANumber:
        return None
    return read


@lru_cache(1 << 14)
def _said(printed: str) -> Figure | None:
    """The figure that the text of a cell is, if its lines are one; None where it is none."""
    text = signed(printed)
    if not text or unmapped(printed):
        return None
    if _ZERO.fullmatch(text):
        return Figure(Decimal(0), squeeze(printed), Decimal(1))
    found = _FIGURE.fullmatch(text)
    if found is None:
        return None
    number = Decimal(found["number"].replace(",", ""))
    negative = "-" in (found["sign"], found["minus"])
    return Figure(-number if negative else number, squeeze(printed), last_digit(number), found["unit"] or "")


def worth(printed: str, unit: str) -> Decimal | None:
    """What a figure that was read is worth in yuan, to the fen; None for what is none, or no money."""
    text = signed(printed)
    found = _FIGURE.fullmatch("0" if _ZERO.fullmatch(text) else text)
    if found is None or (found["unit"] or unit) not in WORTH:
        return None
    number = Decimal(found["number"].replace(",", "")) * WORTH[found["unit"] or unit]
    return (-number if "-" in (found["sign"], found["minus"]) else number).quantize(Decimal("0.01"))


def amount_like(cell: Cell) -> int:
    """How many texts of a cell, each standing alone on a line, look like amounts: with decimals or separators."""
    if _looks(cell.text):
        return 1
    return sum(_looks(part) for line in cell.lines for part in line.parts)


def unread_in(cell: Cell) -> int:
    """How many figures stand in a cell that could not be read: amounts, or nothing but parts of some (867 50). A code
    whose parts stand apart (201 03 01) is none.
    """
    return 0 if cell.text.isalpha() else amount_like(cell) or int(_in_parts(cell))


def _in_parts(cell: Cell) -> bool:
    """Whether a cell holds nothing but parts of figures."""
    if len(cell.text) <= _FEW or (len(cell.text) > _MOST and cell.text.isdigit()):
        return False
    text = " ".join(cell_lines(cell))
    return bool(_PARTS.fullmatch(text)) and not _PARTED_CODE.fullmatch(text)


def cell_lines(cell: Cell) -> list[str]:
    """The lines of a cell, their spaces left where they stand."""
    return [line.text for line in cell.lines]


@lru_cache(1 << 14)
def _looks(text: str) -> bool:
    return bool(_AMOUNT_LIKE.fullmatch(signed(text).removesuffix(UNREAD)))


def unit_in(texts: Iterable[str]) -> str:
    """The one unit of money that texts name; empty where they name none or several."""
    found = {unit for text in texts for unit in _UNIT.findall(key(text))}
    return found.pop() if len(found) == 1 else ""
