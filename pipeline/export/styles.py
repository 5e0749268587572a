"""How cells of a workbook look."""

from __future__ import annotations

from typing import Literal

from yusuan.schemas.sentences.said import Language
from yusuan.schemas.views import chinese
from yusuan.schemas.views.values import DOCUMENT_STATUSES

Kind = Literal["text", "code", "integer", "money", "number", "place", "boolean"]
"""What a column holds: `code` is text of digits, `money` has two decimals, `place` is a coordinate."""
Format = dict[str, object]

_RIGHT: Format = {"align": "right", "indent": 1}
"""Numbers keep away from the text in the next column: an amount beside what is printed would read as one number."""
_MONEY: Format = {"num_format": "#,##0.00", **_RIGHT}
_RED: Format = {"bg_color": "#FFC7CE", "font_color": "#9C0006"}
_ORANGE: Format = {"bg_color": "#FFD8B0", "font_color": "#7A3E00"}
_YELLOW: Format = {"bg_color": "#FFEB9C", "font_color": "#7F6000"}
_BAND: Format = {"bg_color": "#DDEBF7"}
_LINK: Format = {"font_color": "#0563C1", "underline": 1}
FORMATS: dict[str, Format] = {
    "text": {},
    "code": {"num_format": "@"},
    "integer": {"num_format": "0", "align": "center"},
    "money": _MONEY,
    "number": _RIGHT,
    "place": {"num_format": "0.00", **_RIGHT},
    # LibreOffice would show 1 and 0; Excel heeds no format of these.
    "boolean": {"num_format": '"TRUE";"TRUE";"FALSE"', "align": "center"},
    "quoted": {"quote_prefix": True},
    "wrong": {**_MONEY, **_RED, "bold": True},
    "doubt": {**_MONEY, **_ORANGE, "bold": True},
    "head": {"bold": True, "bottom": 1, **_BAND},
    "upper": {"bold": True, **_BAND},
    "lower": {"font_color": "#44546A", "bottom": 1, **_BAND},
    "wrapped": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter", **_BAND},
    "title": {"bold": True, "font_size": 14},
    "note": {"font_color": "#44546A"},
    "bold": {"bold": True},
    "count": {"num_format": "#,##0", "valign": "top", "align": "left"},
    "wrap": {"text_wrap": True, "valign": "top"},
    "whole": {"num_format": "#,##0", **_RIGHT},
    "percent": {"num_format": "0.0", **_RIGHT},
    "entry": {"indent": 1},
    "entry_link": {"indent": 1, **_LINK},
    "entry_quoted": {"indent": 1, "quote_prefix": True},
    "whole_link": {"num_format": "#,##0", **_RIGHT, **_LINK},
    "money_link": {**_MONEY, **_LINK},
    "wrong_link": {**_MONEY, **_RED, "bold": True, "underline": 1},
    "doubt_link": {**_MONEY, **_ORANGE, "bold": True, "underline": 1},
    "rule_above": {"top": 1},
}
QUOTED = {"text": "quoted", "code": "quoted", "entry": "entry_quoted"}
"""The format of a text → that of one which would become a formula when somebody edits its cell."""
OF_STATUS = {"contradicted": "wrong", "in_doubt": "doubt"}
"""The status of an amount that must be seen → its format."""
_STATUSES: dict[str, Format] = {
    "contradicted": _RED,
    "in_doubt": _ORANGE,
    "incomplete": _YELLOW,
    "unproved": _YELLOW,
    "proved": {"font_color": "#006100"},
    "quarantined": _RED,
}


def status_colours(language: Language) -> dict[str, Format]:
    """What the text of a status begins with → its colours."""
    if language == "en":
        return _STATUSES
    called = {**chinese.STATUSES, **DOCUMENT_STATUSES}
    return {called[status]: colours for status, colours in _STATUSES.items()}
