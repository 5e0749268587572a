"""What an object says of itself in a few words: plain values as they are, of collections how many, of others what."""

from __future__ import annotations

from collections.abc import Iterator, Sized

LONGEST = 40
"""Letters of a text or a value; what is longer is cut."""
MOST = 12
"""Fields that are said."""


def brief(self: object) -> str:
    """The repr of a dataclass or a named tuple whose fields may hold a whole document: `<Page number 3, 120 rules>`.

    Fields that are empty are left out.
    """
    said = list(_said(self))
    more = [f"and {len(said) - MOST} more"] if len(said) > MOST else []
    return f"<{type(self).__name__} {', '.join(said[:MOST] + more)}>"


def _said(self: object) -> Iterator[str]:
    for name in getattr(type(self), "_fields", None) or type(self).__annotations__:
        value = getattr(self, name, None)
        if name.startswith("_") or value is None:
            continue
        if isinstance(value, str | bytes | bool | int | float):
            text = repr(value)
            yield f"{name} {text if len(text) <= LONGEST else f'{text[:LONGEST]}…'}"
        elif not isinstance(value, Sized) or hasattr(value, "_fields"):
            yield f"{name} {type(value).__name__}"
        elif len(value):
            yield f"{len(value)} {name}"
