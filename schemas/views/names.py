"""What the ids of the dataset are called in one language, for pages that people read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from yusuan.schemas.sentences.said import Language
from yusuan.schemas.views import chinese, english


class Names:
    """The names in one language; an id that no declaration knows is shown as it is."""

    def __init__(self, language: Language) -> None:
        self.language = language
        own = chinese if language == "zh" else english
        self.stages: Mapping[str, str] = own.STAGES
        self.bases: Mapping[str, str] = own.BASES
        self.levels: Mapping[str, str] = own.LEVELS
        self.sides: Mapping[str, str] = own.SIDES
        self.severities: Mapping[str, str] = own.SEVERITIES
        self.statuses: Mapping[str, str] = own.STATUSES
        self.causes: Mapping[str, str] = own.CAUSES
        self.quantities: Mapping[str, str] = own.QUANTITIES
        self.measure = own.measure
        self.rule = own.rule
        self.identity = own.identity
        self.subject = own.subject

    def form_field(self, id_: str) -> str:
        """A field of a form's head: by the first of the labels that it is printed with, or by the words of its id."""
        return chinese.form_field(id_) if self.language == "zh" or not id_.isascii() else english.words(id_)

    def titles(self, stage: str, tables: Collection[str]) -> dict[str, str]:
        """The tables of a document by id: by the titles that the way of its stage has for them, or in English."""
        if self.language == "zh":
            return chinese.titles(stage, tables)
        return {table: english.table(table) for table in tables}

    def others(self, count: int) -> str:
        """What is left of a list of which only the largest are shown."""
        return f"其余 {count} 项" if self.language == "zh" else f"{count} others"

    def period(self, year: int, basis: str) -> str:
        """A year and what kind of number stands there: 2024 预算数."""
        return f"{year} {self.bases[basis]}"


@cache
def names(language: Language) -> Names:
    """The names in a language."""
    return Names(language)
