"""What is known of the sheets that were written: what they hold, and where the rows of each document begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from yusuan.pipeline.export.sheets import Place


@dataclass
class Sheet:
    """A kind of rows: the sheets that it is on, what it holds, its columns with id and meaning, how many rows.

    `begins` are the first row and the number of rows of each document.
    """

    id: str
    holds: str = ""
    columns: Sequence[tuple[str, str]] = ()
    names: Sequence[str] = ()
    rows: int = 0
    begins: dict[str, tuple[Place, int]] = field(default_factory=dict)

    def count(self, document: str, place: Place) -> None:
        """Count a row of a document."""
        self.rows += 1
        first, number = self.begins.get(document, (place, 0))
        self.begins[document] = (first, number + 1)

    @property
    def name(self) -> str:
        """The name of its first sheet."""
        return self.names[0]
