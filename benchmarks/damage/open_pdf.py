"""Damage to the objects of a PDF, which is written as a well-formed file again."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pikepdf

OnPdf = Callable[[pikepdf.Pdf, Random], None]
"""Changes an open PDF."""


def on_pdf(change: OnPdf) -> Callable[[bytes, Random], bytes]:
    """The damage to bytes that a change of the open PDF is."""

    def damage(data: bytes, chance: Random) -> bytes:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            change(pdf, chance)
            written = io.BytesIO()
            pdf.save(written, deterministic_id=True, fix_metadata_version=False)
            return written.getvalue()

    return damage


def page(pdf: pikepdf.Pdf, chance: Random) -> Any:
    """Some page's dictionary."""
    return pdf.pages[chance.randrange(len(pdf.pages))].obj


def contents(pdf: pikepdf.Pdf, chance: Random) -> Any:
    """The content stream of some page; the first, where it has several."""
    found = page(pdf, chance).Contents
    return found[0] if isinstance(found, pikepdf.Array) else found


def dictionaries(pdf: pikepdf.Pdf) -> list[Any]:
    """All dictionaries and streams, those within others too."""
    return [found for top in pdf.objects for found in _within(top, 0)]


def _within(found: Any, depth: int) -> Iterator[Any]:
    if depth > 8 or not isinstance(found, pikepdf.Object):
        return
    if found._type_code in (pikepdf.ObjectType.dictionary, pikepdf.ObjectType.stream):
        yield found
        inner = [found.get(key) for key in list(found.keys())]
    elif found._type_code == pikepdf.ObjectType.array:
        inner = list(found)
    else:
        return
    for value in inner:
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            yield from _within(value, depth + 1)


def streams(pdf: pikepdf.Pdf) -> list[Any]:
    """All streams."""
    return [found for found in pdf.objects if isinstance(found, pikepdf.Stream)]


def fonts(pdf: pikepdf.Pdf) -> list[Any]:
    """All dictionaries of fonts."""
    return [found for found in dictionaries(pdf) if found.get("/Type") == pikepdf.Name.Font]
