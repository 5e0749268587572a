"""A sentence in both languages: as a template with places for figures, and as it is said of something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Literal

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


Piece = tuple[str, str, str]
"""What stands before a place, the name of the figure in it (empty at the end), and how it is written."""


@cache
def _pieces(template: str) -> tuple[Piece, ...]:
    return tuple((before, name or "", spec or "") for before, name, spec, _ in Formatter().parse(template))


def _filled(template: str, figures: Mapping[str, object], language: Language) -> str:
    """str.format; but a figure that is `Said` is put in the language of the sentence, and `{count:?one|many}` is the
    word for so many.
    """
    said: list[str] = []
    for before, name, spec in _pieces(template):
        said.append(before)
        if name:
            value = figures[name]
            if isinstance(value, Said):
                said.append(value.of(language))
            elif spec.startswith("?"):
                one, many = spec[1:].split("|")
                said.append(one if value == 1 else many)
            else:
                said.append(format(value, spec))
    return "".join(said)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in both languages, with places for figures: `{name}`, `{amount:,.2f}`, `{count:?row|rows}`."""

    en: str
    zh: str

    def of(self, **figures: object) -> Said:
        """What it says of these figures; one that is `Said` itself is put in both languages. Raises KeyError for a
        place that no figure is given for.
        """
        return Said(_filled(self.en, figures, "en"), _filled(self.zh, figures, "zh"))
