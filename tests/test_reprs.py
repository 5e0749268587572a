"""Whatever is made on the way from a PDF to a dataset says in a few words what it is."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, fields, is_dataclass
from types import FrameType
from typing import Any, NamedTuple

import yusuan
from tests.conftest import ROOT
from yusuan.brief import brief

LONG = 700
OFTEN = 20
"""Objects of one kind that are looked at."""
DEEP = 3


class Seen:
    """The longest repr of each class of the package, of the objects that its functions give back."""

    def __init__(self) -> None:
        self.longest: dict[str, int] = {}
        self._times: Counter[type] = Counter()
        self._looking = False

    def look(self, frame: FrameType, event: str, given: Any) -> None:
        if event == "return" and not self._looking and frame.f_globals.get("__name__", "").startswith("yusuan"):
            self._looking = True
            self._look(given, 0)
            self._looking = False

    def _look(self, value: Any, depth: int) -> None:
        kind = type(value)
        inner: list[Any] = []
        if kind.__module__.startswith("yusuan"):
            self._times[kind] += 1
            if self._times[kind] > OFTEN:
                return
            name = f"{kind.__module__}.{kind.__qualname__}"
            self.longest[name] = max(self.longest.get(name, 0), len(repr(value)))
            inner = [getattr(value, field.name, None) for field in fields(value)] if is_dataclass(value) else []
        if isinstance(value, list | tuple):
            inner += list(value[:3])
        elif isinstance(value, dict):
            inner += list(value.values())[:3]
        for each in inner if depth < DEEP else ():
            self._look(each, depth + 1)


def test_no_object_of_the_flow_has_a_long_repr() -> None:
    """The repr of a verdict had 395,257 letters, that of what was read of a file 1,630,486."""
    seen = Seen()
    sample = min((ROOT / "raw_pdfs").rglob("*.pdf"))
    before = sys.getprofile()
    sys.setprofile(seen.look)
    try:
        document = yusuan.read(sample)
        assert len(document.items) > 200
        assert [len(table.df) for table in document.tables]
        yusuan.run([sample])
    finally:
        sys.setprofile(before)
    assert len(seen.longest) > 100
    assert {name: length for name, length in seen.longest.items() if length > LONG} == {}


def test_what_a_brief_repr_says() -> None:
    @dataclass
    class Shelf:
        name: str
        books: tuple[str, ...]
        owner: object = None
        dust: dict[str, int] | None = None

        def __repr__(self) -> str:
            return brief(self)

    class Row(NamedTuple):
        number: int
        cells: list[int]

        def __repr__(self) -> str:
            return brief(self)

    assert repr(Shelf("a" * 99, ("b",) * 3)) == f"<Shelf name '{'a' * 39}…, 3 books>"
    assert repr(Shelf("a", (), Row(1, []), {"b": 2})) == "<Shelf name 'a', owner Row, 1 dust>"
    assert repr(Row(1, [2, 3])) == "<Row number 1, 2 cells>"
