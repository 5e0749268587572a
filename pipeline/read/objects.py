"""Objects of a PDF as nearly all are written, parsed in a fifth of the time; pdfminer's own parser has all others.

What is taken here means the same to every program: numbers, names without escapes, strings without escapes, references,
and arrays and dictionaries of them. Anything else, a stream or a comment, is left to pdfminer, which reads what is
damaged as it always does.
"""

from __future__ import annotations

import io
import re
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef
from pdfminer.psparser import LIT, PSLiteral

_SPACE, _END = rb"[\t\n\f\r ]", rb"(?=[\t\n\f\r /%\[\]()<>{}])"
_HEAD = re.compile(rb"%b*(\d{1,10})%b+\d{1,5}%b+obj%b" % (_SPACE, _SPACE, _SPACE, _END))
_TOKEN = re.compile(
    rb"%b*(?:([+-]?\d{1,15})(?:(%b+\d{1,5}%b+R)?%b)" % (_SPACE, _SPACE, _SPACE, _END)
    + rb"|/([!\"$&'*-.0-9:;=?@A-Z\\^_`a-z|~]+)%b|(<<)|(>>)|(\[)|(\])" % _END
    + rb"|([+-]?(?:\d+\.\d*|\.\d+))%b|\(([^()\\]*)\)|<((?:[0-9A-Fa-f]{2})*)>|(true|false|null)%b" % (_END, _END)
    + rb"|(endobj)%b)" % _END
)
_NUMBER, _REFERENCE, _NAME, _OPENS, _CLOSES, _BEGINS, _ENDS, _REAL, _STRING, _HEX, _WORD, _OVER = range(1, 13)
_WORDS = {b"true": True, b"false": False, b"null": None}
_OTHERWISE = object()


class Document(PDFDocument):  # type: ignore[misc]  # untyped
    """A document of pdfminer's whose plain objects are parsed here."""

    def __init__(self, data: bytes) -> None:
        self._bytes = data
        super().__init__(PDFParser(io.BytesIO(data)))

    def _getobj_parse(self, pos: int, objid: int) -> object:
        found = plain(self, self._bytes, pos, objid)
        return super()._getobj_parse(pos, objid) if found is _OTHERWISE else found


def plain(document: PDFDocument, data: bytes, place: int, number: int) -> Any:
    """The object of this number that begins at a place, with references into a document; _OTHERWISE for any that is not
    plain.
    """
    head = _HEAD.match(data, place)
    if head is None or int(head[1]) != number:
        return _OTHERWISE
    at = head.end()
    outer: list[tuple[int, list[Any]]] = []
    here: list[Any] = []
    while token := _TOKEN.match(data, at):
        at = token.end()
        kind = token.lastindex
        if kind == _NUMBER:
            here.append(int(token[_NUMBER]))
        elif kind == _NAME:
            here.append(LIT(token[_NAME].decode()))
        elif kind == _REFERENCE:
            here.append(PDFObjRef(document, int(token[_NUMBER])))
        elif kind in (_OPENS, _BEGINS):
            outer.append((kind, here))
            here = []
        elif kind in (_CLOSES, _ENDS):
            if not outer or outer[-1][0] != kind - 1:
                return _OTHERWISE
            value: Any = here
            if kind == _CLOSES:
                names = here[::2]
                if len(here) % 2 or not all(isinstance(name, PSLiteral) for name in names):
                    return _OTHERWISE
                each = zip(names, here[1::2], strict=True)
                value = {name.name: told for name, told in each if told is not None}
            here = outer.pop()[1]
            here.append(value)
        elif kind == _REAL:
            here.append(float(token[_REAL]))
        elif kind == _STRING:
            here.append(token[_STRING])
        elif kind == _HEX:
            here.append(bytes.fromhex(token[_HEX].decode()))
        elif kind == _WORD:
            here.append(_WORDS[token[_WORD]])
        else:
            return here[0] if not outer and len(here) == 1 else _OTHERWISE
    return _OTHERWISE
