"""How the site is made of these pages: `sphinx-build -W docs site`."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

from pygments.lexers.special import TextLexer

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from yusuan.version import __version__  # noqa: E402

REPOSITORY = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]["Repository"]

project = "yusuan"
author = copyright = "The yusuan authors"
version = release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
html_theme = "furo"
html_title = f"yusuan {__version__}"
html_copy_source = False

default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
smartquotes = False
add_module_names = False
myst_heading_anchors = 4

_OUTSIDE = re.compile(r"\]\((?:\.\./)([^)\s]+)\)|\]\((notebook\.ipynb)\)")
"""A link to a file of the repository that is no page of the site."""


def _led(link: re.Match[str]) -> str:
    return f"]({REPOSITORY}/blob/main/{link[1] or f'docs/{link[2]}'})"


def setup(app: Any) -> None:
    """Let links to files that are no pages lead to the repository; leave out how objects are made."""

    def read(_: Any, __: str, source: list[str]) -> None:
        source[0] = _OUTSIDE.sub(_led, source[0])

    def signature(_: Any, what: str, *__: Any) -> tuple[str, None] | None:
        return ("", None) if what in ("class", "exception") else None

    app.connect("source-read", read)
    app.connect("autodoc-process-signature", signature)
    app.add_lexer("csv", TextLexer)
