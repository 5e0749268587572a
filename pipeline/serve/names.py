"""Names of dropped files: safe to show and to store under, never a path."""

from __future__ import annotations

import unicodedata

_OTHERS = " ()[]（）【】〔〕《》“”‘’、，。·+-–—_=,.&@#~"
_LONGEST = 120
"""Characters of a name without its ending."""
_BYTES = 200
"""Bytes of it as UTF-8; a file system takes 255 with the ending."""
_DEVICES = {"con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(1, 10))}
"""What Windows takes for a device whatever its ending."""
_HASH = str.maketrans("0123456789", "ghijklmnop")


def safe_name(given: str) -> str:
    """A name of letters, digits and plain signs that ends in `.pdf`, with what a person knows the file by.

    What comes before a slash of either kind is left out; so are marks that turn the direction of writing, and whatever
    nobody sees.
    """
    last = given.replace("\\", "/").rstrip("/").rpartition("/")[2]
    text = "".join(map(_safe, unicodedata.normalize("NFC", last)))
    stem = text[:-4] if text.lower().endswith(".pdf") else text
    stem = " ".join(stem.split()).lstrip(". ")[:_LONGEST]
    stem = stem.encode()[:_BYTES].decode(errors="ignore").rstrip(". ")
    if stem.partition(".")[0].strip().lower() in _DEVICES:
        stem = f"_{stem}"
    return f"{stem or '_'}.pdf"


def _safe(char: str) -> str:
    if char in _OTHERS or unicodedata.category(char)[0] in "LMN":
        return char
    return "" if unicodedata.category(char)[0] == "C" else " " if char.isspace() else "_"


def folder_of(sha256: str) -> str:
    """The folder of a file with this hash, in letters: digits in the name of a folder may be taken for a year."""
    return sha256.translate(_HASH)
