"""What is said of pages that were read from pictures."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Sentence

SCANNED = Sentence(
    "found a picture of a page instead of text; a program read it, {count} {count:?figure|figures} among it: compare what "
    "matters with the page",
    "这一页没有文字，只是一幅图片，由程序识别，其中有 {count} 个数字：重要的数请与原页核对",
)
PICTURED = Sentence(
    "found {tables} {tables:?picture|pictures} of a table among the text; a program read {tables:?it|them}, {count} "
    "{count:?figure|figures} among it: compare what matters with the page",
    "文字之间有 {tables} 张表格的图片，由程序识别，其中有 {count} 个数字：重要的数请与原页核对",
)
GARBLED = Sentence(
    "found text that is no text, as “{text}”; a program read the page from what is seen of it, {count} "
    "{count:?figure|figures} among it: compare what matters with the page",
    "这一页的文字是乱码，如“{text}”，由程序按所见图像识别，其中有 {count} 个数字：重要的数请与原页核对",
)
REPAIRED = Sentence(
    "row {row} {name}: {measure} was read as {read_as}; put right to {now}, because {count} failing sums or equalities hold "
    "with it ({reasons}) and the picture may as well be read so",
    "第 {row} 行{name}：{measure}识别为 {read_as}，已改正为 {now}：这样原来不成立的 {count} 条钩稽关系成立（{reasons}），"
    "图片也可以这样读",
)
UNSURE = Sentence(
    "{said}; or a figure was misread: {table} row {row} {name}, {measure}, was read as {read_as}, and its picture may as "
    "well be {other}, with which this holds",
    "{said}；也可能是识别有误：{table}第 {row} 行{name}的{measure}识别为 {read_as}，图片也可以读作 {other}，这样就成立",
)
ODD_FORM = Sentence(
    "found {count} {count:?figure|figures} printed otherwise than the others of {count:?its|their} column, first {first}; "
    "a point or a comma may have been misread, so that they are not taken. Behind them stands 〓",
    "有 {count} 个数字的写法与同栏其他数字不同，第一个是 {first}；可能认错了小数点或逗号，没有采用。其后标以〓",
)
NAME_BY_CODE = Sentence(
    "row {row}: the name was read as {read_as}; taken for {name}, the official name of {code}",
    "第 {row} 行：名称识别为{read_as}，按科目编码 {code} 取其正式名称{name}",
)
CODE_UNSURE = Sentence(
    "row {row}: found the code {code} beside {name}; expected one of its classification: it may be misread, so that "
    "nothing of the row is proved",
    "第 {row} 行：{name}的编码识别为{code}，不是这种分类的编码；可能认错，所以该行的数不算已证实",
)
CODES_UNLISTED = Sentence(
    "found {count} {count:?row|rows} with a code beside which no official name of it stands, first {code} in row {row}; "
    "expected one that shows that the code was read rightly: nothing of these rows is proved",
    "有 {count} 行的编码旁边没有它的正式名称，第一处是第 {row} 行的{code}；应有正式名称来证实编码没有认错：这些行的数不算已证实",
)
NO_NAME = Sentence(
    "row {row}: found no name in a table whose rows have some; it may not have been read, so that nothing of the row is "
    "proved",
    "第 {row} 行：没有名称，而表中各行都有；可能没有识别出来，所以该行的数不算已证实",
)
NAME_NEARLY = Sentence(
    "row {row}: the name was read as {read_as}, which is nearly, and not quite, {name}; it may be misread, so that "
    "nothing of the row is proved",
    "第 {row} 行：名称识别为{read_as}，与{name}相近而不同；可能认错，所以该行的数不算已证实",
)
ROW_UNSURE = Sentence("{said}; or the code or the name was misread", "{said}；也可能是编码或名称识别有误")
BODY_TAKEN = Sentence(
    "the body above the table was read as {read_as}; taken for {name}, whose document it is",
    "表上方的编制单位识别为{read_as}，取本文件的单位{name}",
)
BODY_UNSURE = Sentence(
    "the body above the table was read as {read_as}, which is nearly, and not quite, {name}, whose document it is; it may "
    "be misread, so that nothing of the table is proved",
    "表上方的编制单位识别为{read_as}，与本文件的单位{name}相近而不同；可能认错，所以该表的数不算已证实",
)
NAME_HARDLY = Sentence(
    "row {row}: the name was read as {read_as}, of which some sign was hardly made out; expected a clear picture",
    "第 {row} 行：名称识别为{read_as}，其中有字看不清；应为清楚的图片",
)
DIRT = Sentence(
    "{said}; or what was read there is no figure: a stroke of a stamp, or dirt",
    "{said}；也可能那里并没有数字，只是印章的笔画或污迹",
)
WORDS_UNSURE = Sentence("{said}; or words were misread", "{said}；也可能是文字识别有误")
NOT_RECOGNISED = Sentence(
    "found {count} {count:?piece|pieces} of ink outside of tables that could not be recognised; expected text",
    "表格之外有 {count} 处笔迹没有认出；应为文字",
)
STATEMENT_UNSURE = Sentence("{said}; or the sentence was misread", "{said}；也可能是文字识别有误")
NAME_UNSURE = Sentence(
    "row {row}: the name was read as {read_as}, and the official name of {code} is {name}; expected the same: the code "
    "or the name may be misread, and both stay as they were read",
    "第 {row} 行：名称识别为{read_as}，而编码 {code} 的正式名称是{name}；两者应当一致：编码或名称可能认错，都照识别的保留",
)
