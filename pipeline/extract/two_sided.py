"""Shape `two_sided`: revenue and expenditure side by side, a row per source or class, then what is carried over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yusuan.pipeline.extract.code_and_name import LEVEL_OF_LENGTH, code_and_name
from yusuan.pipeline.extract.records import Record
from yusuan.pipeline.extract.sums import is_sum
from yusuan.pipeline.understand.enumerators import Outline, strip_enumerator
from yusuan.schemas.vocabulary.around import BALANCE_WORDS, FUND_WORDS, OWN_BALANCES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yusuan.pipeline.messages.findings import Box
    from yusuan.schemas.tables.declaration import SideOf


def sums_of_nothing(records: Sequence[Record], sides: Sequence[SideOf]) -> None:
    """Make the sum of the year the one line of its side, where no line stands beside what is carried over: 一、本年收入
    and 二、上年结转 whose parts are the columns.
    """
    for side in sides:
        own = [record for record in records if record.side == side.side]
        sums = [record for record in own if record.subtotal and side.subtotal(record.item)]
        if any(record.balance for record in own) and not any(record.level and not record.balance for record in own):
            for record in sums:
                record.level, record.subtotal = 1, False


class SideReader:
    """Reads the names of one side's rows from top to bottom: what each is, and how deep it stands."""

    def __init__(self, side: SideOf) -> None:
        self.declared = side
        self._outline = Outline()
        self._kind = ""
        self._listed, self._numbered = 0, False
        self._names: set[str] = set()
        self._begun = self._summed = self._carried = self._of_which = False

    def record(self, text: str, row: int, page: int, box: Box, code: str = "") -> Record:
        """The record of a row whose name is printed as `text`, without its amounts; its code stands beside it or in
        the same cell.
        """
        item, kind = strip_enumerator(text) if text else ("", "")
        if not code and (apart := code_and_name(item)):
            code, item = apart
        side = self.declared
        bare = item.rstrip("：:")
        record = Record(row, page, side.side, code, item, 0, box, of_which=kind == "of_which")
        if is_sum(side, bare):
            record.item = bare
            record.subtotal = bare not in side.totals
            # A sum at the head of its rows (一、本年收入) is followed by them, not by what is carried over.
            self._summed = self._begun and side.subtotal(bare) is not None
            self._listed = 0
            self._carried = self._of_which = False
        elif side.balances and item.startswith(side.balances) and kind != "of_which":
            self._carried, self._of_which, self._kind = True, False, kind
            record.level, record.balance = 1, True
        elif self._carried and self._is_part(item, kind):
            # What stands under a row of carried-over money says whose it is, with or without a number before it.
            # Once some of it is 其中, so is the rest of it.
            self._of_which = record.of_which = record.of_which or self._of_which
            record.level, record.balance = 2, True
        elif self._summed:
            self._carried = False
            # Between the sum of the year and the grand total stands what is carried over, and what comes on top.
            record.level, record.balance = 1, any(word in item for word in BALANCE_WORDS)
        elif self._listed and not kind and self._numbered:
            # 其中 goes on without numbers in a list that has some.
            record.level, record.of_which = self._listed, True
        else:
            record.level = LEVEL_OF_LENGTH.get(len(code)) or self._outline.level(kind)
            self._begun, self._carried = True, False
            self._listed = record.level if kind == "of_which" else 0
            self._numbered = self._numbered or kind not in ("", "of_which")
            self._names.add(item)
        return record

    def _is_part(self, item: str, kind: str) -> bool:
        """Whether a row under one of carried-over money is a part of it, and not the next such row, or another line."""
        if kind == "of_which":
            return True
        source = item in self._names or any(word in item for word in FUND_WORDS)
        if (kind and kind == self._kind) or item.startswith(OWN_BALANCES) or (kind == "chinese" and not source):
            return False
        return bool(kind) or source or not any(word in item for word in BALANCE_WORDS)
