"""The templates of the pages, and what they call to show a value."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from importlib.resources import files
from typing import Any

import jinja2

from yusuan.pipeline.report import amounts
from yusuan.schemas.sentences.said import Language
from yusuan.schemas.views import chinese
from yusuan.schemas.views.names import names
from yusuan.version import __version__

ASSETS = (
    *("report.css", "report.js", "document.css", "document.js", "line.js"),
    *("lists.css", "lists.js", "overview.js", "findings.js", "search.js", "compare.js"),
)


@cache
def _environment(language: Language) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("yusuan.pipeline.report"),
        autoescape=True,
        auto_reload=False,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    environment.filters |= {
        "spoken": partial(amounts.spoken, language=language),
        "exact": amounts.exact,
        "form_field": names(language).form_field,
        "rule": names(language).rule,
        "subject": names(language).subject,
    }
    environment.globals |= {
        "zh": chinese,
        "names": names(language),
        "lang": language,
        "t": _either(language),
        "share": amounts.share,
        "version": __version__,
    }
    return environment


def _either(language: Language) -> Callable[[str, str], str]:
    """What templates call with a text in English and in Chinese."""
    return lambda en, zh: zh if language == "zh" else en


def page(template: str, language: Language = "zh", **values: Any) -> bytes:
    """A page in one language, as UTF-8. Every value is escaped."""
    return (_environment(language).get_template(template).render(values) + "\n").encode()


def assets() -> dict[str, bytes]:
    """The style sheet and the script of all pages, by name within a report."""
    folder = files("yusuan.pipeline.report") / "templates"
    return {f"assets/{name}": (folder / name).read_bytes() for name in ASSETS}
