"""What is said of documents against each other. Of none is it said that it is the one that is wrong."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Sentence

DOCUMENT = Sentence("document {id}, {path}", "文件 {id}，{path}")
ROW = Sentence("row {row} {name}{measure}", "第 {row} 行{name}的{measure}")
NAME = Sentence("'{name}' ", "“{name}”")
OF_UNIT = Sentence("{place} of {unit}", "{place}（所指单位：{unit}）")

OTHER = Sentence("{kind} ({document})", "{kind}（{document}）")
BUDGET = Sentence("the budget of {year}", "同一部门（单位）{year} 年的预算")
FINAL_ACCOUNT = Sentence("the final account of {year}", "同一部门（单位）{year} 年的决算")
OF_THAT_UNIT = Sentence("the {stage} of {year} of that unit", "该单位 {year} 年的{stage}")

PLANNED = Sentence("was planned for {year}", "所写的 {year} 年预算数是")
SPENT = Sentence("was spent or received in {year}", "所写的 {year} 年执行数（决算数）是")
IS_THAT_UNITS = Sentence("is that unit's", "所写的该单位的数是")

DIFFERS = Sentence(
    "{place}: this document says that {own} {says}, {other} says {said}",
    "{place}：本文件{says} {own}，而{other}中是 {said}",
)
NOT_COMPARABLE = Sentence(
    "{what}: found {differ} of {all} figures to be others than in {other}, so that the two may not "
    "count the same things; the first is {place}: this document says that {own} {says}, the other {said}",
    "{what}有 {all} 个数可以比较，其中 {differ} 个与{other}不同，两者的口径可能不一样；第一个是{place}："
    "本文件{says} {own}，另一份是 {said}",
)
TABLE = Sentence("table {table}", "{table}中")
PROSE = Sentence("the prose", "文字说明中")

MORE_IN_ALL = Sentence(
    "{place}: this document says that the department has {own} in all, but {count} of "
    "the units that it names have {total} together ({shown}{rest})",
    "{place}：本文件所写的部门总数是 {own}，而其中列出的 {count} 个单位合起来是 {total}（{shown}{rest}）",
)
UNIT_HAS = Sentence("{document}: {figure}", "{document}：{figure}")
AND_MORE = Sentence(" and {count} more", "，另有 {count} 个单位")

HALVES_DIFFER = Sentence(
    "this document is a text without tables, and {other}, beside it, tables without a text; as one "
    "publication they would say the same of body, level and year, but found {differ}",
    "本文件只有文字没有表，同一文件夹里的另一份（{other}）只有表没有文字；如果两者是同一次公布的，"
    "所写的单位、级别（部门或单位）和年度应当一致，但{differ}",
)
HERE_AND_THERE = Sentence("{here} here, {there} there", "本文件写的是“{here}”，另一份是“{there}”")

REPUBLISHED = Sentence(
    "found the {stage} of {year} of {entity} ({level}), which document {id} ({path}) gives too; expected one; both "
    "are written, do not add them up; {differ} of {both} figures that both give differ, {here} only here, {there} "
    "only there{later}",
    "{entity}（{level}）{year} 年的{stage}，文件 {id}（{path}）也公布了；应当只有一份；两份都已写入，不要相加；"
    "两份都有的 {both} 个数中有 {differ} 个不同，只在本文件的有 {here} 个，只在另一份的有 {there} 个{later}",
)
FIGURES_DIFFER = Sentence(
    "found {differ} of {both} figures that two documents give to differ between them; the first is "
    "{place}: this document says {own}, {other}, says {said}{later}",
    "两份文件都有的 {both} 个数中有 {differ} 个不同；第一个是{place}：本文件写的是 {own}，"
    "另一份（{other}）是 {said}{later}",
)
LATER = Sentence(
    "; by the dates within the files ({own}, the other {other}) {which} is later",
    "；按文件内部的日期（本文件 {own}，另一份 {other}），{which}较晚",
)
THIS_ONE = Sentence("this one", "本文件")
THE_OTHER = Sentence("the other", "另一份")
