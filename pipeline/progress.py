"""Progress of a run: a bar on a terminal, a line per document elsewhere."""

from __future__ import annotations

import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from pipeline.document import Document


class Progress:
    """Shows each document as it is done, on standard error."""

    def __init__(self, total: int) -> None:
        self._console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._last = time.monotonic()
        if self._console.is_terminal:
            self._bar = Bar(
                TextColumn("[progress.description]{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                console=self._console,
                transient=True,
            )
            self._task = self._bar.add_task("reading", total=total)

    def __enter__(self) -> Progress:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def report(self, number: int, total: int, document: Document, again: bool) -> None:
        """Show one file as done."""
        now = time.monotonic()
        seconds, self._last = now - self._last, now
        path = document.path.rpartition(" | ")[2]
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, advance=1, description=path.rpartition("/")[2][:40])
            if document.status == "quarantined":
                self._console.print(f"[red]refused[/red] {path}: {document.reason}", markup=True)
            return
        self._console.print(f"[{number}/{total}] {_said(document, again)}, {seconds:.1f} s: {path}", markup=False)


def _said(document: Document, again: bool) -> str:
    if again:
        return f"same bytes as {document.path.partition(' | ')[0]}"
    if document.status == "quarantined":
        return f"refused ({document.reason})"
    errors = sum(1 for finding in document.findings if finding.severity == "error")
    warnings = len(document.findings) - errors
    return f"{document.table_count} tables, {len(document.items)} amounts, {errors} errors, {warnings} warnings"
