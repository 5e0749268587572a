"""Layers of a document (optional content) that are switched off: what is painted in them is not shown."""

from __future__ import annotations

from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psparser import PSLiteral

_DEEPEST = 8


class Layers:
    """Which layers a document shows when it is opened."""

    def __init__(self, document: PDFDocument | None) -> None:
        catalog = document.catalog if document is not None else {}
        properties = _dictionary(catalog.get("OCProperties"))
        default = _dictionary(properties.get("D"))
        on, off = (_numbers(default.get(key)) for key in ("ON", "OFF"))
        everything = _numbers(properties.get("OCGs"))
        self._off = (everything - on) | off if _name(default.get("BaseState")) == "OFF" else off

    @property
    def any_off(self) -> bool:
        """Whether any layer is switched off."""
        return bool(self._off)

    def hides(self, content: Any, depth: int = 0) -> bool:
        """Whether a layer, or what depends on several, is not shown. `content` is its entry, best as a reference."""
        if not self._off or content is None or depth > _DEEPEST:
            return False
        if isinstance(content, PDFObjRef) and content.objid in self._off:
            return True
        found = _dictionary(content)
        if _name(found.get("Type")) != "OCMD":
            return False
        expression = resolve1(found.get("VE"))
        if isinstance(expression, list) and expression:
            return not self._holds(expression, depth)
        groups = found.get("OCGs")
        inner = resolve1(groups)
        members = inner if isinstance(inner, list) else [groups]
        hidden = [self.hides(member, depth + 1) for member in members if resolve1(member) is not None]
        if not hidden:
            return False
        match _name(found.get("P")):
            case "AllOn":
                return any(hidden)
            case "AnyOff":
                return not any(hidden)
            case "AllOff":
                return not all(hidden)
            case _:
                return all(hidden)

    def _holds(self, expression: Any, depth: int) -> bool:
        inner = resolve1(expression)
        if not isinstance(inner, list) or not inner or depth > _DEEPEST:
            return not self.hides(expression, depth + 1)
        values = [self._holds(part, depth + 1) for part in inner[1:]]
        match _name(inner[0]):
            case "Not":
                return not all(values)
            case "Or":
                return any(values)
            case _:
                return all(values)


def _dictionary(entry: Any) -> dict[str, Any]:
    found = resolve1(entry)
    if isinstance(found, PDFStream):
        return dict(found.attrs)
    return found if isinstance(found, dict) else {}


def _numbers(entry: Any) -> frozenset[int]:
    found = resolve1(entry)
    members = found if isinstance(found, list) else []
    return frozenset(member.objid for member in members if isinstance(member, PDFObjRef))


def _name(entry: Any) -> str:
    found = resolve1(entry)
    return str(found.name) if isinstance(found, PSLiteral) else ""
