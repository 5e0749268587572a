"""Make YusuanSans.ttf, the font of the typesetter, from Droid Sans Fallback and, for Latin, DejaVu Sans.

Usage::

    python -m typeset.fonts.make_font DroidSansFallbackFull.ttf DejaVuSansCondensed.ttf

Droid Sans Fallback has no Latin letters at all, and DejaVu no hanzi, so the two are cut down and merged. ASCII
is narrowed until a digit is half as wide as a hanzi, as in the fonts of the published documents: else amounts
would not fit their columns. The font is named anew, as the licences of both allow. Needs fontTools; the
typesetter itself does not.
"""

from __future__ import annotations

import sys
import tempfile
import unicodedata
from pathlib import Path

from fontTools.merge import Merger  # type: ignore[import-untyped, unused-ignore]
from fontTools.pens.filterPen import DecomposingFilterPen  # type: ignore[import-untyped, unused-ignore]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped, unused-ignore]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped, unused-ignore]
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped, unused-ignore]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped, unused-ignore]
from fontTools.ttLib.scaleUpem import scale_upem  # type: ignore[import-untyped, unused-ignore]

FONT = Path(__file__).with_name("YusuanSans.ttf")
FAMILY = "Yusuan Sans"

SYMBOLS = "□☐■☑☒√✓✗≥≤±×÷·•…—–―‘’“”§°′″‰①②③④⑤⑥⑦⑧⑨⑩→←↑↓∑≈≠¥￥" + "\u3000\u00a0"
"""What the published documents use beside letters, digits and hanzi."""

RADICALS = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻢⻥⻦⻨⻩⻬⻮⻰",
        "母民虎西见角贝车长门青页风飞马鱼鸟麦黄齐齿龙",
        strict=True,
    )
)
"""CJK radicals that real PDFs hold in place of letters; NFKC leaves these alone, unlike the Kangxi ones."""


def hanzi() -> set[str]:
    """Return the 6763 hanzi of GB 2312."""
    found = set()
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(bytes([high, low]).decode("gb2312"))
            except UnicodeDecodeError:  # the last row of level 1 is not full
                continue
    return found


def subset(font: TTFont, characters: set[str]) -> TTFont:
    """Cut `font` down to `characters`, without hinting and layout tables, which a PDF does not use."""
    options = Options(hinting=False, layout_features=[], notdef_outline=True, glyph_names=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "vhea", "vmtx", "DSIG", "FFTM"]
    cutter = Subsetter(options)
    cutter.populate(unicodes=[ord(character) for character in characters])
    cutter.subset(font)
    return font


def narrow(font: TTFont) -> None:
    """Narrow the letters, digits and signs of ASCII until a digit is half an em wide."""
    names, glyphs, metrics = font.getBestCmap(), font.getGlyphSet(), font["hmtx"]
    share = font["head"].unitsPerEm / 2 / metrics[names[ord("0")]][0]
    drawn = {}
    for name in {names[code] for code in range(0x20, 0x7F)}:
        pen = TTGlyphPen(None)
        glyphs[name].draw(DecomposingFilterPen(TransformPen(pen, (share, 0, 0, 1, 0, 0)), glyphs))
        drawn[name] = (pen.glyph(), round(metrics[name][0] * share))
    for name, (glyph, advance) in drawn.items():
        font["glyf"][name] = glyph
        glyph.recalcBounds(font["glyf"])
        metrics[name] = (advance, getattr(glyph, "xMin", 0))


def alias_radicals(font: TTFont) -> None:
    """Let each radical code point show the glyph of its letter: neither source font has glyphs for them."""
    pairs = dict(RADICALS)
    pairs |= {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap |= {
                ord(radical): table.cmap[ord(letter)] for radical, letter in pairs.items() if ord(letter) in table.cmap
            }


def main(chinese: str, latin: str) -> None:
    """Merge the two font files named and write FONT."""
    codes = [*range(0x20, 0x7F), *range(0x3000, 0x3020), *range(0xFF01, 0xFF5F)]
    wanted = set(map(chr, codes)) | set(SYMBOLS)
    first, second = TTFont(chinese, recalcTimestamp=False), TTFont(latin, recalcTimestamp=False)
    letters = (wanted | hanzi()) & set(map(chr, first.getBestCmap()))
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder, name)) for name in ("chinese.ttf", "latin.ttf")]
        subset(first, letters).save(paths[0])
        narrow(second)
        scale_upem(second, first["head"].unitsPerEm)
        subset(second, (wanted | hanzi()) - letters).save(paths[1])
        merged = Merger().merge(paths)
    alias_radicals(merged)
    for record in merged["name"].names:
        texts = {1: FAMILY, 3: FAMILY, 4: FAMILY, 6: FAMILY.replace(" ", "")}
        if record.nameID in texts:
            record.string = texts[record.nameID]
    merged["head"].created = merged["head"].modified = 0
    merged.recalcTimestamp = False
    merged["post"].formatType = 3.0  # no glyph names: 60 kB less
    merged.save(FONT)


if __name__ == "__main__":
    main(*sys.argv[1:3])
