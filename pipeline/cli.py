"""The `yusuan` command. Processes that it starts import this module again, so it imports little itself."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import NoReturn

from yusuan.version import __version__


def main() -> None:
    """Entry point of the console script."""
    # Messages hold Chinese; a terminal with another encoding must not end the run.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    if sys.argv[1:] == ["--version"]:
        from yusuan.pipeline.read.gather import way

        return print(f"yusuan {__version__} ({way()})")
    from yusuan.pipeline.workers.footprint import collect_seldom

    collect_seldom()
    import typer.main

    from yusuan.pipeline.commands.app import app
    from yusuan.pipeline.commands.language import drawn_lightly, in_chinese, named_in
    from yusuan.pipeline.messages.language import speak, spoken, tell
    from yusuan.schemas.sentences import running
    from yusuan.schemas.sentences.system import of_system

    language = named_in(sys.argv[1:])
    speak(language)
    command = typer.main.get_command(app)
    if "--help" in sys.argv or not sys.argv[1:]:
        drawn_lightly()
    try:
        (in_chinese(command) if spoken() == "zh" else command)()
    except ImportError as error:
        _end(tell(running.NOT_WHOLE.of(error=error)))
    except OSError as error:  # of what no command looks after: its own output, a folder that may not be looked into
        place = f"{error.filename}: " if error.filename else ""
        _end(tell(running.COULD_NOT_GO_ON.of(place=place, error=of_system(error))))


def _end(said: str) -> NoReturn:
    from yusuan.pipeline.messages.unheard import mute

    with suppress(OSError):
        print(said, file=sys.stderr)
    mute(sys.stdout)
    mute(sys.stderr)
    sys.exit(3)
