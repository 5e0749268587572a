"""The forms of a document → rows of performance_targets.csv, with what is found in them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from yusuan.pipeline.forms.check import against_prose, check_form
from yusuan.pipeline.forms.gather import Form
from yusuan.pipeline.forms.read import ReadForm, read_form
from yusuan.pipeline.forms.records import FormLine
from yusuan.pipeline.messages.findings import Finding
from yusuan.schemas.sentences import forms as sentences
from yusuan.schemas.sentences.said import Said


def read_forms(
    document_id: str, forms: Sequence[Form], statements: Sequence[Mapping[str, Any]], scanned: Collection[int] = ()
) -> tuple[list[dict[str, Any]], list[Finding]]:
    """Read and check all forms of a document.

    `statements` are those of its prose, `scanned` the pages that were read from pictures. One form that breaks the
    program is a finding; the others are read.
    """
    read: list[ReadForm] = []
    findings: list[Finding] = []
    rows: list[dict[str, Any]] = []
    for number, form in enumerate(forms, start=1):
        try:
            found = read_form(number, form)
            checked = check_form(found)
        except Exception as error:  # a form is not worth a document
            said = sentences.FAILED.of(title=form.title, error=f"{type(error).__name__}: {error}")
            findings.append(_not_read(number, form, said))
            continue
        read.append(found)
        if not found.lines:
            findings.append(_not_read(number, form, sentences.NOTHING_FOUND.of(title=form.title)))
        findings += [*found.findings, *checked]
        rows += _rows(document_id, found, scanned)
    return rows, findings + against_prose(read, statements)


def _not_read(number: int, form: Form, said: Said) -> Finding:
    said = sentences.FORM.of(number=number, said=said)
    return Finding("form.not_read", said, page=form.page, box=form.parts[0].grid.box)


def _rows(document_id: str, form: ReadForm, scanned: Collection[int]) -> list[dict[str, Any]]:
    return [
        {
            "document_id": document_id,
            "form": form.number,
            "line": number,
            "kind": line.kind,
            "project": line.project or form.project or None,
            "field": line.field or None,
            "label": line.label or None,
            "sub_project": line.sub_project or None,
            "level_1": line.levels[0] or None,
            "level_2": line.levels[1] or None,
            "level_3": line.levels[2] or None,
            "value": line.value or None,
            "comparator": line.comparator or None,
            "number": line.number,
            "number_unit": line.number_unit or None,
            "amount": line.yuan if line.amount is not None else None,
            "unit": (line.unit or None) if line.amount is not None else None,
            "status": _status(line, scanned) if line.amount is not None else None,
            "page": line.page,
            **dict(zip(("x0", "top", "x1", "bottom"), line.box, strict=True)),
            "read": "ocr" if line.page in scanned else "text",
        }
        for number, line in enumerate(form.lines, start=1)
    ]


def _status(line: FormLine, scanned: Collection[int]) -> str:
    """The status of an amount: one that was read from a picture is not proved by the one sum that a form has for it."""
    return "unproved" if line.status == "proved" and line.page in scanned else line.status
