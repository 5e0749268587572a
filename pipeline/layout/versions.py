"""Tables that a publisher prints as they were and as corrected (更正前, 更正后): which is which, and which counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from yusuan.pipeline.layout.captions import Caption, core
from yusuan.pipeline.read.characters import key
from yusuan.schemas.vocabulary.around import CORRECTIONS
from yusuan.schemas.vocabulary.enumerators import ENUMERATOR

if TYPE_CHECKING:
    from yusuan.pipeline.layout.logical import LogicalTable

_BEFORE, _AFTER = "前", "后"
_WORDS = rf"(?P<version>(?:{'|'.join(CORRECTIONS)})[{_BEFORE}{_AFTER}])"
_IN_TITLE = re.compile(rf"^（?{_WORDS}）?的?:?|（{_WORDS.replace('version', 'behind')}）$")
_ALONE = re.compile(
    rf"^（?(?:{ENUMERATOR}|附件?\d*:?)?{_WORDS}的?(?:预算|决算)?(?:公开)?(?:报?表|表格|内容|版本?|情况)?）?:?$"
)


class Superseded(NamedTuple):
    """A table as it was before it was corrected, and the corrected one."""

    before: LogicalTable
    after: LogicalTable


def of_title(caption: Caption) -> Caption:
    """A caption, its title without what says whether the table is the corrected one, which is its version."""
    found = _IN_TITLE.search(caption.title)
    if not found:
        return caption
    title = caption.title[: found.start()] + caption.title[found.end() :]
    return replace(caption, title=title, version=found["version"] or found["behind"])


def heading(texts: Iterable[str], known: str = "") -> str:
    """The version that the last of some lines says of all tables below it; `known`, where none does."""
    for text in texts:
        if found := _ALONE.match(key(text)):
            known = found["version"]
    return known


def is_before(caption: Caption) -> bool:
    """Whether a table is said to be as it was before it was corrected."""
    return caption.version.endswith(_BEFORE)


def superseded(tables: Sequence[LogicalTable]) -> list[Superseded]:
    """The tables that stand in a document as corrected too, under the same title and not of another body."""
    after = [table for table in tables if table.caption.title and table.caption.version.endswith(_AFTER)]
    found: list[Superseded] = []
    for table in tables:
        if is_before(table.caption):
            corrected = next((other for other in after if _is_same(table.caption, other.caption)), None)
            found += [Superseded(table, corrected)] if corrected else []
    return found


def _is_same(one: Caption, other: Caption) -> bool:
    entities = [one.entity, other.entity]
    return core(one.title, entities) == core(other.title, entities) and len({*entities} - {""}) < len(entities)
