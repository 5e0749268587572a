"""Data of a report as scripts: pages that are opened from disk may load scripts, and nothing else.

Each file says `took(name, value)`, a function of `assets/lists.js`. What is large is cut into shards of so many rows,
so that a page loads those that it shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any


def file(name: str, place: int | None = None) -> str:
    """The name of a data file within the report; `place` is the number of a shard, from 0."""
    return f"data/{name}.js" if place is None else f"data/{name}-{place}.js"


def script(name: str, value: Any, place: int | None = None) -> tuple[str, bytes]:
    """A data file: its name within the report, and its content. Money in it is text, never a float."""
    key = name if place is None else f"{name}-{place}"
    return file(name, place), called("took", key, value)


def called(function: str, key: str, value: Any) -> bytes:
    """A script that calls a function of the page with a name and a value."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Two line ends that older readers of scripts do not take within a string.
    told = told.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'{function}("{key}",{told});\n'.encode("utf-8", "backslashreplace")


def shards(name: str, rows: Sequence[Any], size: int) -> Iterator[tuple[str, bytes]]:
    """The data files of many rows, `size` in each."""
    for place, start in enumerate(range(0, len(rows), size)):
        yield script(name, rows[start : start + size], place)


def plain(amount: Any) -> str:
    """An amount in yuan as short as it can be told exactly: 136490700, 12.5; empty for none."""
    if amount is None:
        return ""
    told = f"{amount:f}"
    return told.rstrip("0").rstrip(".") if "." in told else told
