"""What one document may take."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

_OWN = 100
"""Megabytes of the program itself."""


@dataclass(frozen=True)
class Limits:
    """`seconds` of time and `megabytes` of memory; no honest document comes near the defaults.

    Memory is that of the whole process, of which 100 are the program's own; what the process was begun with beyond that
    is not counted. It is only held to on Linux.
    """

    seconds: float = 600.0
    megabytes: int = 2048

    def hold(self) -> None:
        """Let this process have no more memory."""
        if sys.platform == "linux":
            import resource

            most = (self.megabytes + max(0, _begun_with() - _OWN)) * 1024 * 1024
            resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _begun_with() -> int:
    """The megabytes that this process has already, as the limit counts them; 0 where the system does not tell."""
    try:
        said = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in said if line.startswith("VmData:")), 0)
