"""In which language a person is spoken to: as `--lang` says, else as the locale does."""

from __future__ import annotations

import os
from collections.abc import Mapping

from yusuan.schemas.sentences.said import LANGUAGES, Language, Said

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG")
"""The variables of POSIX that name the language of messages; the first that is set counts."""
_spoken: list[Language] = []


def of_locale(environment: Mapping[str, str] | None = None) -> Language:
    """The language of the locale: Chinese for any `zh`, English else."""
    known = os.environ if environment is None else environment
    named = next((known[name] for name in _LOCALE if known.get(name)), "")
    return "zh" if named.lower().startswith(("zh", "chinese")) else "en"


def speak(language: str | None) -> None:
    """Speak this language from now on, in this process; None is the language of the locale.

    Raises ValueError for a language that nobody here speaks.
    """
    known: list[Language] = [each for each in LANGUAGES if each == language]
    if language and not known:
        raise ValueError(f"found the language '{language}'; expected one of {', '.join(LANGUAGES)}")
    _spoken[:] = known


def spoken() -> Language:
    """The language that people are spoken to in."""
    return _spoken[0] if _spoken else of_locale()


def tell(said: Said) -> str:
    """What is said, in the language that is spoken."""
    return said.of(spoken())
