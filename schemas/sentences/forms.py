"""What is said of forms of performance targets (绩效目标表)."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Sentence

FORM = Sentence("form {number}: {said}", "第 {number} 张绩效目标表：{said}")
OF_PROJECT = Sentence("form {number} '{project}': {said}", "第 {number} 张绩效目标表“{project}”：{said}")

FAILED_ON_ALL = Sentence(
    "the program failed on the forms: {error}; none is read", "程序在读取绩效目标表时出错：{error}；各表均未读取"
)
FAILED = Sentence(
    "the program failed on the form '{title}': {error}; it is not read",
    "程序在读取“{title}”时出错：{error}；此表未读取",
)
NOTHING_FOUND = Sentence(
    "found nothing in the form '{title}'; expected labels with values",
    "“{title}”中什么也没有读到；应有栏目名称和所填内容",
)
NO_PART = Sentence(
    "found a ruled area behind '{title}' (page {page}) that is no part of it: '{text}'; expected rows "
    "or columns that continue it",
    "在“{title}”（第 {page} 页）之后有一块画了表格线的区域，不是它的一部分：“{text}”；应为接续该表的行或栏",
)
IN_REPEATED_HEADER = Sentence(
    "found '{text}' in the header that is printed again; expected the header alone",
    "在次页重复的表头里有“{text}”；那里应只有表头",
)

TURNED = Sentence(
    "found {count} turned glyphs on its page; they are left out", "所在页有 {count} 个旋转排印的字符，未读入"
)
NO_RECTANGLE = Sentence(
    "found lines that enclose an area that is no rectangle; expected cells; its text is not read",
    "表格线围成的区域不是矩形，应为单元格；其中的文字未读取",
)
UNMAPPED = Sentence(
    "found characters without a meaning in '{text}'; it is not written", "“{text}”中有无法识别的字符，未写入"
)
OVER_BORDER = Sentence(
    "found '{text}' over the border of its cell; part of it may be another's",
    "“{text}”超出了单元格边线，其中可能有相邻单元格的内容",
)
NO_VALUE = Sentence(
    "found the label '{label}' without a value beside or below it", "栏目“{label}”的右边和下方都没有所填的内容"
)
NEITHER = Sentence(
    "found '{text}', which is neither a label nor the value of one", "“{text}”既不是栏目名称，也不是哪个栏目所填的内容"
)
UNKNOWN_LABEL = Sentence(
    "found the label '{label}'{times}{value}, that no declaration knows",
    "有程序不认识的栏目“{label}”{times}{value}",
)
TIMES = Sentence(" {count} times, first", "（共出现 {count} 次，这里是第一次）")
WITH_VALUE = Sentence(", with the value '{value}'", "，所填内容为“{value}”")
UNTOLD_FIGURES = Sentence(
    "found figures that no label beside or above them tells ({count}): {shown}, {under}they are in other_items",
    "有 {count} 个数字，旁边和上方都没有栏目说明是什么：{shown}；{under}已写入 other_items",
)
UNDER = Sentence("under {headers}; ", "在{headers}之下；")

NO_BOX_READ = Sentence(
    "'{label}': found several choices and no box that could be read", "“{label}”：有几个选项，但没有能读出的选择框"
)
UNCLEAR = Sentence("'{label}': {problem}", "“{label}”：{problem}")
NO_TURNS = Sentence(
    "boxes and words do not take turns, so that it cannot be told which box is whose",
    "选择框与选项文字没有一一相间，无法判断哪个框属于哪个选项",
)
SOME_WITHOUT_BOX = Sentence(
    "some choices have no box, so that it cannot be told which of them is ticked",
    "有的选项没有选择框，无法判断勾选了哪一项",
)
HALF_TICKED = Sentence(
    "the box of '{choice}' is neither empty nor ticked", "“{choice}”的选择框既不是空的，也不是打勾的"
)
TICKED_AND_CROSSED = Sentence(
    "some boxes are ticked and others crossed, which may mean yes or no",
    "有的框打勾，有的框打叉，打叉可能表示是，也可能表示否",
)
NONE_TICKED = Sentence(
    "found no box ticked for {field}; expected at least one", "{field}一项也没有勾选；应至少勾选一项"
)
SOME_CHOICE = Sentence("a choice", "选项")

NO_UNIT = Sentence(
    "found '{text}' as '{label}' without a unit; expected one of {units}",
    "“{label}”填的是“{text}”，没有单位；应写明{units}之一",
)
AMOUNT_OVER_BORDER = Sentence(
    "found '{text}' as '{label}' over the border of its cell; expected a number within it",
    "“{label}”填的“{text}”超出了单元格边线；数字应在单元格之内",
)
NO_AMOUNT = Sentence("found {error} as '{label}'; expected an amount", "“{label}”填的不是金额：{error}；应为金额")
ROUNDED = Sentence(
    "found '{text}' as '{label}', finer than a fen; it is rounded to the fen",
    "“{label}”填的是“{text}”，小数精确到分以下；已四舍五入到分",
)

AMOUNT = Sentence("'{label}' {yuan:,.2f}", "“{label}”{yuan:,.2f} 元")
EXPECTED = Sentence(
    ", expected {expected:,.2f}, unless another of these figures is wrong",
    "；应为 {expected:,.2f} 元，除非错的是其中另一个数",
)
PART_IS_MORE = Sentence(
    "{part} is more than {total}, of which it is a part", "{part}，大于{total}，而前者是后者的一部分"
)
YEAR_IS_MORE = Sentence("{year} is more than {whole}, the whole", "{year}，大于总额{whole}")
NOT_SUM_OF_PARTS = Sentence("{total} is not the sum of its parts {parts}", "{total}，不等于各项之和 {parts}")
NOT_SUM_OF_PROJECTS = Sentence(
    "{total} is not the sum of the {count} sub-projects", "{total}，不等于 {count} 个子项目之和"
)

MORE_PROJECTS = Sentence(
    "found forms of {found} projects; the prose speaks of {count}",
    "有 {found} 个项目的绩效目标表，而文字说明里说的是 {count} 个",
)
PROJECTS_DIFFER = Sentence(
    "the forms of {which} projects ({found} of {count}) sum up to {total:,.2f} for the year; the prose states "
    "{stated:,.2f} for all of them",
    "{which}项目的绩效目标表（{count}中的 {found} 个）年度资金合计为 {total:,.2f} 元；文字说明里所有项目共"
    " {stated:,.2f} 元",
)
ALL = Sentence("all", "全部")
SOME = Sentence("some of the", "部分")
SO_MANY = Sentence("{count}", "{count} 个")
UNKNOWN_NUMBER = Sentence("an unknown number", "总数不详的项目")
