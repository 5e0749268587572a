"""Damage to any object, and things that a PDF may carry to do harm."""

from __future__ import annotations

from random import Random
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from benchmarks.damage.open_pdf import dictionaries, page

_HOSTILE = (
    "../../../../tmp/out.csv",
    "/etc/cron.d/x",
    "a\0b\x1b[2J\r\n\x07",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "\u202e預算\u0000",
    "x" * 100_000,
)


def wrong_types(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Values are of another type, or not there."""
    found = [each for each in dictionaries(pdf) if list(each.keys())]
    for _ in range(chance.randrange(1, 6)):
        changed = chance.choice(found)
        keys = sorted(changed.keys())
        if not keys:
            continue
        key = chance.choice(keys)
        value: Any = chance.choice(
            (None, 0, -1, 2**31, True, Name.X, String("x"), Array([]), Array([1, 2]), Dictionary(), page(pdf, chance))
        )
        if key == "/Length":
            continue
        if value is None:
            del changed[key]
        else:
            changed[key] = value


def deep(pdf: pikepdf.Pdf, chance: Random) -> None:
    """An object is nested hundreds of levels deep, in objects that refer to each other."""
    depth = chance.choice((400, 480))
    opened, closed = chance.choice(((b"[", b"]"), (b"<</A ", b">>")))
    value = pikepdf.Object.parse(opened * depth + b"0" + closed * depth)
    for _ in range(chance.choice((1, 20, 200))):
        value = pdf.make_indirect(Array([pdf.make_indirect(value)]))
    target = chance.choice((pdf.Root, page(pdf, chance), pdf.docinfo))
    target[chance.choice(("/A", "/Annots", "/Resources", "/Title", "/Outlines", "/Producer"))] = value


def references(pdf: pikepdf.Pdf, chance: Random) -> None:
    """Objects are made of themselves, or of each other."""
    found = [each for each in dictionaries(pdf) if each.is_indirect]
    for _ in range(chance.randrange(1, 4)):
        one, other = chance.choice(found), chance.choice(found)
        keys = [key for key in sorted(one.keys()) if key != "/Length"]
        if keys:
            one[chance.choice(keys)] = other


def scripts(pdf: pikepdf.Pdf, chance: Random) -> None:
    """It would run scripts and programs, send forms and open addresses."""
    script = Dictionary(S=Name.JavaScript, JS=String("app.launchURL('http://localhost:9/'); while(1);"))
    launch = Dictionary(S=Name.Launch, F=String("/bin/sh"), Win=Dictionary(F=String("cmd.exe")))
    pdf.Root.OpenAction = chance.choice((script, launch))
    pdf.Root.AA = Dictionary(WC=script)
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
    page(pdf, chance).AA = Dictionary(O=launch)
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 600, 900]), A=launch)
    page(pdf, chance).Annots = Array([link])


def attached(pdf: pikepdf.Pdf, chance: Random) -> None:
    """It carries other files, under names that lead out of a folder."""
    for name in chance.sample(_HOSTILE, 3):
        kept = name.replace("\0", "")[:200]
        pdf.attachments[kept] = pikepdf.AttachedFileSpec(pdf, chance.randbytes(1000), filename=kept)


def names(pdf: pikepdf.Pdf, chance: Random) -> None:
    """What it says of itself leads out of a folder, or would be run by a terminal, a page or a spreadsheet."""
    for key in ("/Title", "/Producer", "/Creator", "/Author"):
        pdf.docinfo[key] = String(chance.choice(_HOSTILE))


OBJECTS = {
    "values of other types": wrong_types,
    "nested without end": deep,
    "objects of each other": references,
    "scripts": scripts,
    "attachments": attached,
    "hostile names": names,
}
