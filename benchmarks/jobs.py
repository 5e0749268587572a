"""What `benchmarks.speed` measures. Each job runs in a process of its own and prints its seconds and memory.

Seconds are of processor time, imports not counted; memory is the peak of the whole process.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from yusuan.pipeline.read.readers import Reader

Seconds = dict[str, float]
"""Stage → seconds; `all` is their sum."""

STAGES = {
    "read": ("read",),
    "layout": ("arrange", "logical_tables"),
    "extract": ("recognise", "_extract_all"),
}
"""The stages of one document, and the functions that pipeline.document.steps calls for them; the rest is proving."""


def plain_loop(files: Sequence[Path]) -> Seconds:
    """What this project is measured against."""
    import pdfplumber

    start = time.process_time()
    for file in files:
        for page in pdfplumber.open(file).pages:
            page.extract_tables()
    return {"all": time.process_time() - start}


def pdfium_alone(files: Sequence[Path]) -> Seconds:
    """The floor: PDFium parses each page, and is asked for each glyph's box and the points of each path."""
    from itertools import repeat

    from yusuan.pipeline.read import pdfium

    start = time.process_time()
    for file in files:
        data = file.read_bytes()
        document = pdfium.load_document(data, len(data), None)
        for number in range(pdfium.count_pages(document)):
            page = pdfium.load_page(document, number)
            text = pdfium.load_text(page)
            count = pdfium.count_chars(text)
            place, address = pdfium.floats(4 * count)
            pdfium.get_text(text, 0, count, address)
            pdfium.run(map(pdfium.char_box, repeat(text), range(count), range(address, address + 16 * count, 16)))
            for item in map(pdfium.get_object, repeat(page), range(pdfium.count_objects(page))):
                if pdfium.object_type(item) == pdfium.PATH:
                    segments = map(pdfium.get_segment, repeat(item), range(pdfium.count_segments(item)))
                    pdfium.run(map(pdfium.segment_point, segments, repeat(address), repeat(address + 4)))
            del place
            pdfium.close_text(text)
            pdfium.close_page(page)
        pdfium.close_document(document)
    return {"all": time.process_time() - start}


def whole_run(files: Sequence[Path], reader: Reader) -> Seconds:
    """Read, extract, prove, normalize and write, as the command does, with the seconds of each stage."""
    import pyarrow.parquet

    from yusuan.pipeline.dataset.dataset import in_pieces
    from yusuan.pipeline.dataset.gather import read_all
    from yusuan.pipeline.document import steps
    from yusuan.pipeline.read import with_pdfium, with_pdfplumber
    from yusuan.pipeline.workers.footprint import settle
    from yusuan.pipeline.write.folder import write_pieces

    assert with_pdfium and with_pdfplumber and pyarrow.parquet  # imported before the clock runs
    settle()
    spent = dict.fromkeys(STAGES, 0.0)
    for stage, names in STAGES.items():
        for name in names:
            setattr(steps, name, _timed(getattr(steps, name), spent, stage))
    start = time.process_time()
    documents = read_all(files, reader=reader)
    read = time.process_time()
    with TemporaryDirectory() as folder:
        write_pieces(in_pieces(documents), folder)
    end = time.process_time()
    spent["prove, normalize"] = read - start - sum(spent.values())
    return {**spent, "write": end - read, "all": end - start}


def _timed(function: Callable[..., Any], spent: Seconds, stage: str) -> Callable[..., Any]:
    """A function whose seconds are added to its stage, but for those of stages that begin and end within it."""

    def timed(*arguments: Any, **named: Any) -> Any:
        start, before = time.process_time(), sum(spent.values())
        try:
            return function(*arguments, **named)
        finally:
            spent[stage] += time.process_time() - start - (sum(spent.values()) - before)

    return timed


JOBS: dict[str, Callable[[Sequence[Path]], Seconds]] = {
    "plain loop": plain_loop,
    "PDFium alone": pdfium_alone,
    "ours, pdfium": lambda files: whole_run(files, "pdfium"),
    "ours, pdfplumber": lambda files: whole_run(files, "pdfplumber"),
}


def main() -> None:
    """Do the job named first on the files named after it."""
    name, *files = sys.argv[1:]
    seconds = JOBS[name]([Path(file) for file in files])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # kilobytes, on macOS bytes
    megabytes = peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
    print(json.dumps({"seconds": seconds, "megabytes": megabytes}))


if __name__ == "__main__":
    main()
