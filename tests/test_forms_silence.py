"""Whatever stands in a form is in its lines, or named: nothing is lost in silence."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.forms import NAME, WIDTHS, page, read
from typeset import LEFT
from yusuan.pipeline.document.document import Document
from yusuan.pipeline.forms import labels
from yusuan.pipeline.forms.tables import is_total
from yusuan.pipeline.read.characters import name

WORDS = (
    *("项目概况", "立项依据", "项目类型", "项目总预算（元）", "项目当年预算", "其他资金", "项目资金（万元）", "备注"),
    *("一级指标", "二级指标", "三级指标", "指标值", "绩效指标", "权重", "子项目名称", "预算金额（元）", "合计"),
    *("年度目标", "总体目标", "□一次性 ☑经常性", "", "", ""),
    *("甲{n}", "乙{n}", "丙{n}丁", "{n}.00", "{n}万元", "≥{n}%", "示范标签{n}", "{n}%以上"),
    "这是第{n}段比任何标签都要长得多的文字，共有好几个字。",
)
"""Labels, and texts that are made different by a number, so that none is taken for another."""


@st.composite
def rows(draw: st.DrawFn) -> list[tuple[str, ...]]:
    """Rows of random texts, some cells merged over those right of them."""
    found: list[tuple[str, ...]] = []
    for _ in range(draw(st.integers(1, 7))):
        cells = [draw(st.sampled_from(WORDS))]
        cells += [draw(st.sampled_from([*WORDS, *[LEFT] * len(WORDS)])) for _ in WIDTHS[1:]]
        found.append(tuple(cell.format(n=100 + 10 * len(found) + n) for n, cell in enumerate(cells)))
    return found


def told(found: Document) -> str:
    """All that is written of the forms of a document, and all that is said of them."""
    names = ("label", "sub_project", "level_1", "level_2", "level_3", "value", "comparator", "number_unit")
    lines = [str(target[name]) for target in found.targets for name in names if target[name]]
    said = [f"{finding.message} {finding.printed}" for finding in found.findings if finding.rule.startswith("form.")]
    amounts = [finding.printed for finding in found.findings if finding.rule.startswith("amount.")]
    return name(" ".join([*lines, *said, *amounts]))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows())
def test_every_text_of_a_form_is_written_or_named(form: list[tuple[str, ...]]) -> None:
    found = read(page(NAME, *form))
    assert found.status == "accepted"
    everything = told(found)
    lost = {
        text
        for cells in form
        for text in cells
        if text not in ("", LEFT)
        and name(text)[:20] not in everything
        # Labels without a value, and headers of columns without one, have nothing to lose.
        and not labels.is_known(text)
        and not labels.role(text)
        and not is_total(text)  # its amount is looked for by itself
        and "□" not in text
    }
    assert lost == set()
