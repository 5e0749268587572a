"""What ids are called on the pages of a report, in the language of its reader."""

from __future__ import annotations

from collections.abc import Mapping

from schemas.dataset.rules import RULES
from schemas.sentences.names import measure_name
from schemas.sentences.said import Language, Said
from schemas.views import chinese

CAUSES = {"publisher": Said("publisher", "公布方"), "reader": Said("this program", "程序")}
DOCUMENT_STATUSES = {
    "accepted": Said("read whole", "已读全"),
    "incomplete": Said("read in part", "未读全"),
    "quarantined": Said("refused", "未采用"),
}
STATUSES = {**{id_: Said(id_.replace("_", " "), name) for id_, name in chinese.STATUSES.items()}}
STATUSES["corrected"] = Said("corrected", "有更正")
SEVERITIES = {id_: Said(id_, name) for id_, name in chinese.SEVERITIES.items()}
STAGES = {"budget": Said("budget", "预算"), "final": Said("final account", "决算")}
BASES = {"budget": Said("budgeted", "预算数"), "final": Said("final", "决算数")}
LEVELS = {"unit": Said("unit", "单位"), "department": Said("department", "部门")}
SIDES = {"revenue": Said("revenue", "收入"), "expenditure": Said("expenditure", "支出")}


def labels(language: Language) -> dict[str, dict[str, str]]:
    """The names by kind and id, for templates and scripts."""
    return {
        "cause": _of(CAUSES, language),
        "document": _of(DOCUMENT_STATUSES, language),
        "status": _of(STATUSES, language),
        "severity": _of(SEVERITIES, language),
        "stage": _of(STAGES, language),
        "basis": _of(BASES, language),
        "level": _of(LEVELS, language),
        "side": _of(SIDES, language),
    }


def measures(ids: tuple[str, ...], table: str, language: Language) -> list[tuple[str, str]]:
    """Measures and their names in a table."""
    named = ((id_, measure_name(id_, table).of(language)) for id_ in ids)
    return [(id_, name.replace("_", " ") if language == "en" else name) for id_, name in named]


def rule(id_: str, language: Language) -> str:
    """What a rule says, or the family that it belongs to."""
    if language == "zh":
        return chinese.rule(id_)
    found = RULES.get(id_) or RULES.get(id_.rpartition(".")[0])
    return found.description.rstrip(".") if found else id_


def _of(named: Mapping[str, Said], language: Language) -> dict[str, str]:
    return {id_: said.of(language) for id_, said in named.items()}
