"""What the values of coded columns are called in Chinese."""

from __future__ import annotations

from collections.abc import Callable

from yusuan.schemas.tables.declaration import CLASSIFICATIONS
from yusuan.schemas.tables.ids import TABLES
from yusuan.schemas.views import chinese

DOCUMENT_STATUSES = {"accepted": "已读全", "incomplete": "未读全", "quarantined": "未采用"}
CAUSES = {"publisher": "公布方", "reader": "程序"}
_SOURCES = {"pages": "页面", "file name": "文件名", "folder": "文件夹", "sources.csv": "sources.csv"}

VALUES: dict[str, dict[str, str]] = {
    "documents.status": DOCUMENT_STATUSES,
    "stage": chinese.STAGES,
    "document_stage": chinese.STAGES,
    "basis": chinese.BASES,
    "entity_level": chinese.LEVELS,
    "entity_from": _SOURCES,
    "year_from": _SOURCES,
    "side": chinese.SIDES,
    "classification": {str(id_): words for id_, words in CLASSIFICATIONS.items()},
    "status": chinese.STATUSES,
    "severity": chinese.SEVERITIES,
    "cause": CAUSES,
    "quantity": chinese.QUANTITIES,
    "read": {"text": "文字", "ocr": "图片", "ocr_repaired": "图片，已改正"},
    "kind": {"head": "表头", "sub_project": "子项目", "indicator": "指标"},
}
"""Column, with its file where one means something else by it → its ids → what they are called."""


def _rule(id_: str) -> str:
    name = chinese.rule(id_)
    return id_ if name == id_ else f"{name}（{id_}）"


_NAMED: dict[str, Callable[[str], str]] = {
    "table": lambda id_: TABLES.get(id_, id_),
    "measure": chinese.measure,
    "rule": _rule,
    "subject": chinese.subject,
    "field": chinese.form_field,
}


def in_chinese(file: str, column: str) -> Callable[[str], str] | None:
    """What turns a value of this column into Chinese; None where values are shown as they are.

    A value that no declaration knows stays as it is.
    """
    if f"{file}.{column}" == "other_items.table":
        return None  # a number
    known = VALUES.get(f"{file}.{column}") or VALUES.get(column)
    if known is None:
        return _NAMED.get(column)
    return lambda id_: known.get(id_, id_)
