"""Sentences → statements: each figure that a declared formula reads, or else the words of the field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from yusuan.brief import brief
from yusuan.pipeline.prose.field_reader import FieldReader
from yusuan.pipeline.prose.lists import List, going_on
from yusuan.pipeline.prose.phrases import Names
from yusuan.pipeline.prose.reader import Reader
from yusuan.pipeline.prose.sentences import Paragraph, Sentence
from yusuan.pipeline.prose.statement import Statement, Subject
from yusuan.schemas.prose.general import MONEY_WORDS
from yusuan.schemas.prose.statements import Wording


@dataclass(frozen=True, slots=True)
class Prose:
    """All statements of a document, and the sentences with figures that no formula reads.

    `own` tells whether they were read by the wording of the document's own publisher; those of another may mean
    something else by the same words, so that nobody is accused by them.
    """

    statements: tuple[Statement, ...]
    not_read: tuple[Sentence, ...]
    own: bool = True

    def __repr__(self) -> str:
        return brief(self)


def read_prose(
    paragraphs: Iterable[Paragraph],
    wording: Wording,
    fiscal_year: int,
    entity: str = "",
    own: bool = True,
    names: Names | None = None,
) -> Prose:
    """Read the prose of a document of `entity` for `fiscal_year` by a wording, which is its `own` or that of the field.

    What no formula reads is read by the words of the field, if `names` are given: what the document's tables name.
    Raises nothing: what is not read is in `not_read`, if it speaks of money at all.
    """
    statements: list[Statement] = []
    not_read: list[Sentence] = []
    whole: Subject | None = None
    listed: List | None = None
    above: dict[str, str] = {}
    for number, paragraph in enumerate(paragraphs):
        first = paragraph.sentences[0].text
        reader: Reader | FieldReader
        if names is None:
            reader = Reader(wording, paragraph.heading, fiscal_year, number, whole, entity, above)
        else:
            listed = going_on(listed, first)
            told = len(statements)
            reader = FieldReader(
                wording, paragraph.heading, fiscal_year, number, whole, entity, above, names, listed, told
            )
        for sentence in paragraph.sentences:
            if not reader.read(sentence) and (names is None or re.search(MONEY_WORDS, sentence.text)):
                not_read.append(sentence)
        statements += reader.statements
        # 其中： goes on in the paragraphs that follow, up to the one that ends its sentence.
        ends = paragraph.sentences[-1].text.endswith(("：", ":", "；", ";"))
        whole = reader.whole if ends else None
        if isinstance(reader, FieldReader) and paragraph.sentences[-1].text.endswith(("：", ":")):
            listed = reader.list_of(first)
    return Prose(tuple(statements), tuple(not_read), own)
