"""What those who hand in documents may take."""

from __future__ import annotations

from dataclasses import dataclass

_MB = 1024 * 1024


@dataclass(frozen=True)
class Bounds:
    """`megabytes` of one upload, documents that may wait to be read and bytes that they may have together, uploads at
    once; seconds without a byte and for the whole of an upload; entries of the list that are kept.
    """

    megabytes: int = 256
    waiting: int = 100
    waiting_bytes: int = 1024 * _MB
    at_once: int = 4
    idle: float = 20.0
    total: float = 600.0
    listed: int = 500

    @property
    def bytes(self) -> int:
        """The most bytes of one upload."""
        return self.megabytes * _MB
