"""What stands in an amount's cell → an amount in fen, or the reason why it is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from yusuan.pipeline.messages.findings import SaidError
from yusuan.pipeline.read.characters import key, raised, squeeze
from yusuan.pipeline.read.negative import signed
from yusuan.schemas.sentences import rows as say

if TYPE_CHECKING:
    from yusuan.pipeline.layout.cells import Cell

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_PLAIN = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_ZERO = re.compile(r"[-—–―]{1,2}")
_ONE_SHORT = re.compile(r"[0-9]\.[0-9]$")
_DECIMALS_CUT = re.compile(r"[0-9]\.(?P<decimals>[0-9]{3,5})$")
_ROOM, _ROOM_OF_DECIMAL = 2.5, 4.5
"""Digits that may still find room beside the first line of an amount that is broken over lines."""
_LARGEST = Decimal(10) ** 15


class NotANumber(SaidError):
    """The text of an amount's cell is no amount; the message says why."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in fen. `step` is the fen that one unit of its last printed digit is worth."""

    fen: int
    printed: str
    step: int
    rounded: bool


def read_amount(cell: Cell, worth: Decimal) -> Amount | None:
    """Read the amount in `cell`, whose unit is worth `worth` yuan; None where the cell is blank.

    Raises NotANumber. A printed zero or dash is an amount of 0. An amount may be broken over lines;
    two whole numbers one above the other are refused, because they may be two amounts, unless the
    first leaves no room for another digit.
    """
    if not cell.text:
        return None
    fragments = [line.text for line in cell.lines]
    if len(fragments) > 1 and all(_NUMBER.fullmatch(signed(text)) for text in fragments):
        last = cell.lines[-1]
        digit = (last.x1 - last.x0) / len(squeeze(last.text))
        room = cell.box[2] - cell.box[0] - (cell.lines[0].x1 - cell.lines[0].x0)
        # A last decimal alone on its line is none of another amount, nor are the last of four or six decimals.
        tail = is_tail(fragments[0], fragments[-1]) or (len(fragments) == 2 and _are_decimals(*fragments))
        if room > (_ROOM_OF_DECIMAL if tail else _ROOM) * digit:
            raise NotANumber(say.SEVERAL_NUMBERS.of(count=len(fragments), texts=" / ".join(fragments)))
    return parse(fragments, worth)


def is_tail(upper: str, lower: str) -> bool:
    """Whether a digit is the last decimal of an amount that ends one short of two: 370,219.2 / 5."""
    return bool(_ONE_SHORT.search(signed(upper))) and bool(re.fullmatch(r"[0-9]", signed(lower)))


def _are_decimals(upper: str, lower: str) -> bool:
    """Whether digits are the last ones of an amount in 万元 with four or six decimals: 92.40937 / 6. No amount is
    printed with three or five.
    """
    cut = _DECIMALS_CUT.search(signed(upper))
    return bool(cut and lower.isdigit() and len(cut["decimals"]) + len(lower) in (4, 6))


def parse(fragments: Sequence[str], worth: Decimal) -> Amount:
    """Parse the lines of one amount. Raises NotANumber for anything but one well-formed number."""
    return _parse(tuple(fragments), worth)


@lru_cache(1 << 14)
def _parse(fragments: tuple[str, ...], worth: Decimal) -> Amount:
    if len(fragments) == 1 and _PLAIN.fullmatch(fragments[0]):
        return _amount(fragments[0], fragments[0], worth)  # as nearly all are
    printed = squeeze("".join(fragments))
    if any(re.search(r"\d\s+[\d,.]", key_with_spaces(text)) for text in fragments):
        raise NotANumber(say.GAP.of(text=" ".join(fragments)))
    if raised(printed):
        raise NotANumber(say.FOOTNOTE.of(printed=printed))
    text = signed(printed)
    if _ZERO.fullmatch(text):
        text = "0"
    if not _NUMBER.fullmatch(text):
        raise NotANumber(say.NO_NUMBER.of(printed=printed))
    return _amount(text, printed, worth)


def _amount(text: str, printed: str, worth: Decimal) -> Amount:
    number = Decimal(text.replace(",", ""))
    if abs(number) * worth >= _LARGEST:
        raise NotANumber(say.TOO_MUCH.of(printed=printed))
    exact = number * worth * 100
    whole = exact.to_integral_value(ROUND_HALF_EVEN)
    step = last_digit(number) * worth * 100
    return Amount(int(whole), printed, max(1, int(step)), rounded=exact != whole)


def last_digit(number: Decimal) -> Decimal:
    """What the last digit of a finite number is worth: 0.01 for 3.10."""
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent)


def key_with_spaces(text: str) -> str:
    """The comparable form of a text whose inner spaces matter."""
    return " ".join(key(part) for part in text.split())
