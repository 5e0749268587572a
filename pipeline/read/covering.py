"""Whether PDFium knows of all that is painted on a page how much of what lies below shows through.

It tells the opacity of a path, a mask in the graphics state, and no mask of a picture; that, the document tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import literal_name

from yusuan.pipeline.read import pdfium
from yusuan.pipeline.read.document import forms
from yusuan.pipeline.read.raw import Area, Ints
from yusuan.pipeline.read.records import Records

_MASKS = ("SMask", "Mask", "ImageMask", "IM")
_IN_CONTENT = re.compile(rb"(?<![^\s>\])])BI(?![^\s/])")
"""What begins a picture that stands in the content itself, whose dictionary is not among the resources."""
_FADING = (pdfium.IMAGE, pdfium.FORM)
_DEEPEST = 8
"""Forms within forms beyond this are not followed."""


def surely_covers(page: PDFPage, objects: Records, areas: Sequence[Area], owners: Ints) -> bool:
    """Whether each of the opaque areas of a page hides what lies below it.

    `owners` are the numbers of the objects that its paths are parts of. Of one in several parts it depends on the rule
    and the way around what is a hole; shadings and forms may let show through what they like.
    """
    parts = np.bincount(owners, minlength=len(objects))
    if any(area.opaque and not area.picture and parts[area.order] != 1 for area in areas):
        return False
    kinds = objects["kind"]
    fading = objects["handle"][np.isin(kinds, _FADING)].tolist()
    if any(map(pdfium.object_blends, fading)):
        return False
    if not (kinds == pdfium.IMAGE).any():
        return True
    contents = [resolve1(content) for content in page.contents]
    return not any(map(_has_picture, contents)) and all(map(_plain, _pictures(page.resources, 0)))


def _pictures(resources: Any, depth: int) -> Iterator[PDFStream | None]:
    """The pictures that a page, or a form, may draw; None for what was not followed."""
    objects = resolve1((resolve1(resources) or {}).get("XObject")) or {}
    for item in map(resolve1, objects.values()):
        if isinstance(item, PDFStream) and literal_name(item.get("Subtype", "")) == "Image":
            yield item
    for form in forms(resources):
        if depth == _DEEPEST or _has_picture(form):
            yield None
        else:
            yield from _pictures(form.get("Resources"), depth + 1)


def _plain(picture: PDFStream | None) -> bool:
    return picture is not None and not any(resolve1(picture.get(key)) for key in _MASKS) and "OC" not in picture


def _has_picture(content: object) -> bool:
    return not isinstance(content, PDFStream) or _IN_CONTENT.search(content.get_data()) is not None
