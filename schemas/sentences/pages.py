"""What is said of pages: what stands outside the tables, what nobody sees, what is no text."""

from __future__ import annotations

from yusuan.schemas.sentences.said import Sentence

NO_AREA = Sentence(
    "found a page without an area; expected some: what it holds nobody can show, and it is not read",
    "这一页没有大小，应当有：它的内容无法显示，没有读",
)
BEYOND = Sentence(
    "found {count} glyphs beyond the edge of the page, where nobody sees them; they are left out",
    "有 {count} 个字符在页面之外，谁也看不见；未采用",
)
TURNED = Sentence(
    "found {turned} turned glyphs against {upright} upright ones; expected text that stands upright",
    "旋转的字符有 {turned} 个，正立的有 {upright} 个；文字应当正立",
)
TURNED_BESIDE = Sentence(
    "found {count} turned glyphs on the page; they are left out", "这一页有 {count} 个旋转的字符；未采用"
)
ACROSS = Sentence(
    "found {count} large letters across ruling lines or other text, as of a watermark; they are left out",
    "有 {count} 个大字横跨表格线或压在其他文字上，如水印；未采用",
)
ORDER = Sentence(
    "found pages in another order than their numbers or the sums of their tables say: {pages} do not follow those before "
    "them; nothing is proved of a table that goes on there",
    "页面的次序与页码或表中合计不符：第 {pages} 页不接前一页；跨到这些页的表没有接上，或不作证明",
)
MOVED = Sentence(
    "{said}; or a page stands elsewhere in the file than it is numbered for", "{said}；也可能是页面次序有误"
)
UNRULED = Sentence(
    "found tables without lines between their columns; words and figures alone tell where these end",
    "这一页的表各栏之间没有竖线；各栏只能按文字和数字的位置划分",
)
ROWS_UNCLEAR = Sentence(
    "found rows without lines between them whose names go on over several lines, and it is not clear over which; "
    "what they are called is in doubt",
    "这一页有些行之间没有横线，名称又占多行，看不出哪几行字是一个名称；这些行的名称存疑",
)
MAY_BE_MISREAD = Sentence("{said}; or a table that lacks lines was misread", "{said}；也可能是缺线的表识读有误")
ONLY_PICTURES = Sentence(
    "found a page without text, only with pictures, among the tables; expected text",
    "各表之间有一页没有文字，只有图片；应为文字",
)
NOT_MADE_OUT = Sentence(
    "found a page that is a picture of which no text was made out; expected text",
    "有一页是图片，没有认出文字；应为文字",
)
PICTURED = Sentence(
    "found {count} {count:?picture|pictures} of a table among the text; expected text",
    "文字之间有 {count} 张表格的图片；应为文字",
)
DRAWN = Sentence(
    "found a page whose letters are drawn as shapes; expected text",
    "有一页的文字是画出的图形；应为文字",
)
GARBLED = Sentence(
    "found text that is no text, as “{text}”; expected words: the file maps its glyphs to wrong letters, so that nothing "
    "of the page is read",
    "有一页的文字是乱码，如“{text}”；应为词语：文件把字形对应到了错误的字符，这一页都没有读",
)
FIGURES_OUTSIDE = Sentence(
    "found {count} lines of figures outside all ruled tables: {lines}; expected them in cells",
    "所有带线的表之外有 {count} 行数字：{lines}；数字应在单元格里",
)
CHECKSUM = Sentence(
    "found a content that unpacks whole and does not agree with its checksum; expected the same: what is printed on "
    "the page may have been changed by accident",
    "页面内容能完整解压，却与校验码不符；应当相符：页上的内容可能因意外而改变过",
)

HIDDEN = Sentence(
    "found {count} glyphs that nobody sees: {how}; they are left out", "有 {count} 个看不见的字符：{how}；未采用"
)
HIDDEN_HOW: dict[str, Sentence] = {
    "invisible": Sentence("{count} in the mode that paints nothing", "{count} 个设为不显示"),
    "transparent": Sentence("{count} of no opacity", "{count} 个完全透明"),
    "layer": Sentence("{count} in a layer that is switched off", "{count} 个在关闭的图层里"),
    "clipped": Sentence("{count} clipped away", "{count} 个被裁掉"),
    "covered": Sentence("{count} painted over", "{count} 个被盖住"),
    "ground": Sentence("{count} in the colour of their ground", "{count} 个与底色相同"),
}
NOT_TEXT = Sentence(
    "found {count} cells that show what could not be read as text: {what}; expected text. In their place stands 〓",
    "有 {count} 个单元格显示的内容读不成文字：{what}；应为文字。原处以〓代替",
)
SHOWN_AS: dict[str, Sentence] = {
    "picture": Sentence("{count} with a picture", "{count} 个是图片"),
    "table": Sentence("{count} with a picture of a table", "{count} 个是表格的图片"),
    "outlines": Sentence("{count} with drawn shapes", "{count} 个是画出的形状"),
    "field": Sentence(
        "{count} with a form field or note whose text is not drawn", "{count} 个是没有画出文字的表单域或批注"
    ),
    "overlap": Sentence("{count} with figures printed over figures", "{count} 个是数字叠着数字"),
    "cut": Sentence("{count} with a number of which a part is clipped away", "{count} 个是被裁掉一部分的数字"),
    "unrecognised": Sentence(
        "{count} whose ink was not recognised in the picture of the page", "{count} 个在页面图片里有笔迹而没有认出"
    ),
}
OVER_PICTURE = Sentence(
    "found {count} glyphs over a picture of the whole page; expected a page of text",
    "有 {count} 个字符压在整页的图片上；应为文字页",
)
