"""A sentence in both languages: as a template with places for figures, and as it is said of something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from string import Formatter
from typing import Any, Literal

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of something, in English and in Chinese."""

    en: str
    zh: str

    def of(self, language: Language) -> str:
        """The text in one language."""
        return self.zh if language == "zh" else self.en

    def __add__(self, more: Said) -> Said:
        return Said(self.en + more.en, self.zh + more.zh)

    def __bool__(self) -> bool:
        return bool(self.en or self.zh)


NOTHING = Said("", "")
_WITHIN = str.maketrans("“”", "‘’")


def quoted(text: object) -> Said:
    """What is the same in both languages: a name, a figure, a text as it is printed."""
    return Said(str(text), str(text))


def in_quotes(text: object) -> Said:
    """A name, or what stands in a document, in the quotation marks of each language; in Chinese those within it are
    single.
    """
    said = text if isinstance(text, Said) else quoted(text)
    return Said(f"'{said.en}'", f"“{said.zh.translate(_WITHIN)}”")


def joined(parts: Iterable[Said | str], en: str = ", ", zh: str = "、") -> Said:
    """Parts one after another, with what stands between them in each language."""
    said = [part if isinstance(part, Said) else quoted(part) for part in parts]
    return Said(en.join(part.en for part in said), zh.join(part.zh for part in said))


class _InLanguage(Formatter):
    """str.format; but a figure that is `Said` is put in the language of the sentence, and `{count:?one|many}` is the
    word for so many.
    """

    def __init__(self, language: Language) -> None:
        self._language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Said):
            return value.of(self._language)
        if format_spec.startswith("?"):
            one, many = format_spec[1:].split("|")
            return one if value == 1 else many
        return str(super().format_field(value, format_spec))


_ENGLISH, _CHINESE = _InLanguage("en"), _InLanguage("zh")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in both languages, with places for figures: `{name}`, `{amount:,.2f}`, `{count:?row|rows}`."""

    en: str
    zh: str

    def of(self, **figures: object) -> Said:
        """What it says of these figures; one that is `Said` itself is put in both languages. Raises KeyError for a
        place that no figure is given for.
        """
        return Said(_ENGLISH.vformat(self.en, (), figures), _CHINESE.vformat(self.zh, (), figures))
