"""What a program is told that reads documents with `import yusuan`, and what the lists of `yusuan tables` say."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Said, Sentence

NO_SUCH_TABLE = Sentence(
    "found no table {wanted}; expected one of {known}", "没有名为 {wanted} 的表；应为其中之一：{known}"
)
NO_SUCH_PLACE = Sentence(
    "found no table at place {wanted}; expected a place below {count}, the number of tables",
    "第 {wanted} 处（从 0 数起）没有表；共有 {count} 张表",
)
NO_TABLES = Said("none: the document has no table", "无：文件里没有表")
NO_SUCH_PAGE = Sentence(
    "found no page {wanted}; expected one from 1 to {count}", "没有第 {wanted} 页；应在 1 至 {count} 之间"
)
NOT_SHOWN = Sentence("page {page} cannot be drawn: {error}", "第 {page} 页画不出来：{error}")
NO_SUCH_READER = Sentence(
    "found no reader {wanted}; expected one of {known}", "没有名为 {wanted} 的读取方式；应为其中之一：{known}"
)
NOT_A_SOURCE = Sentence(
    "found {kind}; expected a path, the bytes of a PDF, or a file opened with mode 'rb'",
    "给出的是 {kind}；应为路径、PDF 的字节，或以 'rb' 方式打开的文件",
)

# Lists of tables.
LIST = Sentence(
    "{path}: {status}, {pages} {pages:?page|pages}, {tables} {tables:?table|tables}",
    "{path}：{status}，{pages} 页，{tables} 张表",
)
STATUSES: dict[str, Said] = {
    "accepted": Said("read whole", "已读全"),
    "incomplete": Said("read in part", "未读全"),
    "quarantined": Said("refused", "未采用"),
}
REASON = Sentence("  {reason}", "  {reason}")
ROW = Sentence("{number:>4}  page {pages}  {name}: {became}", "{number:>4}  第 {pages} 页  {name}：{became}")
NAMED = Sentence("{title} ({id})", "{title}（{id}）")
UNTITLED = Said("without a title", "无标题")
AMOUNTS = Sentence("{count} {count:?amount|amounts}", "{count} 个金额")
CONTRADICTED = Sentence("{count} contradicted", "{count} 个有矛盾")
DOUBTFUL = Sentence("{count} in doubt", "{count} 个存疑")
OTHERS = Sentence("{count} {count:?figure|figures} as printed", "{count} 个数字照原样收录")
TARGETS = Sentence("{count} {count:?line|lines} of a form", "绩效目标 {count} 行")
UNREAD = Sentence("{count} unread", "{count} 处没读出")
NO_FIGURES = Said("no figures", "没有数字")

# Files of tables.
NEEDS_OUT = Sentence("found no --out; expected {expected} for {what}", "没有给出 --out；{what}应写到{expected}")
A_FOLDER = Said("a folder", "一个文件夹")
A_FILE = Said("a file", "一个文件")
SEVERAL_CSV = Said("the CSV of several tables", "多张表的 CSV ")
A_WORKBOOK = Said("a workbook", "工作簿")
OVER_ITSELF = Sentence("{path} is the PDF itself; expected another file", "{path} 就是那份 PDF；应为另一个文件")
NOT_A_FORMAT = Sentence(
    "found the format '{found}'; expected one of {expected}", "没有“{found}”这种格式；应为其中之一：{expected}"
)
NO_NUMBER = Sentence(
    "found no table {wanted}; expected a number from 1 to {count}, or an id: {known}",
    "没有 {wanted} 号表；应为 1 至 {count} 的编号，或表的 id：{known}",
)
