"""The overview of a report: documents, refused ones, the worst findings, and how many there are of each rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pipeline.load import Loaded
from pipeline.report.pages import page
from schemas.views import chinese

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "index.html"
WORST = 300
"""How many findings the overview shows; all of them stand on the pages of their documents."""


def overview(dataset: Loaded) -> bytes:
    """The page `NAME`."""
    documents = dataset["documents"].to_pylist()
    by_id = {document["document_id"]: document for document in documents}
    severities = _severities(dataset["findings"])
    accepted = [document for document in documents if document["status"] != "quarantined"]
    for document in accepted:
        document["errors"] = severities[document["document_id"], "error"]
        document["warnings"] = severities[document["document_id"], "warning"]
    accepted.sort(key=lambda row: (-(row["fiscal_year"] or 0), row["entity"] or "", row["stage"] or ""))
    return page(
        "index.html",
        documents=accepted,
        refused=[document for document in documents if document["status"] == "quarantined"],
        sums=_sums(accepted, severities),
        years=sorted({row["fiscal_year"] for row in accepted if row["fiscal_year"]}, reverse=True),
        stages=[stage for stage in chinese.STAGES if any(row["stage"] == stage for row in accepted)],
        found=dataset["findings"].num_rows,
        worst=[_with_body(finding, by_id) for finding in _worst(dataset["findings"])],
        rules=_rules(dataset["findings"]),
    )


def _sums(accepted: Sequence[Mapping[str, Any]], severities: Mapping[tuple[str, str], int]) -> dict[str, int]:
    counts: Counter[str] = Counter(accepted=len(accepted))
    for document in accepted:
        counts["amounts"] += document["line_items"]
        for status in chinese.STATUSES:
            counts[status] += document[status]
    for (_, severity), count in severities.items():
        counts[f"{severity}s"] += count
    return {name: counts[name] for name in ("accepted", "amounts", *chinese.STATUSES, "errors", "warnings")}


def _severities(findings: pa.Table) -> Counter[tuple[str, str]]:
    counted = findings.group_by(["document_id", "severity"]).aggregate([([], "count_all")]).to_pylist()
    return Counter({(row["document_id"], row["severity"]): row["count_all"] for row in counted})


def _worst(findings: pa.Table) -> list[dict[str, Any]]:
    """Errors before warnings, a larger difference before a smaller one; else in the order of the file."""
    import pyarrow as pa
    import pyarrow.compute as pc

    keys = pa.table(
        {
            "warning": pc.equal(findings["severity"], "warning"),
            "difference": pc.fill_null(pc.abs(pc.cast(findings["difference"], pa.float64())), -1.0),
            "place": pa.array(range(findings.num_rows), pa.int64()),
        }
    )
    order = pc.sort_indices(
        keys, sort_keys=[("warning", "ascending"), ("difference", "descending"), ("place", "ascending")]
    )
    rows: list[dict[str, Any]] = findings.take(order[:WORST]).to_pylist()
    return rows


def _with_body(finding: dict[str, Any], documents: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    document = documents[finding["document_id"]]
    return finding | {field: document[field] for field in ("entity", "fiscal_year", "stage")}


def _rules(findings: pa.Table) -> list[dict[str, Any]]:
    counted = findings.group_by(["rule", "severity"]).aggregate([([], "count_all"), ("document_id", "count_distinct")])
    rows = [
        {
            "rule": row["rule"],
            "severity": row["severity"],
            "count": row["count_all"],
            "documents": row["document_id_count_distinct"],
        }
        for row in counted.to_pylist()
    ]
    return sorted(rows, key=lambda row: (row["severity"], -row["count"], row["rule"]))
