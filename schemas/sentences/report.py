"""What the pages of a report say: what python puts together, and the texts that their scripts show."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Said, Sentence

NO_PICTURES = Said(
    "there are no pictures of its pages and no identities. The place of each cell is given in points all the same.",
    "没有页面图像，也不显示等式。单元格的位置仍以坐标给出。",
)
REFUSED = Said("The document was not taken; its pages are not shown.", "文件未被采用，不显示页面图像。")
NOT_FOUND = Sentence(
    "The PDF was not found, or its content has changed: {nothing}", "找不到原 PDF（或其内容已改变），{nothing}"
)
LOST = Sentence("The PDF could not be shown ({rule}): {nothing}", "原 PDF 无法显示（{rule}），{nothing}")
NO_PICTURE = Said("The PDF could not be shown; there is no picture of a page.", "原 PDF 无法显示，没有页面图像。")
NOT_MADE = Sentence("no picture could be made: {error}", "无法生成页面图像：{error}")

ROW = Sentence("row {row}", "第 {row} 行")
ROW_AND_SIDE = Sentence("row {row}, {side}", "第 {row} 行，{side}")
WRITTEN_AND_CORRECTED = Sentence(
    "{printed} {unit} (corrected to {corrected} yuan)", "{printed} {unit}（更正为 {corrected} 元）"
)
WRITTEN_AND_REPAIRED = Sentence(
    "{printed} {unit} (read from a picture, as {read_as} at first)",
    "{printed} {unit}（由图片识别，原识别为 {read_as}）",
)
ADDRESS = Sentence(" Published at {url}", "公布于 {url}")

CITATION = Said(
    "{source}, table “{title}”, {place}, {name}, {measure}, {period}: {amount} yuan (printed as {written}), page "
    "{page}.{note} SHA-256 of the PDF: {sha256}; line_id: {line_id}.{address}",
    "{source}，《{title}》{place}，{name}，{measure}，{period}：{amount} 元（写作 {written}），第 {page} 页。{note}"
    "PDF 的 SHA-256：{sha256}；行号标识 line_id：{line_id}。{address}",
)
"""How an amount is cited; the script of a page fills the places in."""

NOTES: dict[str, Said] = {
    "proved": Said("", ""),
    "unproved": Said(" No other figure of the document proves it.", "文件内没有其他数字可证实此数。"),
    "in_doubt": Said(
        " A sum or an equality that it stands in does not hold; which figure is wrong, or whether the program "
        "misunderstood the table, cannot be told.",
        "此数所在的钩稽关系不成立，无法断定是哪个数有误，还是程序没有看懂这张表。",
    ),
    "contradicted": Said(" Other figures of the document contradict it.", "此数与文件内其他数字矛盾。"),
}
"""What a citation says of the status of an amount."""

SCRIPT: dict[str, Said] = {
    "close": Said("Close", "关闭"),
    "amount": Said("{amount} yuan", "{amount} 元"),
    "written": Said("  printed as {written}, ", "　写作 {written}，"),
    "proved": Said("proved", "已证实"),
    "unproved": Said("unproved: no identity has it", "未证实：没有等式涉及"),
    "in_doubt": Said(
        "△ in doubt: an identity with it fails, and which figure is wrong cannot be told",
        "△ 存疑：所在等式不成立，无法断定哪个数有误",
    ),
    "contradicted": Said("▲ contradicted", "▲ 有矛盾"),
    "stands": Said(
        "{period}, {measure} ({id}); {title} ({table}), {place}",
        "{period}，{measure}（{id}）；载于《{title}》（{table}）{place}",
    ),
    "box": Said("page {page}, ({box}) points", "第 {page} 页，({box}) 点"),
    "none": Said("No identity has this figure.", "没有等式涉及这个数。"),
    "between": Said(", ", "，"),
    "blank": Said("({count} blank)", "（{count} 格空白）"),
    "colon": Said(": ", "："),
    "difference": Said("differ by {difference} yuan", "相差 {difference} 元"),
    "tolerance": Said("; rounding may make {tolerance} yuan", "；四舍五入可有 {tolerance} 元"),
    "holds": Said("holds", "成立"),
    "near": Said("holds within rounding", "在四舍五入的范围内"),
    "doubt": Said("not equal, but there may be a reason", "不等，但可能另有原因"),
    "fails": Said("fails", "不成立"),
    "cite": Said("Copy citation", "复制引用"),
    "link": Said("Copy link", "复制链接"),
    "copied": Said("Copied", "已复制"),
    "not_copied": Said("Not copied: select the text by hand", "未能复制：请手工选取文字"),
    "pdf": Said("PDF, page {page}", "打开 PDF 第 {page} 页"),
    "citation": CITATION,
}
"""Text → what the script of a document's page shows; places in braces are filled in by it."""

LINE_PAGE: dict[str, Said] = {
    "looking": Said("Looking for {id} …", "正在查找 {id} ……"),
    "none": Said(
        "No document of this report has an amount with the line_id {id}. Its document may not be in the dataset, or "
        "its row may have another name, year or table now.",
        "这份报告的文件里没有行号标识为 {id} 的数。它的文件可能不在数据集里，或该行的名称、年度、所在的表已有变化。",
    ),
    "several": Said(
        "{count} documents have an amount with the line_id {id}:", "有 {count} 份文件都有行号标识为 {id} 的数："
    ),
    "odd": Said(
        "“{id}” is no line_id; one has 16 digits from 0 to f.", "“{id}”不是行号标识；行号标识是 16 位十六进制数字。"
    ),
}
"""Text → what the page that finds a line says."""

SHEET = Said("Source", "出处")
FROM: tuple[tuple[str, Said], ...] = (
    ("source", Said("Document", "文件")),
    ("title", Said("Table", "表")),
    ("table", Said("Table id", "表的编号 table")),
    ("pages", Said("Pages", "页码")),
    ("path", Said("File", "文件路径")),
    ("sha256", Said("SHA-256 of the PDF", "PDF 的 SHA-256")),
    ("url", Said("Published at", "公布的网址")),
    ("printed_unit", Said("Unit in print", "原文单位")),
    ("made", Said("Made by", "制作")),
    ("note", Said("Note", "说明")),
)
"""The rows of the sheet that says where a table is from."""
MADE = Sentence(
    "yusuan {version}, from the PDF named above; no figure is changed",
    "yusuan {version}，由上述 PDF 读出，数字未作改动",
)
AMOUNTS = Sentence(
    "Amounts in yuan. {contradicted} of {count} amounts are contradicted by other figures of the document, {in_doubt} "
    "are in doubt, {unproved} unproved.",
    "金额以元计。{count} 个金额中，{contradicted} 个与文件内其他数字矛盾，{in_doubt} 个存疑，{unproved} 个未证实。",
)
COLUMN_ROW, COLUMN_SIDE, COLUMN_CODE, COLUMN_ITEM = (
    Said("Row", "行"),
    Said("Side", "收入／支出"),
    Said("Code", "科目编码"),
    Said("Item", "项目"),
)
COLUMN_AMOUNT = Sentence("{heading} (yuan)", "{heading}（元）")
