"""How many processes read at once, as commands take it."""

from __future__ import annotations

import os
from typing import Annotated

import typer

Workers = Annotated[
    int, typer.Option("--workers", "-j", min=0, help="Processes that read at once; 0 for as many as there are cores.")
]


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
