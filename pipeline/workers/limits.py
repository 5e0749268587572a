"""What one document may take."""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """`seconds` of time and `megabytes` of memory; no honest document comes near the defaults.

    Memory is that of the whole process, of which 100 are the program's own. It is only held to on Linux.
    """

    seconds: float = 600.0
    megabytes: int = 2048

    def hold(self) -> None:
        """Let this process have no more memory."""
        if sys.platform == "linux":
            import resource

            most = self.megabytes * 1024 * 1024
            resource.setrlimit(resource.RLIMIT_DATA, (most, most))
