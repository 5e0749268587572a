"""What is said of the prose of a document (文字说明): what it states, against the tables and against itself."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Sentence

OF_SUBJECT = Sentence("{subject}: {said}", "{subject}：{said}")
SAID_AGAIN = Sentence("{said}; page {pages} says so too", "{said}；第 {pages} 页也是这样写的")

IN_TABLE = Sentence("{table}", "{table}中")
OF_CODE = Sentence("{code} in the tables", "表中 {code} 科目")
SAYS = Sentence("the prose says {stated} on page {page}", "第 {page} 页的文字说明写的是 {stated}")
DIFFERS = Sentence("the prose says {stated}, but {where} has {figure}", "文字说明写的是 {stated}，而{where}为 {figure}")
FIGURE_CUT_OFF = Sentence(
    "{figure} in the tables was cut off to {stated}, not rounded",
    "表中为 {figure}，写成了 {stated}，舍去了尾数，没有四舍五入",
)
OVER_LIMIT = Sentence(
    "{stated} is more than all {limit} of the table, {most}", "写的是 {stated}，大于表中的全部{limit} {most}"
)
NO_SUCH_LINE = Sentence(
    "the tables of expenditure from appropriations have no such line", "财政拨款支出各表中没有这一科目"
)
NO_SUCH_LINES = Sentence(
    "found {count} items in the prose that the tables of expenditure from appropriations have not, first {first}; rows of "
    "the tables may not have been read, so nobody is accused by that",
    "文字说明中有 {count} 个科目在财政拨款支出各表中没有，第一个是{first}；可能是表中有行未能读出，故不据此指错",
)
OTHER_CODE = Sentence("the tables give this name the code {code}", "表中这一名称的编码是 {code}")
OTHER_NAME = Sentence(
    "{code} is named '{table}' in the tables, not '{prose}'", "{code} 在表中的名称是“{table}”，不是“{prose}”"
)
NOT_LISTED = Sentence(
    "the prose lists the items of expenditure, but not {lines}", "文字说明逐项列出了支出科目，但没有列出 {lines}"
)

FIGURE_OF_TABLES = Sentence("{figure} in the tables", "{figure}（表中的数）")
SHARE_CUT_OFF = Sentence(
    "{true:.2f}% was cut off to {stated}, not rounded", "算得 {true:.2f}%，写成了 {stated}，舍去了尾数，没有四舍五入"
)
SHARE_ROUNDED_APART = Sentence(
    "{part} of {whole} is {true:.3f}%, not {stated}; shares may be made to sum up to 100",
    "{part}除以 {whole}，得 {true:.3f}%，而写的是 {stated}；各项比重可能为了凑成 100% 而调整过",
)
SHARE_DIFFERS = Sentence(
    "{part} of {whole} is {true:.2f}%, not {stated}", "{part}除以 {whole}，得 {true:.2f}%，而写的是 {stated}"
)

CHANGE_AMOUNT = Sentence("a change of {change}", "增减额为 {change}")
CHANGE_PERCENT = Sentence("a change of {change:+.2f}%", "增减幅度为 {change:+.2f}%")
CHANGE_CUT_OFF = Sentence(
    "{change} was cut off to {stated}, not rounded", "{change}，写成了 {stated}，舍去了尾数，没有四舍五入"
)
CHANGE_DIFFERS = Sentence(
    "{new} against {old} is {change}, not {stated}", "{new}与 {old}相比，{change}，而写的是 {stated}"
)
BELOW_ZERO = Sentence(
    "an increase of {stated} to {reached} would come from less than nothing",
    "增加额写的是 {stated}，增加后是 {reached}，那么增加前小于零",
)
SEVERAL_DIRECTIONS = Sentence(
    "'{words}' says that it changed in several directions at once", "“{words}”同时说了不止一个增减方向"
)
NOT_BOTH = Sentence("'{words}' and {stated} cannot both be", "“{words}”与 {stated}不能同时成立")
YEAR_ITSELF = Sentence(
    "a {document} of {year} is compared with {year} itself", "{year} 年的{document}与 {year} 年自己相比"
)
OTHER_YEAR = Sentence("speaks of {spoken} in a {document} of {year}", "{year} 年的{document}里说到 {spoken} 年")
REPEATED = Sentence("one {place} says {one} and {other}", "同一{place}里写了 {one}和 {other}两个数")
PARAGRAPH = Sentence("paragraph", "段文字")
DOCUMENT = Sentence("document", "文件")
TABLES_HAVE = Sentence("; the tables have {figure}", "；表中为 {figure}")
PART_IS_MORE = Sentence(
    "{part} is more than {whole} of {subject}, which it is a part of",
    "写的是 {part}，大于{subject}的 {whole}，而它是后者的一部分",
)
SIDES_CHANGE = Sentence("changes by {one}, but {subject} by {other}", "增减 {one}，而{subject}增减 {other}")
IS = Sentence("is", "写的是")
ITS_CHANGE_IS = Sentence("its change is", "增减额写的是")
PARTS_DIFFER = Sentence(
    "{what} {total}, but its parts {parts} sum up to {sum}", "{what} {total}，而各项之和（{parts}）是 {sum}"
)
LISTED_DIFFER = Sentence(
    "is {total}, but the {count} items listed sum up to {sum}", "写的是 {total}，而所列 {count} 个科目之和是 {sum}"
)

UNCLEAR = Sentence(
    "found {count} figures or sentences in the prose that do not fit the tables or each other as they are "
    "read by the words of the field, first {first}; nobody is accused by them",
    "文字说明中有 {count} 处数字或句子，按预算用语的一般含义来读，与表不符或彼此不符，第一处是{first}；"
    "不据此认定任何一方有误",
)
NOT_READ = Sentence(
    "{count} {count:?sentence|sentences} with a figure could not be read; the first is '{text}'",
    "有 {count} 句带数字的话没有读出，第一句是“{text}”",
)
