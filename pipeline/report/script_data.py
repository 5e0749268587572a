"""What the script of a document's page is given: its amounts, its identities, and every text that it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yusuan.pipeline.report.amounts import exact
from yusuan.pipeline.report.downloads import Source
from yusuan.pipeline.report.grids import Line
from yusuan.pipeline.report.proofs import Proofs
from yusuan.schemas.sentences import report as said
from yusuan.schemas.views.names import Names


def script_data(
    lines: Sequence[Line],
    titles: Mapping[str, str],
    proofs: Proofs | None,
    source: Source,
    link: str,
    called: Names,
) -> dict[str, Any]:
    """Texts only, the figures in them as they are to be shown; `link` is how the page leads to its PDF."""
    language = called.language
    address = said.ADDRESS.of(url=source.url).of(language) if source.url else ""
    identities = proofs.identities if proofs else None
    return {
        "lines": [_line(line, proofs, called) for line in lines],
        "titles": titles,
        "identities": identities,
        "rules": {identity[0]: called.identity(identity[0]) for identity in identities or ()},
        "texts": {name: text.of(language) for name, text in said.SCRIPT.items()},
        "notes": {status: text.of(language) for status, text in said.NOTES.items()},
        "source": {"source": source.words, "sha256": source.sha256, "address": address},
        "pdf": link,
    }


def _line(line: Line, proofs: Proofs | None, called: Names) -> list[Any]:
    measure = called.measure(line["measure"], line["table"])
    place = said.ROW_AND_SIDE.of(row=line["row"], side=called.sides[line["side"]])
    return [
        " ".join(filter(None, (line["code"], line["item"]))) or called.measure(line["measure"]),
        [line["table"], place.of(called.language)],
        [called.period(line["fiscal_year"], line["basis"]), measure, line["measure"]],
        exact(line["amount"]),
        _written(line, called),
        line["status"],
        line["page"],
        ("，" if called.language == "zh" else ", ").join(f"{line[side]:.2f}" for side in ("x0", "top", "x1", "bottom")),
        line["line_id"],
        proofs.of_line[line["number"]] if proofs else [],
    ]


def _written(line: Line, called: Names) -> str:
    corrected = line.get("corrected")
    if corrected is None and line["read_as"]:
        repaired = said.WRITTEN_AND_REPAIRED.of(printed=line["printed"], unit=line["unit"], read_as=line["read_as"])
        return repaired.of(called.language)
    if corrected is None:
        return f"{line['printed']} {line['unit']}"
    written = said.WRITTEN_AND_CORRECTED.of(printed=line["printed"], unit=line["unit"], corrected=exact(corrected))
    return written.of(called.language)
