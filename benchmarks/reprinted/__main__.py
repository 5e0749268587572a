"""What is read of the same tables where another program prints them.

    python -m benchmarks.reprinted [FOLDER] --out DIR [--every N] [--seed S] [--as {sheets,overflowing,text,web}]

The tables of documents are typed again and printed by LibreOffice, which has to be installed: as sheets of a workbook,
as sheets whose words are not wrapped and run over or are cut, or as one text whose tables break anywhere; or by
Chromium, as a page of a site. FOLDER is by default the one that YUSUAN_CORPUS names, or raw_pdfs; each N-th of its
files is taken. What is read of the prints is compared with what is read of the documents, amount by amount with table,
code, names, measure and year: `otherwise` are amounts that the document has not so, `proved` those of them that are
proved, `lost` those that the print has not so. Names that the print itself cuts are among them, and rows that a page
break cut in the document, which are printed as two. DIR keeps the prints.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.reprinted.looks import look
from benchmarks.reprinted.pages import write_pages
from benchmarks.reprinted.sheets import sheets
from benchmarks.reprinted.workbook import write_workbook
from yusuan.pipeline.document.document import Document, read_document
from yusuan.pipeline.files.collect import pdf_files

KEY = ("table", "side", "code", "item", "body", "project", "measure", "amount", "fiscal_year", "basis")
WAYS = ("sheets", "overflowing", "text", "web")


def main() -> None:
    """Print a line for each document that is read otherwise, and the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(os.environ.get("YUSUAN_CORPUS", "raw_pdfs")))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--as", dest="way", choices=WAYS, default="sheets")
    options = parser.parse_args()
    name = "chromium" if options.way == "web" else "soffice"
    program = shutil.which(name)
    if program is None:
        raise SystemExit(f"the command {name} is not installed")
    options.out.mkdir(parents=True, exist_ok=True)
    total: Counter[str] = Counter()
    for path in pdf_files([options.folder])[:: options.every]:
        before = read_document(path.read_bytes(), str(path))
        if not before.items or not (printed := _printed(before, path, options, program)):
            continue
        pdf, ids = printed
        after = read_document(pdf.read_bytes(), pdf.name)
        own = Counter(_key(row) for row in before.items if row["table"] in ids)
        found = Counter(map(_key, after.items))
        status = {_key(row): row["status"] for row in after.items}
        otherwise, lost = found - own, own - found
        counts = {
            "documents": 1,
            "amounts": own.total(),
            "otherwise": otherwise.total(),
            "proved": sum(count for key, count in otherwise.items() if status[key] == "proved"),
            "lost": lost.total(),
            "accusations": sum(f.cause == "publisher" and f.severity == "error" for f in after.findings),
        }
        total.update(counts)
        if otherwise or lost:
            print(pdf.name, *(f"{count} {name}" for name, count in counts.items()), after.reason)
    print("all:", *(f"{total[name]:,} {name}" for name in counts) if total else ("nothing read",))


def _key(row: Any) -> tuple[object, ...]:
    return tuple(row[name] for name in KEY)


def _printed(document: Document, path: Path, options: argparse.Namespace, program: str) -> tuple[Path, set[str]] | None:
    """The print of a document's tables, and the ids of these; None where none can be typed again."""
    found = sheets(document)
    publication = document.publication
    if not found or publication is None:
        return None
    chance = Random(f"{options.seed} {document.document_id}")
    cover = (publication.entity, f"{publication.fiscal_year}年部门{'决算' if publication.stage == 'final' else '预算'}")
    name = f"{options.seed}-{document.document_id}-{options.way}"
    looks = look(chance, wrapped=options.way != "overflowing")
    printed = options.out / f"{name}.pdf"
    source = printed.with_suffix(".xlsx" if options.way in ("sheets", "overflowing") else ".html")
    if source.suffix == ".html":
        write_pages(found, cover, looks, source, chance)
    else:
        write_workbook(found, cover, looks, source)
    if options.way == "web":
        how = ["--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={printed}"]
    elif options.way == "text":
        how = ["--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(options.out)]
    else:
        how = ["--convert-to", "pdf", "--outdir", str(options.out)]
    command = [program, "--headless", *how, str(source.absolute())]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return printed, {table for sheet in found for table in sheet.ids}


if __name__ == "__main__":
    main()
