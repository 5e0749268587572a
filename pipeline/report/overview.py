"""The overview of a report: its documents with their money, and how many findings there are of each cause and rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yusuan.pipeline.load.folder import Loaded
from yusuan.pipeline.report import compare, finding_list, search
from yusuan.pipeline.report.changes import Change
from yusuan.pipeline.report.gathered import Known, class_names, gathered, shares
from yusuan.pipeline.report.labels import labels, measures
from yusuan.pipeline.report.money import PUBLIC, SPENT, THREE_PUBLIC, Told
from yusuan.pipeline.report.pages import page
from yusuan.schemas.sentences.said import Language
from yusuan.schemas.views import chinese

NAME = "index.html"
NAMES = (NAME, "findings.html", "search.html", "compare.html")
"""The pages beside those of the documents."""
WORST = 12
"""How many findings the overview shows; all of them stand in the list of findings."""


@dataclass(frozen=True)
class Listed:
    """A row of the table of documents. Amounts are None where the document tells none."""

    document: Mapping[str, Any]
    folder: str
    revenue: Told | None
    expenditure: Told | None
    functions: list[tuple[Told, Decimal]]
    total: Change | None
    largest: Change | None
    errors: Mapping[str, int]
    warnings: Mapping[str, int]
    key: str

    @property
    def proved(self) -> Decimal | None:
        """The part of its amounts that is proved, in per cent."""
        count = self.document["line_items"]
        return Decimal(self.document["proved"]) * 100 / count if count else None


def overview(dataset: Loaded, language: Language = "zh") -> Iterator[tuple[str, bytes]]:
    """The pages `NAMES` and their data, each with its name within the report."""
    known = gathered(dataset)
    places = {each.document["document_id"]: each.place for each in known}
    findings = finding_list.ordered(dataset["findings"])
    rules = finding_list.rules(findings)
    yield compare.documents(known)
    yield from compare.figures(known, class_names(dataset))
    yield from finding_list.data(findings, places, language)
    yield from search.index(dataset, places, language)
    shared: dict[str, Any] = {
        "label": labels(language),
        "rules": rules,
        "counts": finding_list.counts(rules),
    }
    accepted = [each for each in known if each.document["status"] != "quarantined"]
    choices = _choices(accepted, shared["label"])
    yield (
        NAME,
        page(
            "index.html",
            language,
            documents=sorted((_listed(each) for each in accepted), key=_order),
            refused=[each.document for each in known if each.document["status"] == "quarantined"],
            sums=_sums(accepted),
            worst=[_with_body(row, known[places[row["document_id"]]]) for row in _worst(findings)],
            choices=choices,
            **shared,
        ),
    )
    yield "findings.html", page("all_findings.html", language, choices=choices, **shared)
    yield "search.html", page("search.html", language, choices=choices, **shared)
    yield (
        "compare.html",
        page(
            "compare.html",
            language,
            public=measures(PUBLIC, THREE_PUBLIC, language),
            uses=measures(SPENT, "", language),
            **shared,
        ),
    )


def _choices(accepted: Sequence[Known], label: Mapping[str, Mapping[str, str]]) -> dict[str, list[tuple[Any, Any]]]:
    """What lists are narrowed by: values and their names."""
    documents = [each.document for each in accepted]
    named = {"stage": label["stage"], "entity_level": label["level"], "status": label["document"]}
    found = {
        field: [(x, name) for x, name in known.items() if any(row[field] == x for row in documents)]
        for field, known in named.items()
    }
    years = sorted({row["fiscal_year"] for row in documents if row["fiscal_year"]}, reverse=True)
    folders = sorted({each.folder for each in accepted if each.folder})
    return {
        "year": [(year, year) for year in years],
        "folder": [(folder, folder) for folder in folders],
        "level": found["entity_level"],
        "stage": found["stage"],
        "status": found["status"],
    }


def _listed(known: Known) -> Listed:
    own = known.own
    causes = known.causes
    return Listed(
        known.document,
        known.folder,
        own.totals.get("revenue") if own else None,
        own.totals.get("expenditure") if own else None,
        shares(own) if own else [],
        known.total,
        known.largest,
        {cause: causes[cause, "error"] for cause in finding_list.CAUSES},
        {cause: causes[cause, "warning"] for cause in finding_list.CAUSES},
        f"{known.document['document_id']}:{own.year}{own.basis[0]}" if own and not own.empty else "",
    )


def _order(row: Listed) -> tuple[Any, ...]:
    document = row.document
    return -(document["fiscal_year"] or 0), document["entity"] or "", document["stage"] or "", document["document_id"]


def _sums(accepted: Sequence[Known]) -> dict[str, Any]:
    documents = [each.document for each in accepted]
    counts: Counter[str] = Counter()
    for document in documents:
        counts["amounts"] += document["line_items"]
        counts["other_items"] += document["other_items"]
        counts["unread"] += document["unread"]
        for status in chinese.STATUSES:
            counts[status] += document[status]
    years = [document["fiscal_year"] for document in documents if document["fiscal_year"]]
    return {
        **{name: counts[name] for name in ("amounts", "other_items", "unread", *chinese.STATUSES)},
        "documents": len(documents),
        "bodies": len({document["entity"] for document in documents if document["entity"]}),
        "years": (min(years), max(years)) if years else (),
        "incomplete": sum(document["status"] == "incomplete" for document in documents),
        "levels": Counter(document["entity_level"] or "" for document in documents),
    }


def _worst(findings: Any) -> list[dict[str, Any]]:
    """The first of what is published wrongly."""
    rows: list[dict[str, Any]] = findings.slice(0, WORST).to_pylist()
    return [row for row in rows if row["cause"] == finding_list.CAUSES[0]]


def _with_body(finding: dict[str, Any], known: Known) -> dict[str, Any]:
    return finding | {field: known.document[field] for field in ("entity", "fiscal_year", "stage", "entity_level")}
