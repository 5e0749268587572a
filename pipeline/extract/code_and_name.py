"""Codes as they are printed, and with the name that they are of in one cell."""

from __future__ import annotations

import re

LEVEL_OF_LENGTH = {3: 1, 5: 2, 7: 3}
"""Digits of a code of 政府收支分类科目 → its level."""
_CODE_AND_NAME = re.compile(r"^[\[【（]?(?P<code>\d{3}|\d{5}|\d{7})(?!\d)[\]】）]?[-—–_:：、.．|/·,，]?(?P<item>\D.*)$")
_BODY_AND_NAME = re.compile(r"^[\[【](?P<code>\d{6,9})[\]】](?P<item>\D.*)$")
_NAME_AND_CODE = re.compile(r"^(?P<item>.+?)[\[【（](?P<code>\d{3}|\d{5}|\d{7})[\]】）]$")
_PARTED_CODE = re.compile(r"(?<=\d)(?:[-.·](?=\d)|[类款项](?=\d|$))")
"""What stands between the parts of a code, or names them: 201-03, 205类08款."""


def is_digits(text: str) -> bool:
    """Whether a text is digits and nothing else, as codes are."""
    return text.isascii() and text.isdigit()


def code_and_name(text: str) -> tuple[str, str] | None:
    """The code and the name that stand in one cell, the code before or behind; None for any other text."""
    found = _CODE_AND_NAME.match(text) or _NAME_AND_CODE.match(text) or _BODY_AND_NAME.match(text)
    return (found["code"], found["item"]) if found else None


def whole_code(printed: str) -> str:
    """A code without what parts it."""
    return _PARTED_CODE.sub("", printed)
