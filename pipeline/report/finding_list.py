"""All findings of a dataset as data files: what they are chosen by in one, what they say in shards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from yusuan.pipeline.report.shards import plain, script, shards
from yusuan.schemas.sentences.said import Language
from yusuan.schemas.views.names import names

if TYPE_CHECKING:
    import pyarrow as pa

SHARD = 400
"""So many findings stand in a shard: about 120 KB."""

CAUSES = ("publisher", "reader")
SEVERITIES = ("error", "warning")


def ordered(findings: pa.Table) -> pa.Table:
    """What is published wrongly before what could not be read, errors first, then the largest differences."""
    import pyarrow as pa
    import pyarrow.compute as pc

    keys = pa.table(
        {
            "cause": pc.equal(findings["cause"], CAUSES[1]),
            "severity": pc.equal(findings["severity"], SEVERITIES[1]),
            "difference": pc.fill_null(pc.abs(pc.cast(findings["difference"], pa.float64())), -1.0),
            "place": pa.array(range(findings.num_rows), pa.int64()),
        }
    )
    names = (("cause", "ascending"), ("severity", "ascending"), ("difference", "descending"), ("place", "ascending"))
    return findings.take(pc.sort_indices(keys, sort_keys=list(names)))


def data(findings: pa.Table, places: Mapping[str, int], language: Language) -> Iterator[tuple[str, bytes]]:
    """The data files of findings in their order: `findings`, and `finding-N` with what each says.

    The first has rules and, for each finding, the numbers of document, rule, cause and severity, and its own number in
    its document.
    """
    rules = sorted(set(findings["rule"].to_pylist()))
    number = {rule: place for place, rule in enumerate(rules)}
    chosen: list[list[int]] = []
    told: list[list[str]] = []
    for row in findings.to_pylist():
        chosen.append(
            [
                *(places[row["document_id"]], number[row["rule"]], CAUSES.index(row["cause"])),
                *(SEVERITIES.index(row["severity"]), row["finding"]),
            ]
        )
        message = row["message_zh"] if language == "zh" else row["message"]
        expected, difference = plain(row["expected"]), plain(row["difference"])
        told.append([message, row["printed"] or "", expected, difference])
    named = [[id_, names(language).rule(id_)] for id_ in rules]
    yield script("findings", {"rules": named, "rows": chosen, "size": SHARD})
    yield from shards("finding", told, SHARD)


def rules(findings: pa.Table) -> dict[str, list[dict[str, Any]]]:
    """How often each rule is found, and in how many documents, by cause."""
    counted = findings.group_by(["cause", "severity", "rule"]).aggregate(
        [([], "count_all"), ("document_id", "count_distinct")]
    )
    rows = [
        {
            **{name: row[name] for name in ("cause", "severity", "rule")},
            "count": row["count_all"],
            "documents": row["document_id_count_distinct"],
        }
        for row in counted.to_pylist()
    ]
    rows.sort(key=lambda row: (row["severity"], -row["count"], row["rule"]))
    return {cause: [row for row in rows if row["cause"] == cause] for cause in CAUSES}


def counts(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, dict[str, int]]:
    """The number of errors and warnings by cause."""
    return {
        cause: {severity: sum(row["count"] for row in own if row["severity"] == severity) for severity in SEVERITIES}
        for cause, own in rows.items()
    }
