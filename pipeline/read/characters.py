"""Characters as readers mean them, whatever code points the publisher's software wrote.

PDF producers write CJK radicals (⼀ ⻔) where letters (一 门) are meant, full-width digits, and
spaces inside words. NFKC maps the 214 Kangxi radicals but only 2 of the 115 radicals of the CJK
supplement block; the rest are mapped here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Source: Unicode Character Database, EquivalentUnifiedIdeograph.txt, block CJK Radicals Supplement.
_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪"
    "⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒"
    "⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲"
)
_IDEOGRAPHS = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小尢尣尢尣巳幺彑彐忄心扌攵旡日月歺民氵氺灬爫爫丬牛犭王疋"
    "目示礻竹糹纟罓罒网网网羊羊羋耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶邑钅長镸"
    "长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀"
)
# Fonts of the mainland draw ⼾ (U+2F3E) as 户, though Unicode equates it with 戶: the only such Kangxi radical.
_SUPPLEMENT = str.maketrans(_RADICALS + "⼾", _IDEOGRAPHS + "户")
_BRACKETS = str.maketrans("()", "（）")
_QUOTES = re.compile(r"[\"'“”‘’〝〞＂＇「」『』]")
_ASCII = str.maketrans({"(": "（", ")": "）", '"': None, "'": None})
# Words come again and again; texts longer than memory is worth go as new ones come.
_REMEMBERED = 1 << 14
_KEPT_FULL_WIDTH = "，：；！？"
_KANGXI_AND_COMPATIBILITY = (
    *(*range(0x2F00, 0x2FE0), *range(0xF900, 0xFB00), *range(0xFF01, 0xFF5F)),
    *(0x2E9F, 0x2EF3),
)
_LETTERS: dict[int, int | str] = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in _KANGXI_AND_COMPATIBILITY},
    **{ord(kept): kept for kept in _KEPT_FULL_WIDTH},
    **_SUPPLEMENT,
}
"""The letters that names are written with, for those that stand in their place."""


@lru_cache(_REMEMBERED)
def unmapped(text: str) -> bool:
    """Whether `text` holds a character that its font gives no meaning to.

    That is `(cid:n)`, U+FFFD, or a private-use code point: the glyph is on the page, but what it
    says cannot be known.
    """
    if "(cid:" in text or "\ufffd" in text:
        return True
    return not text.isprintable() and any(unicodedata.category(char) in ("Co", "Cc", "Cs") for char in text)


def visible(text: str) -> str:
    """What a reader sees of a glyph's text. A soft hyphen that is printed is a hyphen, and before figures a minus."""
    if text.isascii():
        return text.strip()
    text = text.replace("\u00ad", "-")
    return "".join(char for char in text if not char.isspace() and unicodedata.category(char) != "Cf")


def raised(text: str) -> bool:
    """Whether `text` holds a footnote mark: superscripts, subscripts and circled figures are no digits."""
    return any(unicodedata.decomposition(char).startswith(("<super>", "<sub>", "<circle>")) for char in text)


_RAISED = str.maketrans("0123456789０１２３４５６７８９", "⁰¹²³⁴⁵⁶⁷⁸⁹" * 2)
_MARKS = re.compile("^[⁰¹²³⁴-⁹]+(?=[^⁰¹²³⁴-⁹])|(?<=[\u2e80-\u9fff）)])[⁰¹²³⁴-⁹]+$")


def as_raised(text: str) -> str:
    """The figures of `text` as superscripts."""
    return text.translate(_RAISED)


def without_marks(text: str) -> str:
    """`text` without the footnote marks at its ends: raised figures before it, or after a Chinese letter or bracket."""
    return _MARKS.sub("", text)


@lru_cache(_REMEMBERED)
def squeeze(text: str) -> str:
    """`text` without any white space."""
    return "".join(text.split())


@lru_cache(_REMEMBERED)
def name(text: str) -> str:
    """A name as the dataset writes it: letters for radicals, no spaces, full-width brackets （）.

    Punctuation and quotation marks stay as printed.
    """
    return squeeze(text.translate(_LETTERS)).translate(_BRACKETS)


@lru_cache(_REMEMBERED)
def key(text: str) -> str:
    """The normal form in which printed words are compared: NFKC, no spaces, no quotation marks.

    Brackets are full-width as in `name`; colons and commas become ASCII.
    """
    if text.isascii():
        return squeeze(text).translate(_ASCII)
    folded = squeeze(unicodedata.normalize("NFKC", text.translate(_SUPPLEMENT)))
    # Squeezed once more into one form: a space that went may have parted a letter from its accent.
    return _QUOTES.sub("", unicodedata.normalize("NFKC", folded)).translate(_BRACKETS)
