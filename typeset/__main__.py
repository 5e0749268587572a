"""Write the sample PDFs, or check that they are what would be written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from typeset.content import inflated
from typeset.samples import typeset_all

RAW_PDFS = Path(__file__).parent.parent / "raw_pdfs"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0, or 1 when a check finds a file that differs or is missing."""
    parser = argparse.ArgumentParser(prog="python -m typeset", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; name each file that differs")
    parser.add_argument("--out", type=Path, default=RAW_PDFS, help="folder of the PDFs (default: %(default)s)")
    options = parser.parse_args(arguments)
    stale = 0
    for name, content in typeset_all().items():
        path: Path = options.out / name
        if path.is_file() and inflated(path.read_bytes()) == inflated(content):
            continue
        if options.check:
            stale += 1
            print(f"{path}: {'differs from what is typeset' if path.exists() else 'missing'}", file=sys.stderr)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            print(path)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
