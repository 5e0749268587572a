"""Header words that are short for others where they stand beside each other: 基本 | 项目 for 基本支出 | 项目支出."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from yusuan.pipeline.layout.header import HeaderColumn
from yusuan.schemas.vocabulary.measures import SAID_BELOW, SHORT_BELOW, SHORT_BESIDE


def paths(printed: Sequence[HeaderColumn]) -> list[tuple[str, ...]]:
    """The words above each column of a header, short ones in full.

    A word is short only beside another of its kind under the same words: 项目 alone names projects.
    """
    beside: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for column in printed:
        beside[column.words[:-1]].update(column.words[-1:])
    return [_in_full(column.words, beside[column.words[:-1]]) for column in printed]


def _in_full(path: tuple[str, ...], beside: set[str]) -> tuple[str, ...]:
    for above, parts in SAID_BELOW.items():
        if len(path) > 1 and path[-2].startswith(above) and any(part in path[-1] for part in parts):
            path = (*path[:-2], path[-1])
    for above, short in SHORT_BELOW.items():
        if path and path[-1] in short and any(above in text for text in path[:-1]):
            return (*path[:-1], short[path[-1]])
    for kind in SHORT_BESIDE:
        # In full one of them is enough, but only below words of their own (2026年预算): 基本支出 | 项目. One that
        # stands there in full is not short for it: 项目 | 基本支出 | 项目支出.
        full = set(kind.values()) if len(path) > 1 else set()
        if path and path[-1] in kind and kind[path[-1]] not in beside and len(beside & {*kind, *full}) > 1:
            return (*path[:-1], kind[path[-1]])
    return path
