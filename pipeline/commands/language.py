"""The language of a command: its option, and its help in Chinese."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Annotated, Any

import typer

from yusuan.pipeline.messages.language import speak
from yusuan.schemas.sentences.command_line import CHINESE, PANELS
from yusuan.schemas.sentences.said import LANGUAGES

_UNDRAWN = ("rich.markdown", "rich.traceback")


def _speak(language: str | None) -> str | None:
    try:
        speak(language)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    return language


Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        help="The language of what is said: zh or en; by default that of the locale.",
        metavar="|".join(reversed(LANGUAGES)),
        is_eager=True,
        show_default=False,
        callback=_speak,
    ),
]


def named_in(arguments: Sequence[str]) -> str | None:
    """The language that a command line names, which its help is written in; None where it names none that is spoken."""
    for at, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        named = value or (arguments[at + 1] if at + 1 < len(arguments) else "")
        if name == "--lang" and named in LANGUAGES:
            return named
    return None


def drawn_lightly() -> ModuleType:
    """What Typer draws help with, imported without what draws Markdown and tracebacks: no help here has any, and both
    take longer than all the rest.
    """
    absent = [name for name in _UNDRAWN if name not in sys.modules]
    for name in absent:
        sys.modules[name] = stands_in = ModuleType(name)
        stands_in.__getattr__ = lambda _: object  # type: ignore[method-assign]
    try:
        from typer import rich_utils
    finally:
        for name in absent:
            del sys.modules[name]
    return rich_utils


def in_chinese(command: Any) -> Any:
    """The command of Typer, with all help that it and its commands have in Chinese."""
    rich_utils = drawn_lightly()
    for name, title in PANELS.items():
        setattr(rich_utils, name, title)
    for each in (command, *command.commands.values()):
        each.help, each.epilog = _chinese(each.help), _chinese(each.epilog)
        for parameter in each.params:
            parameter.help = _chinese(getattr(parameter, "help", None))
    return command


def _chinese(text: str | None) -> str | None:
    return text and "\n\n".join(CHINESE.get(key, key) for key in paragraphs(text))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a help text, as the declaration has them: an example as it is, else without line breaks."""
    return [each if each.startswith("yusuan ") else " ".join(each.split()) for each in re.split(r"\n\n+", text)]
