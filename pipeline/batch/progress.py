"""Progress of a run on standard error: a bar on a terminal, a line per document elsewhere, or lines of JSON."""

from __future__ import annotations

import json
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from yusuan.pipeline.document.rows import statuses_of
from yusuan.pipeline.messages.language import tell
from yusuan.pipeline.messages.unheard import Unheard, mute
from yusuan.schemas.sentences import running
from yusuan.schemas.sentences.said import NOTHING, Said

if TYPE_CHECKING:
    from rich.console import Console

    from yusuan.pipeline.document.document import Document


class Progress:
    """Counts documents as they are done, and shows each as a line with what is left."""

    def __init__(self, total: int, console: Console) -> None:
        self._total, self._console = total, console
        self._done = self._refused = 0
        self._heard = True
        self._began = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    def report(self, number: int, total: int, document: Document, again: bool) -> None:
        """Show one file as done."""
        self._done, self._total = number, total
        self._refused += document.status == "quarantined"
        if self._heard:
            try:
                self._show(document, again)
            except OSError:  # there is no room for it; the documents are read all the same
                self._heard = False
                mute(sys.stderr)

    @property
    def rate(self) -> float:
        """Documents a second, so far."""
        return self._done / max(1e-6, time.monotonic() - self._began)

    @property
    def left(self) -> int:
        """Seconds that the rest will take at this rate."""
        return round((self._total - self._done) / self.rate)

    def _show(self, document: Document, again: bool) -> None:
        pace = running.PACE.of(refused=self._refused, rate=self.rate, left=_clock(self.left))
        said, counts = _said(document, again), {"done": self._done, "total": self._total}
        self._console.print(tell(running.DONE.of(**counts, said=said, path=_path(document), pace=pace)), markup=False)


class BarProgress(Progress):
    """A bar, above it the documents that are refused."""

    def __init__(self, total: int, console: Console) -> None:
        super().__init__(total, console)
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[pace]}"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
        )
        self._task: TaskID = self._bar.add_task(tell(running.READING), total=total, pace="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def _show(self, document: Document, again: bool) -> None:
        name = _path(document).rpartition("/")[2][:40].replace("[", r"\[")
        pace = tell(running.SHORT_PACE.of(refused=self._refused, rate=self.rate))
        self._bar.update(self._task, completed=self._done, description=name, pace=pace)
        if document.status == "quarantined":
            said = running.REFUSED_BAR.of(path=_path(document), reason=document.refusal)
            self._console.print(tell(said), markup=False, style="red")


class JsonProgress(Progress):
    """An object per document and line, for a program that watches."""

    def _show(self, document: Document, again: bool) -> None:
        statuses = statuses_of(document.items)
        severities = [finding.severity for finding in document.findings]
        said = {
            "number": self._done,
            "of": self._total,
            "path": _path(document),
            "document_id": document.document_id,
            "status": document.status,
            "reason": document.reason or None,
            "tables": document.table_count,
            "amounts": len(document.items),
            **{status: statuses.get(status, 0) for status in ("proved", "unproved", "contradicted", "in_doubt")},
            "other_items": len(document.others),
            "unread": document.unread,
            "errors": severities.count("error"),
            "warnings": severities.count("warning"),
            "refused_so_far": self._refused,
            "documents_per_second": round(self.rate, 2),
            "seconds_left": self.left,
        }
        print(json.dumps(said, ensure_ascii=False), file=sys.stderr, flush=True)


def progress_of(total: int, log_json: bool = False) -> Progress:
    """What shows the progress of a run over so many files."""
    console = Unheard(stderr=True, highlight=False, soft_wrap=True)
    if log_json:
        return JsonProgress(total, console)
    return BarProgress(total, console) if console.is_terminal else Progress(total, console)


def _more(document: Document) -> Said:
    """What else was read, and what was not."""
    others = running.OTHER_FIGURES.of(count=len(document.others)) if document.others else NOTHING
    return others + (running.UNREAD.of(count=document.unread) if document.unread else NOTHING)


def _path(document: Document) -> str:
    return document.path.rpartition(" | ")[2]


def _clock(seconds: int) -> str:
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


def _said(document: Document, again: bool) -> Said:
    if again:
        return running.SAME_BYTES.of(path=document.path.partition(" | ")[0])
    if document.status == "quarantined":
        return running.REFUSED_FOR.of(reason=document.refusal)
    errors = sum(1 for finding in document.findings if finding.severity == "error")
    warnings = len(document.findings) - errors
    counts = {"tables": document.table_count, "amounts": len(document.items), "errors": errors, "warnings": warnings}
    return running.READ.of(**counts, more=_more(document))
