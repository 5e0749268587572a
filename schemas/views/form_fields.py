"""What the fields of performance-target forms are called in Chinese: by the first of the labels that they have."""

from __future__ import annotations

from yusuan.schemas.forms.head_fields import FIELDS, TOTALS
from yusuan.schemas.forms.labels import SOURCES

_LABELS = {field.id: field.labels[0] for field in FIELDS if field.labels}
_WITHOUT_LABEL = {
    "sub_projects_total": "子项目合计",
    "target": "年度指标值",
    "total_target": "实施期指标值",
    "prior_target": "上年指标值",
    "weight": "权重",
    "sub_project": "子项目",
    "content": "子项目内容",
}
FORM_FIELDS: dict[str, str] = {
    **_LABELS,
    **_WITHOUT_LABEL,
    **{f"{start}_{s.id}": f"{_LABELS[total]}：{s.labels[0]}" for total, start in TOTALS.items() for s in SOURCES},
    **{f"sub_project_{source.id}": f"子项目：{source.labels[0]}" for source in SOURCES},
}
"""Field of performance_targets → its name."""
