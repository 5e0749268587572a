"""What `diff` and `check` say of two datasets."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Said, Sentence

NO_DIFFERENCE = Said("no difference", "没有不同")
FILES = {
    "documents": Said("documents", "份文件"),
    "line_items": Said("amounts", "个金额"),
    "findings": Said("findings", "个发现"),
    "statements": Said("statements", "个文字中的数字"),
    "other_items": Said("other_items", "个按原样录入的数字"),
    "performance_targets": Said("lines of forms", "行绩效目标"),
}
COUNTED = Sentence("{count} {what} {done}", "{count} {what}{done}")
DONE = {
    "added": Said("added", "新增"),
    "removed": Said("removed", "去掉"),
    "changed": Said("changed", "改变"),
    "moved": Said("moved", "换了位置"),
    "status": Said("with another status", "换了状态"),
    "relabelled": Said("relabelled", "换了名称"),
}
KINDS = {**DONE, "status": Said("status", "状态")}
AND_MORE = Sentence("and {count} more", "还有 {count} 处")
PAGE = Sentence("page {page}", "第 {page} 页")
HEADINGS = Said("file | table | page | | what | before | after", "文件 | 表 | 页 | | 内容 | 原来 | 现在")
