"""What was handed in, and how far it is."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from yusuan.pipeline.serve.settings import TOLD
from yusuan.schemas.sentences.said import NOTHING, Said

State = Literal["waiting", "reading", "writing", "done"]
Origin = Literal["dropped", "watched"]
FAILED = "failed"
"""The status of a document that is in no dataset, beside those of documents.csv."""


@dataclass(eq=False)
class Entry:
    """A document. `path` is what it is read as, `name` what a person knows it by; `row` its row of documents.csv once
    it has one, `page` the name of its page in the report once that is there.
    """

    number: int
    name: str
    path: Path
    origin: Origin = "dropped"
    size: int = 0
    sha256: str = ""
    state: State = "waiting"
    began: float = field(default_factory=time.monotonic)
    status: str = ""
    reason: Said = NOTHING
    row: Mapping[str, Any] = field(default_factory=lambda: dict.fromkeys(TOLD))
    page: str = ""
    times: int = 1
    """How often it was handed in."""
    tries: int = 0
    """How often the program that reads has ended over it."""

    def turn(self, state: State) -> None:
        """Go on to a state, from now."""
        self.state, self.began = state, time.monotonic()

    def refuse(self, reason: Said, status: str = FAILED) -> None:
        """End it with a reason."""
        self.reason, self.status = reason, status
        self.turn("done")

    @property
    def seconds(self) -> float:
        """How long it has been in its state."""
        return time.monotonic() - self.began

    @property
    def passing(self) -> bool:
        """Whether it ended with something that may not come again, so that handing it in again is no repetition."""
        return self.state == "done" and (self.status == FAILED or bool(self.row.get("passing")))


class Entries:
    """The newest last; of those that are done only so many are kept."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._entries: dict[int, Entry] = {}
        self._last = 0

    def __iter__(self) -> Iterator[Entry]:
        return iter(list(self._entries.values()))

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, number: int) -> Entry | None:
        """The entry with a number."""
        return self._entries.get(number)

    def add(self, name: str, path: Path, origin: Origin = "dropped", size: int = 0, sha256: str = "") -> Entry:
        """A new entry. One that ended for the same file before is not shown any more."""
        self._last += 1
        for old in self:
            if path != Path() and old.path == path and old.state == "done":
                del self._entries[old.number]
        entry = self._entries[self._last] = Entry(self._last, name, path, origin, size, sha256)
        done = [each.number for each in self if each.state == "done"]
        for number in done[: max(0, len(self) - self._most)]:
            del self._entries[number]
        return entry

    def drop(self, entry: Entry) -> None:
        """Forget an entry."""
        self._entries.pop(entry.number, None)

    def same(self, sha256: str) -> Entry | None:
        """The entry with these bytes, unless it came to nothing; it is the newest now."""
        found = next((each for each in self if each.sha256 == sha256 and not each.passing), None)
        if found:
            found.times += 1
            self._entries[found.number] = self._entries.pop(found.number)
        return found

    def waiting(self) -> list[Entry]:
        """Those that nobody has begun with."""
        return [each for each in self if each.state == "waiting"]

    def under_way(self) -> list[Entry]:
        """Those that are not done."""
        return [each for each in self if each.state != "done"]


def bytes_of(entries: Iterable[Entry]) -> int:
    """The bytes of entries together."""
    return sum(each.size for each in entries)
