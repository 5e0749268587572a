"""How wide the columns of a workbook are."""

from __future__ import annotations

WIDTHS: dict[str, float] = {
    "line_id": 18,
    "document_id": 14,
    "path": 50,
    "sha256": 20,
    "producer": 24,
    "entity": 34,
    "entity_level": 12,
    "table": 30,
    "classification": 14,
    "code": 11,
    "item": 38,
    "measure": 20,
    "amount": 19,
    "printed": 18,
    "status": 14,
    "reason": 40,
    "reason_zh": 40,
    "rule": 26,
    "expected": 19,
    "difference": 19,
    "message": 90,
    "message_zh": 70,
    "sentence": 90,
    "subject": 22,
    "quantity": 18,
    "project": 34,
    "field": 24,
    "label": 22,
    "sub_project": 30,
    "level_1": 18,
    "level_2": 22,
    "level_3": 34,
    "value": 24,
    "side": 12,
    "leaf": 10,
    "kind": 12,
}
"""Column → its width in characters, where it is not the usual one."""
USUAL_WIDTH = 11
