"""Ways in which a PDF is damaged or hostile: each makes other bytes of those of a document, by chance.

`KINDS` has them by name; the same chance makes the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from benchmarks.damage.contents import CONTENTS
from benchmarks.damage.file import FILE
from benchmarks.damage.fonts import FONTS
from benchmarks.damage.objects import OBJECTS
from benchmarks.damage.open_pdf import on_pdf
from benchmarks.damage.pages import PAGES
from benchmarks.damage.streams import STREAMS

Damage = Callable[[bytes, Random], bytes]

KINDS: Mapping[str, Damage] = {
    **FILE,
    **{name: on_pdf(kind) for kinds in (PAGES, STREAMS, FONTS, CONTENTS, OBJECTS) for name, kind in kinds.items()},
}
