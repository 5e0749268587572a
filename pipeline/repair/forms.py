"""How the figures of a table are printed, and how another value would be printed there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from yusuan.pipeline.extract.records import ExtractedTable, PrintedAmount
from yusuan.pipeline.read.characters import key
from yusuan.schemas.vocabulary.around import UNITS

_GROUPED = 1000
"""From here on thousands are parted, where they are."""


@dataclass(frozen=True)
class Form:
    """How the figures of a table are printed: how many decimals, whether zeros at their end are left out, and whether
    thousands are parted by commas.
    """

    decimals: int
    cut: bool
    grouped: bool

    def texts(self, fen: int, worth: Decimal) -> Iterator[str]:
        """The texts that a value may have; none where the decimals do not suffice for it."""
        number = Decimal(fen) / 100 / worth
        exact = round(number, self.decimals)
        if exact != number:
            return
        comma = "," if self.grouped else ""
        yield f"{exact:{comma}.{self.decimals}f}"
        if self.cut and self.decimals:
            yield f"{exact:{comma}.{self.decimals}f}".rstrip("0").rstrip(".")


def form_of(table: ExtractedTable) -> Form:
    """How most figures of a table are printed."""
    texts = [key(printed.amount.printed) for printed in _amounts(table) if printed.amount.fen]
    decimals = Counter(len(text.partition(".")[2]) for text in texts)
    usual = decimals.most_common(1)[0][0] if decimals else 2
    # Where a figure ends with a zero behind its point, no figure has lost one.
    cut = not any("." in text and text.endswith("0") for text in texts)
    large = [text for text, printed in zip(texts, _large(table), strict=True) if printed]
    return Form(max(decimals, default=2) if cut else usual, cut, sum("," in text for text in large) * 2 >= len(large))


def _large(table: ExtractedTable) -> Iterable[bool]:
    worth = UNITS[table.unit]
    return [abs(printed.amount.fen) >= _GROUPED * 100 * worth for printed in _amounts(table) if printed.amount.fen]


def _amounts(table: ExtractedTable) -> Iterator[PrintedAmount]:
    return (printed for record in table.records for printed in record.amounts.values())
