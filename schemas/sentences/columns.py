"""What is said of the columns of a table, and of the words above them."""

from __future__ import annotations

from yusuan.schemas.sentences.names import measure_name
from yusuan.schemas.sentences.said import Said, Sentence

_ROLES: dict[str, str] = {
    "code": "科目编码",
    "code_class": "科目编码（类）",
    "code_group": "科目编码（款）",
    "code_item": "科目编码（项）",
    "code_and_item": "科目编码和名称",
    "item": "名称",
    "body": "单位名称",
    "body_code": "单位编码",
    "project_name": "项目名称",
    "kind": "类别",
    "economic_code": "经济分类编码",
    "economic_code_group": "经济分类编码（款）",
    "economic_item": "经济分类名称",
    "government_economic_code": "政府经济分类编码",
    "government_economic_code_group": "政府经济分类编码（款）",
    "government_economic_item": "政府经济分类名称",
    "year": "年份",
    "serial": "行次",
    "aside": "既非名称也非金额",
    "budget": "预算数",
    "final": "决算数",
    "nothing": "没有别的含义",
    "functional": "功能分类",
    "economic": "部门经济分类",
    "government_economic": "政府经济分类",
}


def role_name(id_: str, table: str = "") -> Said:
    """What a column holds: what it names of a row, or a measure."""
    return Said(id_, _ROLES[id_]) if id_ in _ROLES else measure_name(id_, table)


INFERRED = Sentence(
    "found '{word}', which is no known word, above a column '{path}'; read as {means}: {evidence}",
    "栏“{path}”上方的“{word}”是不认识的词；读作“{means}”：{evidence}",
)
INFERRED_AS_NOTHING = Sentence(
    "found '{word}', which is no known word, above a column '{path}'; read as if it added nothing: {evidence}",
    "栏“{path}”上方的“{word}”是不认识的词；当作没有附加含义来读：{evidence}",
)
READINGS = Sentence(
    "found '{word}', which is no known word, above a column '{path}'; {evidence} as {means}; expected one meaning, so "
    "that it is not read",
    "栏“{path}”上方的“{word}”是不认识的词；读作“{means}”时，{evidence}；应只有一种含义，所以没有读",
)
NAMES_OF_CODES = Sentence(
    "{count} names below it are those of the codes beside it", "下面有 {count} 个名称与左边编码的官方名称一致"
)
CODES_BELOW = Sentence("{count} different codes of one classification below it", "下面有同一分类的 {count} 个不同编码")
NAMES_BELOW = Sentence("{count} names of one official classification below it", "下面有同一官方分类的 {count} 个名称")
NAMES_OF_ROWS = Sentence("{count} usual names of rows below it", "下面有 {count} 个常见的行名")
SUMS_HOLD = Sentence(
    "the sums within rows that it takes part in hold in {holds} of {cases} cases",
    "它所在的行内合计 {cases} 处中有 {holds} 处成立",
)
ELSEWHERE = Sentence(", and another table has its figures, row by row", "，另一张表也逐行有它的数字")
PROPOSED = Sentence("{meanings}: {evidence}", "{meanings}：{evidence}")
PLACE = Sentence("{file}, page {page}: {path}", "{file} 第 {page} 页：{path}")

UNKNOWN = Sentence(
    "found a column headed '{words}', with {count} filled cells; expected one of {expected}",
    "有一栏的表头是“{words}”，其中 {count} 个单元格有内容；程序认得的是：{expected}",
)
UNKNOWN_WORD = Sentence(
    "found a column headed '{words}', of which '{strange}' is not known, with {count} filled cells; expected one of "
    "{expected}",
    "有一栏的表头是“{words}”，其中“{strange}”不认识，该栏有 {count} 个单元格有内容；程序认得的是：{expected}",
)
NOTHING_ABOVE = Sentence("(nothing)", "（空白）")
NO_HEADER = Sentence(
    "found no header: the first row is '{texts}'; expected columns {expected}",
    "没有表头：第一行是“{texts}”；应有这些栏：{expected}",
)
MISSING = Sentence(
    "found no column headed '{headers}' ({role}); known columns found: {found}",
    "没有找到表头为“{headers}”的栏（{role}）；认出的栏有：{found}",
)
NONE = Sentence("none", "无")
