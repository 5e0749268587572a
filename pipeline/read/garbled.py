"""Pages whose text is no text: letters of no word, because the file maps its glyphs to others, or to none.

Programs that pack or join PDFs may lose what the codes of a font mean, or give codes anew and keep the old meaning:
what a person sees is right, and what is copied from it is “机关Ï业单位”, or nothing that can be read. Which letters are
wrong cannot be told, since most of the wrong ones are letters too; so the whole page says nothing.
"""

from __future__ import annotations

import re

from yusuan.pipeline.read.letters import Letters
from yusuan.pipeline.read.page import Page
from yusuan.schemas.vocabulary.letters import COMMONEST

# Without the Latin letters of names and of pinyin, which stand among other Latin letters, the sign of a diameter, and
# what stands between Chinese letters by right: an x for what is to be filled in, the signs of a menu and of a range.
_FOREIGN = re.compile(
    "(?<![A-Za-z])[À-ÖÙ-öù-ʯ](?![A-Za-z])|(?<![A-Za-z])[Øø](?![A-Za-z0-9])"
    "|(?<=[\u4e00-\u9fff])[a-wyz{}^`](?=[\u4e00-\u9fff])"
)
_MEANINGLESS = re.compile(r"\(cid:\d+\)|[\x00-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_HANZI = re.compile("[\u4e00-\u9fff]")
_NO_SLIP = 3
"""So many foreign letters are no slip. Of 4,668 pages of sixteen cities none has one beyond ASCII, and two have one
small Latin letter between Chinese ones.
"""
_PART = 0.1
"""Nor is this part of a page's characters, of glyphs without a meaning. Bullets that a font says nothing of are
fewer, and a table with one such glyph is refused alone.
"""
_ENOUGH = 60
"""Fewer Chinese letters may all be rare ones: a list of places."""
_SHOWN = 20
_NO_LETTER = "〓"
"""Printers put it where a letter is missing."""


def garbled(page: Page) -> str:
    """The beginning of a page's text where it is no text, and nothing where it is."""
    text = "".join(Letters.of(page.characters).texts)
    if text.isascii() and "(cid:" not in text:
        return ""
    said = _FOREIGN.search(text) or _MEANINGLESS.search(text)
    if said is not None:
        foreign = len(_FOREIGN.findall(text))
        without = len(_MEANINGLESS.findall(text))
        if foreign >= _NO_SLIP or foreign + without >= max(_NO_SLIP, _PART * len(page.characters)):
            return _around(page, said.start())
    letters = _HANZI.findall(text)
    if len(letters) >= _ENOUGH and sum(map(COMMONEST.__contains__, letters)) < _PART * len(letters):
        return "".join(letters[:_SHOWN])
    return ""


def _around(page: Page, start: int) -> str:
    """The characters around a place in the text of a page."""
    at = 0
    for index, character in enumerate(page.characters):
        at += len(character.text)
        if at > start:
            first = max(index - _SHOWN // 2, 0)
            shown = page.characters[first : first + _SHOWN]
            return "".join(_MEANINGLESS.sub(_NO_LETTER, character.text) for character in shown)
    return ""
