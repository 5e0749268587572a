"""The summary at the end of a run, on standard output."""

from __future__ import annotations

from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from pipeline.dataset import Dataset

_SHOWN = 20


def print_summary(dataset: Dataset, out: Path, seconds: float) -> None:
    """Print what was read, what was refused and why, and where the dataset is."""
    console = Console(highlight=False, width=None if Console().is_terminal else 120)
    accepted = dataset.documents[dataset.documents["status"] == "accepted"]
    refused = dataset.documents[dataset.documents["status"] == "quarantined"]
    statuses = dataset.line_items["status"].value_counts()
    severities = dataset.findings["severity"].value_counts()
    table = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for label, value in (
        ("documents read", len(accepted)),
        ("documents refused", len(refused)),
        ("tables", int(accepted["tables"].sum())),
        ("amounts", len(dataset.line_items)),
        ("  proved", int(statuses.get("proved", 0))),
        ("  unproved", int(statuses.get("unproved", 0))),
        ("  contradicted", int(statuses.get("contradicted", 0))),
        ("findings: errors", int(severities.get("error", 0))),
        ("findings: warnings", int(severities.get("warning", 0))),
    ):
        table.add_row(label, f"{value:,}")
    if dataset.linked:
        table.add_row("planned figures compared with budgets", f"{dataset.linked:,}")
    table.add_row("seconds", f"{seconds:.1f}")
    console.print(table)
    for path, reason in list(zip(refused["path"], refused["reason"], strict=True))[:_SHOWN]:
        console.print(f"refused: {path}\n    {reason}", markup=False, soft_wrap=True)
    if len(refused) > _SHOWN:
        console.print(f"… and {len(refused) - _SHOWN} more; see documents.csv")
    console.print(f"dataset: {out.as_posix()}/", markup=False)
