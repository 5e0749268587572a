"""Why a document is refused as a whole, be it the file, what programs make of it, or what was read of it."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Said, Sentence

# The file.
NOT_OPENED = Sentence("could not open the file: {error}", "文件打不开：{error}")
NOT_REGULAR = Sentence("found {kind}; expected a regular file", "这是{kind}，应为普通文件")
KINDS: dict[str, Said] = {
    "pipe": Said("a pipe", "管道"),
    "socket": Said("a socket", "套接字"),
    "folder": Said("a folder", "文件夹"),
    "device": Said("a device", "设备"),
    "other": Said("something else", "别的东西"),
}
TOO_LARGE = Sentence("found {size:,} bytes; expected {most:,} at most", "文件有 {size:,} 字节，最多应为 {most:,} 字节")
EMPTY = Sentence("found an empty file (0 bytes); expected a PDF", "文件是空的（0 字节），应为一份 PDF")
NOT_PDF = Sentence(
    "found a file that begins with '{start}'; expected '%PDF-': this is no PDF",
    "文件开头是“{start}”，应为“%PDF-”：这不是 PDF 文件",
)
SEVERAL = Sentence(
    "found {count} PDFs one after the other in one file, at the bytes {places}; expected one: programs show the one or "
    "the other",
    "一个文件里前后接着 {count} 份 PDF，分别始于第 {places} 字节；应只有一份：不同的程序会显示不同的一份",
)
CUT_OFF = Sentence(
    "found no end marker (%%EOF) behind the last object of a file of {size} bytes, nor the table of its objects; the "
    "file is cut off",
    "文件有 {size} 字节，最后一个对象之后既没有结束标记（%%EOF），也没有对象表：文件不完整，缺了末尾",
)
OTHER_VERSIONS = Sentence(
    "found a file in several versions whose table of objects is wrong; expected a right one: programs that look for "
    "the objects themselves may find another version",
    "文件里存有几个版本，而对象表有误；对象表应当正确：自行查找对象的程序可能读到另一个版本",
)
ENCRYPTED = Sentence(
    "found an encrypted PDF that needs a password; expected an open one", "PDF 加了密，要密码才能打开；应为不加密的 PDF"
)
DAMAGED = Sentence("found a damaged PDF: {kind}: {said}", "PDF 已损坏：{kind}：{said}")
NO_MESSAGE = Sentence("no message", "没有说明")
NO_PAGE = Sentence("found a PDF without a page; expected at least one", "PDF 里一页也没有，至少应有一页")
PAGES_LOST = Sentence(
    "found {found} readable pages; expected {promised}, as the PDF's own page tree says: the file is cut off or "
    "damaged",
    "能读的有 {found} 页，按 PDF 自己的页树应有 {promised} 页：文件不完整或已损坏",
)
PAGE_COUNT = Sentence(
    "found {found} pages, all that hang in the page tree; expected {promised}, as it says itself",
    "页树里实有 {found} 页，它自己写的是 {promised} 页；两者应当相同",
)
PAGES_DIFFER = Sentence(
    "found {found} pages with one program and {seen} with another; expected the same: what is read from this file may "
    "not be what a viewer shows",
    "一个程序看到 {found} 页，另一个程序看到 {seen} 页；应当相同：从这个文件读出的，可能不是阅读器所显示的",
)
NO_AREA = Sentence("the page has no area: {x0:g} {y0:g} {x1:g} {y1:g}", "页面没有大小：{x0:g} {y0:g} {x1:g} {y1:g}")
TURNED_ODDLY = Sentence(
    "the page is turned by {turn} degrees; expected a multiple of 90", "页面旋转了 {turn} 度，应为 90 的倍数"
)
NOT_UNPACKED = Sentence(
    "found a page whose content does not unpack ({error}); expected a whole one",
    "这一页的内容解压不了（{error}），应当完整",
)

# What a document takes.
TOO_MUCH_MEMORY = Sentence(
    "took more memory than a document may; expected less", "读这份文件占用的内存超过了一份文件的上限"
)
OVERDUE = Sentence(
    "was not read after {seconds:g} seconds; expected less for any document: --timeout gives it more",
    "过了 {seconds:g} 秒还没有读完；任何文件都不应这么久，可用 --timeout 放宽",
)
DIED = Sentence(
    "the process that read it died ({how}); expected it to come to an end by itself",
    "读这份文件的进程中途停止（{how}），应当自己读完",
)
SIGNAL = Sentence("signal {number}", "信号 {number}")
EXIT_STATUS = Sentence("exit status {code}", "退出码 {code}")
WORKERS_LOST = Sentence(
    "each worker that was to read it was lost; expected one to come to an end",
    "分到这份文件的工作进程一个个都断开了，应有一个读完",
)
FAILED = Sentence("the program failed on this document: {kind}: {error}", "程序读这份文件时出错：{kind}：{error}")
MISREAD = Sentence(
    "{table}: column {column} has {found}, which breaks {check} ({count} such cells)",
    "{table}：栏 {column} 里有 {found}，不合 {check}（这样的单元格有 {count} 个）",
)
SAME_ID = Sentence(
    "found the SHA-256 of {path} to begin alike; expected another document_id",
    "它的 SHA-256 与 {path} 的开头相同，document_id 应各不相同",
)

# What was read of it.
NO_TEXT = Sentence(
    "found no upright text on any of {pages} pages{rest} ({pictures} pages hold images: a scan?); expected a PDF with "
    "text",
    "全部 {pages} 页都没有正立的文字{rest}（{pictures} 页有图片，是扫描件吗？）；应为带文字的 PDF",
)
ONLY_TURNED = Sentence(", only {count} turned glyphs", "，只有 {count} 个旋转的字符")
ONLY_HIDDEN = Sentence(
    ", {count} glyphs that nobody sees, as where a program read a scan",
    "，有 {count} 个看不见的字符，如扫描件经程序识别后那样",
)
ONLY_GARBLED = Sentence(
    ", {count} {count:?page|pages} whose text is no text: letters of no word",
    "，有 {count} 页的文字是乱码",
)
SCANS_NOT_READ = Sentence(
    "; pip install 'yusuan[{extra}]' brings what reads pages from what is seen of them",
    "；安装 pip install 'yusuan[{extra}]' 后可按所见图像识别",
)
NO_MODEL = Sentence(
    "; found rapidocr without its file {file}, which reads pages that are pictures: pip install --force-reinstall "
    "'yusuan[{extra}]' brings it",
    "；rapidocr 缺少识别图片页的文件 {file}，请重新安装：pip install --force-reinstall 'yusuan[{extra}]'",
)
ONLY_BEYOND = Sentence(", {count} glyphs beyond the edges of the pages", "，有 {count} 个字符在页面之外")
NO_TABLE = Sentence(
    "found neither a table nor a figure stated in the prose; expected a budget or an account",
    "既没有表，文字说明里也没有数字；应为一份预算或决算",
)
SUMS_FAIL = Sentence(
    "found sums that fail in {failing} of {told} tables, first {titles}; expected most to add up: the text of the file "
    "may not be what is shown, as where fonts are mapped wrongly or a scan was read by a program",
    "{told} 张表中有 {failing} 张合计对不上，先见于{titles}；多数应当对得上：文件里的文字可能不是所显示的内容，"
    "如字体对应有误，或扫描件由程序识别",
)
TITLE_ON_PAGE = Sentence("'{title}' on page {page}", "第 {page} 页“{title}”")
MOST_CONTRADICT = Sentence(
    "found {contradicted} of {amounts} amounts contradicted or in doubt; expected most to add up: the text of the file "
    "may not be what is shown, as where fonts are mapped wrongly or a scan was read by a program",
    "{amounts} 个金额中有 {contradicted} 个有矛盾或存疑；多数应当对得上：文件里的文字可能不是所显示的内容，"
    "如字体对应有误，或扫描件由程序识别",
)
