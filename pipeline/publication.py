"""Whose document it is, at which level, and for which year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.findings import Finding, Refusal
from pipeline.layout import captions
from pipeline.layout.captions import Caption
from pipeline.normalize.line_items import Publication


def publication(
    document_id: str, stage: str, said: Sequence[Caption], cover: Sequence[str]
) -> tuple[Publication, list[Finding]]:
    """Read it from the captions of the tables that are used, as most of them say; from the cover where they do not.

    Raises Refusal when nobody, or no year, is named.
    """
    entities = Counter(caption.entity for caption in said if caption.entity)
    on_cover = captions.read_caption(cover)
    if not entities and on_cover.entity:
        entities[on_cover.entity] += 1
    if not entities:
        raise Refusal(
            "document.no_entity", "found no 编制单位： or 编制部门： above any table; expected whose figures these are"
        )
    years = Counter(captions.years(caption.title for caption in said))
    if not years and (year := captions.cover_year(cover)):
        years[year] += 1
    if not years:
        raise Refusal("document.no_year", "found no year in any title or on the cover; expected one like 2024年")
    level, findings = _level(said, cover, on_cover, entities)
    for rule, counts in (("document.entities_differ", entities), ("document.years_differ", years)):
        if len(counts) > 1:
            found = ", ".join(f"{value} ({times} tables)" for value, times in counts.most_common())
            first = counts.most_common(1)[0][0]
            findings.append(Finding(rule, f"found {found}; expected one; {first} is used"))
    entity, year = entities.most_common(1)[0][0], years.most_common(1)[0][0]
    return Publication(document_id, year, stage, entity, level), findings


def _level(
    said: Sequence[Caption], cover: Sequence[str], on_cover: Caption, entities: Counter[str]
) -> tuple[str, list[Finding]]:
    """The level that titles tell, else labels, else the cover; and what there is to say of it."""
    titles = Counter(level for caption in said if (level := captions.level(caption.title, entities)))
    labels = Counter(caption.level for caption in said if caption.level)
    others = Counter(level for level in (captions.cover_level(cover), on_cover.level) if level)
    for told in (titles, labels, others):
        if told:
            level = told.most_common(1)[0][0]
            if len(set(titles) | set(labels)) > 1:
                message = f"found both unit and department in titles and captions; {level} is used"
                return level, [Finding("document.level_differs", message)]
            return level, []
    message = "found neither 部门 nor 单位 in titles, captions or on the cover; unit is used"
    return "unit", [Finding("document.no_level", message)]
