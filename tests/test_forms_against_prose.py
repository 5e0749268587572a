"""Forms against what the prose says of projects."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests import small
from tests.forms import FUNDS, NAME, page, said
from typeset import Page, Text
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.document.steps import _prose
from yusuan.pipeline.prose.read import Prose
from yusuan.pipeline.prose.sentences import Paragraph
from yusuan.schemas.identities.styles import SHANGHAI, Style
from yusuan.schemas.prose.statements import Wording


@pytest.fixture
def of_shanghai(monkeypatch: pytest.MonkeyPatch) -> None:
    """One table tells no way that a document follows; its sentences are read as in one that does."""

    def prose(document: Document, _: Style, __: bool, text: Sequence[Paragraph]) -> tuple[Prose, Wording]:
        return _prose(document, SHANGHAI, True, text)

    monkeypatch.setattr("yusuan.pipeline.document.steps._prose", prose)


def against(sentence: str) -> list[tuple[str, int | None, str]]:
    prose = Page([Text(72, 100, "四、预算绩效情况", 12), Text(72, 130, sentence, 12)])
    return said(small.read(small.expenditure(), prose, page(NAME, *FUNDS)))


@pytest.mark.parametrize(
    ("sentence", "rules"),
    [
        ("2024年度，本部门实行绩效目标管理的项目1个，涉及预算金额0.006万元。", []),
        ("2024年度，本部门实行绩效目标管理的项目1个，涉及预算金额0.007万元。", ["form.projects"]),
        ("2024年度，本部门实行绩效目标管理的项目3个，涉及预算金额0.007万元。", []),
        ("2024年度，本部门实行绩效目标管理的项目3个，涉及预算金额0.005万元。", ["form.projects"]),
        ("2024年度，本部门实行绩效目标管理的项目0个，涉及预算金额0.007万元。", ["form.projects"]),
    ],
)
@pytest.mark.usefixtures("of_shanghai")
def test_forms_against_the_projects_that_the_prose_states(sentence: str, rules: list[str]) -> None:
    assert [rule for rule, _, _ in against(sentence) if rule.startswith("form.")] == rules


def test_forms_are_not_held_against_what_no_formula_has_read() -> None:
    said = against("2024年度，本部门实行绩效目标管理的项目0个，涉及预算金额0.007万元。")
    assert [rule for rule, _, _ in said if rule.startswith("form.")] == []
