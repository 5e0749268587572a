"""What `explain` and `inspect` say of an amount and of a document."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Said, Sentence

# An amount.
AMOUNT = Sentence(
    "  {amount} yuan, printed {printed} {unit}, {status}", "  {amount} 元，原文写作 {printed} {unit}，{status}"
)
FROM_PICTURE = Sentence("  read by a program from a picture of the page{repaired}", "  由程序从页面图片识别{repaired}")
REPAIRED = Sentence(
    ": as {read_as} at first, and put right because sums and the picture agree on what is printed",
    "：原识别为 {read_as}，因几处合计与图片都支持另一读法而改正",
)
READ_AS_FIRST = Sentence(" (read as {read_as} at first)", "（原识别为 {read_as}）")
WHOSE = Sentence("  {entity} ({level}), {stage} of {year}", "  {entity}（{level}），{year} 年{stage}")
IN_TABLE = Sentence("  {table}, row {row}, {side}", "  {table}，第 {row} 行，{side}")
PLACE = Sentence("  {path}, page {page}, cell at {box} points", "  {path}，第 {page} 页，单元格在 {box} 点处")
NO_IDENTITY = Sentence(
    "  takes part in 0 identities: nothing else must equal it or contain it",
    "  没有钩稽关系涉及它：没有别的数必须与它相等或包含它",
)
IDENTITIES = Sentence("  takes part in {count} identities:", "  涉及它的钩稽关系有 {count} 条：")
HOLDS = Said("holds", "成立")
FAILS = Said("FAILS", "不成立")
MAY_DIFFER = Said("differs, which may be right", "不相等，但可能有正当原因")
DIFFERENCE = Sentence("    difference {amount}{allowed}", "    相差 {amount}{allowed}")
ALLOWED = Sentence("; rounding accounts for {amount}", "；四舍五入可以造成 {amount}")
LEFT, RIGHT = Said("left ", "左边"), Said("right", "右边")
BLANK = Said("blank", "空白")
ON_PAGE = Sentence("{printed} on page {page}", "{printed}（第 {page} 页）")
OPERAND = Sentence(
    "    {side} {table} row {row} {name} {measure}: {amount}",
    "    {side} {table}第 {row} 行 {name} {measure}：{amount}",
)

NOT_READ_ANY_MORE = Sentence(
    "line {line} is not read from its document any more: run yusuan run again",
    "现在从这份文件里读不出数据行 {line} 了：请再运行 yusuan run",
)
NO_DATASET = Sentence("no dataset: {path} is not there", "没有数据集：{path} 不存在")
NOT_OF_A_DATASET = Sentence(
    "{path} could not be read: {error}; expected a file of a dataset", "{path} 读不了：{error}；应为数据集的文件"
)
NO_SUCH_LINE = Sentence("no {column} {value} in {path}", "{path} 里没有 {column} {value}")
PDF_GONE = Sentence(
    "the document {document} is not at {path} any more, or has changed; expected its PDF there, or the folder that it lies "
    "in, as --pdfs",
    "文件 {document} 已不在 {path}，或已改动；应在那里，或用 --pdfs 指出它所在的文件夹",
)

# A document.
SEEN = Sentence(
    "{pages} pages, {tables} ruled tables, {forms} performance-target forms",
    "共 {pages} 页，有线框的表 {tables} 张，绩效目标表 {forms} 张",
)
READ_AS = Sentence("read as a {stage}: {tables} of its tables are understood", "按{stage}读：认出 {tables} 张表")
FORM = Sentence(
    "form on page {page}: '{title}', {parts} ruled areas", "绩效目标表在第 {page} 页：“{title}”，线框 {parts} 处"
)
PAGE = Sentence(
    "page {page}: {lines} lines of text outside tables, {tables} ruled areas",
    "第 {page} 页：表外文字 {lines} 行，线框 {tables} 处",
)
CONTINUES = Sentence("  continues the table of page {page}: {rows} rows", "  接第 {page} 页的表：{rows} 行")
TABLE = Sentence("  table of {rows} rows and {columns} columns at {box}", "  表，{rows} 行 {columns} 栏，位置 {box}")
TITLE = Sentence("    title  {title}", "    标题   {title}")
UNIT = Sentence("    unit   {unit}    body  {body}", "    单位   {unit}    编制者  {body}")
NONE = Said("(none)", "（无）")
IS = Sentence("    is     {table}", "    认作   {table}")
NOT_UNDERSTOOD = Sentence(
    "    not understood: {why}; its figures are in other_items", "    没有认出：{why}；其数字在 other_items 里"
)
NO_TITLE = Said("it has no title", "没有标题")
WORDS_DO_NOT_TELL = Said("its words do not tell what it is", "从词语看不出是什么表")
HEADER = Sentence("    header {words}{years}  →  {meaning}", "    表头   {words}{years}  →  {meaning}")
NOTHING_WRITTEN = Said("(nothing)", "（空）")
YEARS = Sentence(" ({years})", "（{years}）")
UNKNOWN_WORDS = Sentence("no word of the vocabulary: {words}", "词表里没有：{words}")
UNKNOWN_ORDER = Said("known words, in no known order", "词都认识，但这样排列没见过")
MISSING_COLUMN = Sentence(
    "    missing a column headed {headers} ({role} of {table})", "    缺少表头为{headers}的栏（{table}的{role}）"
)
ROW = Sentence("    row    {cells}", "    行     {cells}")
LIST = Sentence("list {number}", "第 {number} 列表")
YEARS_BEFORE = Sentence("{years} year before", "{years} 年前")
