"""What ids are called in the lists of a report, in the language of its reader; shorter than on other pages."""

from __future__ import annotations

from collections.abc import Mapping

from yusuan.schemas.sentences.names import measure_name, severity_name, side_name
from yusuan.schemas.sentences.said import Language, Said
from yusuan.schemas.views.names import names

CAUSES = {"publisher": Said("publisher", "公布方"), "reader": Said("this program", "程序")}
DOCUMENT_STATUSES = {
    "accepted": Said("read whole", "已读全"),
    "incomplete": Said("read in part", "未读全"),
    "quarantined": Said("refused", "未采用"),
}
CORRECTED = Said("corrected", "有更正")


def labels(language: Language) -> dict[str, Mapping[str, str]]:
    """The names by kind and id, for templates and scripts."""
    called = names(language)
    return {
        "cause": _of(CAUSES, language),
        "document": _of(DOCUMENT_STATUSES, language),
        "status": {**called.statuses, "corrected": CORRECTED.of(language)},
        "severity": _of({id_: severity_name(id_) for id_ in called.severities}, language),
        "stage": called.stages,
        "basis": called.bases,
        "level": called.levels,
        "side": _of({id_: side_name(id_) for id_ in called.sides}, language),
    }


def measures(ids: tuple[str, ...], table: str, language: Language) -> list[tuple[str, str]]:
    """Measures and their names in a table."""
    named = ((id_, measure_name(id_, table).of(language)) for id_ in ids)
    return [(id_, name.replace("_", " ") if language == "en" else name) for id_, name in named]


def _of(named: Mapping[str, Said], language: Language) -> dict[str, str]:
    return {id_: said.of(language) for id_, said in named.items()}
