"""PDFium asked from Python, one call for each thing: what `gather.c` is held against, and what reads without it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain, repeat, starmap
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yusuan.pipeline.read import pdfium
from yusuan.pipeline.read.records import (
    CHARACTER,
    CLIP_POINT,
    OBJECT,
    RUN,
    SEGMENT,
    Counts,
    Handles,
    Records,
    TooDeep,
    address,
)

_DEEPEST = 200


class Plain:
    """One call of PDFium for each thing that is asked."""

    name = "plain"

    def turn(self, page: int, matrix: tuple[float, ...]) -> None:
        """Transform all that stands on a page itself."""
        for item in _on_page(page):
            pdfium.transform_object(item, *matrix)

    def characters(self, text: int, places: Counts) -> Records:
        """The CHARACTERs of a text page at these places."""
        found = np.zeros(len(places), CHARACTER)
        asked = places.tolist()
        found["unmapped"] = np.array(list(map(pdfium.char_unmapped, repeat(text), asked)), dtype=bool)
        found["object"] = _handles(map(pdfium.char_object, repeat(text), asked))
        pdfium.run(map(pdfium.char_box, repeat(text), asked, _places(found, "box")))
        return found

    def runs(self, text: int, places: Counts, objects: Handles) -> Records:
        """The RUNs of text objects, each with the place of its first character."""
        found = np.zeros(len(places), RUN)
        asked = places.tolist()
        pdfium.run(map(pdfium.char_matrix, repeat(text), asked, _places(found, "abcd")))
        found["size"] = list(map(pdfium.char_size, repeat(text), asked))
        found["font"] = _handles(map(pdfium.text_font, objects.tolist()))
        return found

    def objects(self, page: int) -> Records:
        """The OBJECTs of a page in the order in which they are painted, those of forms behind the form."""
        items: list[int] = []
        kinds: list[int] = []
        forms: list[int] = []
        _walk(_on_page(page), -1, (items, kinds, forms))
        found = np.zeros(len(items), OBJECT)
        found["handle"], found["kind"], found["form"] = _handles(items), kinds, forms
        clips = list(map(pdfium.clip_path, items))
        counts = list(map(pdfium.count_clips, clips))
        found["clip"], found["clips"] = _handles(clips), counts
        found["last_clip"] = _handles(
            pdfium.get_clip_segment(clip, count - 1, 0) if count > 0 else 0
            for clip, count in zip(clips, counts, strict=True)
        )
        _fill(found, np.isin(kinds, (pdfium.PATH, pdfium.IMAGE, pdfium.FORM)), _matrices)
        _fill(found, np.isin(kinds, (pdfium.PATH, pdfium.TEXT)), _colors)
        _fill(found, np.equal(kinds, pdfium.TEXT), _modes)
        _fill(found, np.equal(kinds, pdfium.PATH), _paths)
        return found

    def segments(self, paths: Handles, counts: Counts) -> Records:
        """The SEGMENTs of paths, of each so many."""
        asked = zip(map(repeat, paths.tolist()), map(range, counts.tolist()), strict=True)
        items = list(chain.from_iterable(starmap(partial(map, pdfium.get_segment), asked)))
        found = np.zeros(len(items), SEGMENT)
        pdfium.run(map(pdfium.segment_point, items, _places(found, "x"), _places(found, "y")))
        found["kind"] = list(map(pdfium.segment_type, items))
        found["closes"] = np.array(list(map(pdfium.segment_closes, items)), dtype=bool)
        return found

    def clip_points(self, clips: Handles, counts: Counts) -> Records:
        """The CLIP_POINTs of clips of so many paths."""
        place, at = pdfium.floats(2)
        found: list[tuple[int, int, float, float]] = []
        for number, (clip, count) in enumerate(zip(clips.tolist(), counts.tolist(), strict=True)):
            for path in range(count):
                for segment in range(pdfium.count_clip_segments(clip, path)):
                    item = pdfium.get_clip_segment(clip, path, segment)
                    place[:] = (0.0, 0.0)
                    if item and pdfium.segment_point(item, at, at + 4):
                        found.append((number, path, place[0], place[1]))
        return np.array(found, dtype=CLIP_POINT)


def _on_page(page: int) -> list[int]:
    return list(map(pdfium.get_object, repeat(page), range(max(pdfium.count_objects(page), 0))))


def _walk(objects: Sequence[int], form: int, found: tuple[list[int], list[int], list[int]], depth: int = 0) -> None:
    if depth > _DEEPEST:
        raise TooDeep
    kinds = list(map(pdfium.object_type, objects))
    if pdfium.FORM not in kinds:
        for column, more in zip(found, (objects, kinds, repeat(form, len(kinds))), strict=True):
            column.extend(more)
        return
    for item, kind in zip(objects, kinds, strict=True):
        own = len(found[0])
        for column, value in zip(found, (item, kind, form), strict=True):
            column.append(value)
        if kind == pdfium.FORM:
            count = max(pdfium.count_form_objects(item), 0)
            _walk(list(map(pdfium.get_form_object, repeat(item), range(count))), own, found, depth + 1)


def _fill(found: Records, which: NDArray[np.bool_], ask: Any) -> None:
    """Have some of the records asked for."""
    if which.any():
        some = found[which]
        ask(some, some["handle"].tolist())
        found[which] = some


def _matrices(some: Records, items: list[int]) -> None:
    pdfium.run(map(pdfium.object_matrix, items, _places(some, "matrix")))


def _colors(some: Records, items: list[int]) -> None:
    for name, ask in (("fill", pdfium.fill_color), ("stroke", pdfium.stroke_color)):
        parts = [_places(some, name, 4 * part) for part in range(4)]
        some[f"{name}_known"] = np.array(list(map(ask, items, *parts)), dtype=bool)


def _modes(some: Records, items: list[int]) -> None:
    some["mode"] = list(map(pdfium.text_mode, items))


def _paths(some: Records, items: list[int]) -> None:
    pdfium.run(map(pdfium.draw_mode, items, _places(some, "mode"), _places(some, "strokes")))
    some["blends"] = np.array(list(map(pdfium.object_blends, items)), dtype=bool)
    some["segments"] = [max(count, 0) for count in map(pdfium.count_segments, items)]


def _places(records: Records, name: str, more: int = 0) -> range:
    """The addresses of a field of all records."""
    field = records.dtype.fields
    assert field is not None
    start, step = address(records) + field[name][1] + more, records.dtype.itemsize
    return range(start, start + step * len(records), step)


def _handles(found: Iterable[int | None]) -> Handles:
    """Handles as PDFium gives them; none is None."""
    return np.array([handle or 0 for handle in found], dtype=np.uint64)
