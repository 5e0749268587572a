"""Output that nobody takes any more: it must not end what is done beside it, nor change how that ended."""

from __future__ import annotations

import os
from typing import IO

from rich.console import Console


def mute(stream: IO[str]) -> None:
    """Let a stream that cannot be written lead nowhere, so that what it still holds is not tried again at the end."""
    try:
        stream.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


class Unheard(Console):
    """A console that goes on where nobody reads it; rich's own ends the program with status 1."""

    def on_broken_pipe(self) -> None:
        """Called when what reads the output is gone."""
        self.quiet = True
        mute(self.file)
