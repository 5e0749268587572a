"""What the files of the dataset and their fields mean, in Chinese; in English yusuan.schemas.dataset says it."""

from __future__ import annotations

FILES: dict[str, tuple[str, str]] = {
    "documents": ("文件", "每份交来的 PDF 一行，没有采用的也在内。"),
    "line_items": ("金额", "每个印出的金额一行：空白的单元格没有行，印出的零有一行。"),
    "findings": ("发现", "每处对不上、或程序没有读出的地方一行。"),
    "statements": ("文字说明", "表格前后的文字说明里写出的每个金额或百分比一行。"),
    "other_items": (
        "其他数字",
        "没有声明能读的表（或其中一栏）里的每个数字一行：照原样记下，并附上说明它那一行、那一栏的文字。它是什么意思，"
        "程序不下结论。",
    ),
    "performance_targets": (
        "绩效目标",
        "绩效目标表的每一行：表头的一个栏目、一个勾选的选项、一个子项目或一个指标。空白的单元格没有行。",
    ),
}
"""File → its title, and what it holds."""

_BOX_ORIGIN = "以 PDF 点为单位，从页面左上角量起"
_OF_ROW = "该行同时写明的"

FIELD_MEANINGS: dict[str, str] = {
    "document_id": "PDF 文件 SHA-256 校验值的前 12 位（十六进制）。",
    "path": "PDF 所在的路径；同一文件有几个路径时以“ | ”隔开。",
    "sha256": "整个文件的校验值。",
    "pages": "页数；读不出时为空。",
    "producer": "PDF 自己写明的制作软件。",
    "fiscal_year": "金额所属的年度。",
    "documents.fiscal_year": "文件所属的年度。",
    "statements.fiscal_year": "数字所属的年度；增减的，指后一年。",
    "stage": "文件的种类：预算或决算。",
    "entity": "编制单位或编制部门，照原文；原文没有写的，取封面、标题或文件名。",
    "documents.entity": "这是哪个部门（单位）的文件，照原文。",
    "entity_level": "部门或单位；看不出的为空。",
    "entity_from": "部门（单位）从哪里得知：文件页面自己写明；否则依文件名、文件夹或旁边的 sources.csv。",
    "year_from": "年度从哪里得知：文件页面自己写明；否则依文件名、文件夹或旁边的 sources.csv。",
    "other_document": "文字说明和表格分两个文件公布的，另一个文件的编号。",
    "tables": "读出的公布表的张数。",
    "line_items": "读出的金额个数。",
    "proved": "由钩稽关系证实的金额个数。",
    "unproved": "没有钩稽关系涉及的金额个数。",
    "contradicted": "与钩稽关系有矛盾的金额个数。",
    "in_doubt": "所在的钩稽关系不成立、又无法断定哪个数有误的金额个数。",
    "other_items": "“其他数字”中的个数。",
    "unread": "表里像金额、却没有进入任何文件的数字个数；“发现”里说明在哪里。",
    "documents.status": "已读全：整份读出；未读全：有表或数字没有读出；未采用：整份文件都不可信。",
    "reason": "为什么没有采用。",
    "reason_zh": "为什么没有采用。",
    "line_id": "由部门（单位）、年度、文件种类、表、收支、编码、项目及其上级、栏目、预算数或决算数算出的标识；重新读"
    "取或重新公布 PDF，它都不变。",
    "table": "公布的是哪张表；各年、各地的同一种表用同一个名称。",
    "row": "印出的行在整张表里的位置，从 1 起，不计表头。",
    "side": "收入或支出。",
    "classification": "该行按什么分类：功能分类、经济分类、收入来源、部门（单位）等。",
    "code": "分类编码，只有数字，类、款、项连写；没有印出编码的为空。",
    "level": "0 总计，1 类或“一、”，2 款或“1.”，3 项。",
    "item": "该行的名称，去掉序号和空格；“三公”经费和机关运行经费表没有行名，为空。",
    "measure": "这一栏是哪种金额；见下面“栏目”的说明。",
    "basis": "预算数或决算数。",
    "amount": "金额，单位为元，不论原文用什么单位。",
    "performance_targets.amount": "金额，单位为元，不论原文用什么单位；指标的，是其指标值所定的限额。",
    "other_items.amount": "金额，单位为元；不是金额、或没有写明单位的为空。",
    "printed": "照原文的金额，去掉空格。",
    "findings.printed": "原文印的内容。",
    "other_items.printed": "照原文的数字，去掉空格。",
    "unit": "原文的单位：元或万元。",
    "statements.unit": "原文的单位；百分比为 %。",
    "performance_targets.unit": "金额在原文的单位。",
    "other_items.unit": "原文的单位。",
    "is_leaf": "下面没有更细的行有这一栏的金额：同一张表、同一方（收入或支出）、同一栏目、同为预算数或决算数的末级各"
    "行相加，每一元恰好算一次。",
    "status": "已证实：至少有一条钩稽关系成立，且它不是哪条不成立的关系里可能有误的数；有矛盾：文件自己的算术表明它有"
    "误；"
    "存疑：所在的钩稽关系不成立，但无法断定哪个数有误；未证实：没有钩稽关系涉及它。",
    "statements.status": "已证实：与各表或其他文字核对，全部相符；有矛盾：有一处不符；未证实：没有可核对的。",
    "performance_targets.status": "金额的状态，与“金额”表的含义相同，依据绩效表内的合计。",
    "other_items.status": "已证实：在表内自己显示的合计之中，位数之多不会是巧合；未证实：不在任何合计之中。",
    "page": "PDF 的页码，从 1 起。",
    "statements.page": "句子开始的那一页，从 1 起。",
    "x0": f"单元格左边的位置，{_BOX_ORIGIN}。",
    "top": f"单元格上边的位置，{_BOX_ORIGIN}。",
    "x1": f"单元格右边的位置，{_BOX_ORIGIN}。",
    "bottom": f"单元格下边的位置，{_BOX_ORIGIN}。",
    "body": f"{_OF_ROW}单位。",
    "project": f"{_OF_ROW}项目。",
    "performance_targets.project": "绩效表的项目名称，去掉空格；表里没有的为空。",
    "economic_code": f"{_OF_ROW}部门预算支出经济分类编码。",
    "economic_item": f"{_OF_ROW}部门预算支出经济分类名称。",
    "government_economic_code": f"{_OF_ROW}政府预算支出经济分类编码。",
    "government_economic_item": f"{_OF_ROW}政府预算支出经济分类名称。",
    "corrected": "印出的金额有误时，由人核定的正确金额，单位为元；见 corrections.csv。",
    "finding": "在该文件内的序号，从 1 起。",
    "rule": "违反了哪条规则；见下面“规则”的说明，括号里是它固定的编号。",
    "severity": "错误：有数字或文字缺失或有误；提示：需要知道的事。",
    "findings.row": "表里印出的行，与“金额”表的行次相同。",
    "findings.measure": "金额所在的栏目，与“金额”表相同。",
    "expected": "应为多少，单位为元。",
    "difference": "印出的数减去应有的数，单位为元。",
    "cause": "公布方：公布的内容有误或可疑；程序：程序没有读出或判断不了。",
    "message": "用文字说明这个发现，写明是哪一行、哪些数字。",
    "message_zh": "用文字说明这个发现，写明是哪一行、哪些数字。",
    "statement": "在该文件内的序号，从 1 起，按阅读顺序。",
    "sentence": "照原文的句子，去掉空格和换行。",
    "subject": "句子说的是什么：一个栏目或事项、一个科目的编码（表里没有对得上的，则为其名称），或照原文。",
    "quantity": "是哪种数字：预算、决算、增减额、增减幅度、所占比重等。",
    "value": "数字，单位见“原单位”，小数位数照原文；减少的为负。",
    "performance_targets.value": "照原文的值，去掉空格；勾选框的，为勾选的那一项。没有值的指标、没有金额的子项目为空。",
    "form": "绩效表在该文件内的序号，从 1 起。",
    "line": "绩效表里的行，从 1 起，按阅读顺序。",
    "kind": "表头、子项目或指标。",
    "field": "这一行是什么；不认识的标签为空。",
    "label": "照原文的标签或栏目名，去掉空格；没有印出的为空。",
    "sub_project": "子项目的名称，去掉空格。",
    "level_1": "一级指标的名称。",
    "level_2": "二级指标的名称。",
    "level_3": "三级指标的名称；只有两级的表为空。",
    "comparator": "结果应与数字怎样比较，表里写明的才有。",
    "number": "指标值里的数字，小数位数照原文；值不是一个数字的为空。",
    "number_unit": "照原文的计量单位：数字自带的，或单独一栏里的。",
    "other_items.table": "表在该文件内的序号，从 1 起，所有的表都计算在内。",
    "title": "表上方的标题，照原文。",
    "column": "表格线划出的第几列，从 1 起。",
    "row_names": "说明这一行的文字，以“／”相连。",
    "column_names": "数字上方表头的文字，从上到下，以“／”相连。",
    # Columns that only the workbook has.
    "document_year": "文件所属的年度。",
    "document_stage": "文件的种类：预算或决算。",
    "leaf": "是：该行的金额都是末级；否：都不是；否则写明哪些栏目的金额是末级。参见“末级”。",
}
"""Field, with its file where it means something of its own there → what it means."""


def field_meaning(file: str, field: str) -> str:
    """What a field of a file means, in Chinese. Raises KeyError for one that is not described."""
    return FIELD_MEANINGS.get(f"{file}.{field}") or FIELD_MEANINGS[field]
