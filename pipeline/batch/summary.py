"""The summary at the end of a run, on standard output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console
from rich.table import Table

from yusuan.pipeline.messages.language import tell
from yusuan.pipeline.messages.unheard import Unheard
from yusuan.schemas.sentences import running
from yusuan.schemas.sentences.said import Said

if TYPE_CHECKING:
    from yusuan.pipeline.dataset.dataset import Piece

_SHOWN = 20
_LOOK = 5
"""Documents to look at next that are named."""


@dataclass
class Tally:
    """What a dataset holds, counted while its pieces go by."""

    read: int = 0
    tables: int = 0
    linked: int = 0
    agreed: int = 0
    """How many figures were compared with another document's, and how many of them agree."""
    statuses: Counter[str] = field(default_factory=Counter)
    severities: Counter[str] = field(default_factory=Counter)
    incomplete: list[tuple[str, int]] = field(default_factory=list)
    """Path and number of unread figures of each document that was not read whole."""
    others: int = 0
    refused: list[tuple[str, str, str]] = field(default_factory=list)
    """Path and reason of each quarantined document, in English and in Chinese."""

    def as_dict(self) -> dict[str, Any]:
        """All counts, for a file."""
        counts = {"statuses": dict(self.statuses), "severities": dict(self.severities)}
        told = {"incomplete": self.incomplete, "others": self.others, "refused": self.refused}
        across = {"linked": self.linked, "agreed": self.agreed}
        return {"read": self.read, "tables": self.tables, **across, **counts, **told}

    @classmethod
    def of(cls, noted: Mapping[str, Any]) -> Tally:
        """The tally that was noted; raises KeyError, TypeError or ValueError for anything else."""
        refused = [(str(path), str(reason), str(reason_zh)) for path, reason, reason_zh in noted["refused"]]
        statuses, severities = _counter(noted["statuses"]), _counter(noted["severities"])
        incomplete = [(str(path), int(unread)) for path, unread in noted["incomplete"]]
        counts = int(noted["read"]), int(noted["tables"]), int(noted["linked"]), int(noted["agreed"])
        return cls(*counts, statuses, severities, incomplete, int(noted["others"]), refused)

    def counting(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """The pieces as they come, each counted."""
        for piece in pieces:
            for row in piece.documents:
                if row["status"] == "quarantined":
                    self.refused.append((row["path"], row["reason"], row["reason_zh"]))
                    continue
                self.read += 1
                self.tables += row["tables"]
                self.others += row["other_items"]
                if row["status"] == "incomplete":
                    self.incomplete.append((row["path"], row["unread"]))
            self.linked += piece.linked
            self.agreed += piece.agreed
            self.statuses.update(piece.statuses)
            self.severities.update(piece.severities)
            yield piece


def _counter(noted: Mapping[str, Any]) -> Counter[str]:
    return Counter({str(name): int(count) for name, count in noted.items()})


def print_summary(
    tally: Tally, out: Path, seconds: float, unchanged: bool = False, unlisted: Sequence[Said] = ()
) -> None:
    """Print what was read, what was refused and why, and where the dataset is; `unchanged` where nothing was to do,
    `unlisted` why folders were not looked into.
    """
    console = Unheard(highlight=False, width=None if Console().is_terminal else 120)
    table = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for name, value in (
        ("read", tally.read),
        ("whole", tally.read - len(tally.incomplete)),
        ("incomplete", len(tally.incomplete)),
        ("refused", len(tally.refused)),
        ("tables", tally.tables),
        ("amounts", tally.statuses.total()),
        *((status, tally.statuses[status]) for status in ("proved", "unproved", "in_doubt", "contradicted")),
        ("others", tally.others),
        ("errors", tally.severities["error"]),
        ("warnings", tally.severities["warning"]),
    ):
        table.add_row(tell(running.LABELS[name]), f"{value:,}")
    if tally.linked:
        table.add_row(tell(running.LABELS["linked"]), f"{tally.linked:,}")
        table.add_row(tell(running.LABELS["agreed"]), f"{tally.agreed:,}")
    table.add_row(tell(running.LABELS["seconds"]), f"{seconds:.1f}")
    console.print(table)
    for said in _more(tally):
        console.print(tell(said), markup=False, soft_wrap=True)
    for each in unlisted:
        console.print(tell(running.STAYS.of(what=each)), markup=False, soft_wrap=True)
    written = running.UNCHANGED if unchanged else running.WRITTEN
    console.print(tell(written.of(folder=out.as_posix())), markup=False, soft_wrap=True)


def _more(tally: Tally) -> Iterator[Said]:
    """What was refused, and what to look at next."""
    for path, *reason in tally.refused[:_SHOWN]:
        yield running.REFUSED.of(path=path, reason=Said(*reason))
    if len(tally.refused) > _SHOWN:
        yield running.MORE_REFUSED.of(count=len(tally.refused) - _SHOWN)
    for path, unread in sorted(tally.incomplete, key=lambda each: -each[1])[:_LOOK]:
        what = running.FIGURES_UNREAD.of(count=unread) if unread else running.SEE_FINDINGS
        yield running.INCOMPLETE.of(path=path, what=what)
    if len(tally.incomplete) > _LOOK:
        yield running.MORE_INCOMPLETE.of(count=len(tally.incomplete) - _LOOK)
