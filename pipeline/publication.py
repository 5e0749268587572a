"""Whose document it is, at which level, and for which year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from pipeline import whose
from pipeline.findings import Finding, Refusal
from pipeline.layout import captions
from pipeline.layout.captions import Caption
from pipeline.normalize.line_items import Publication
from pipeline.placeholders import placeholders
from schemas.words import ANY_BODY_LABELS

_BROKEN = 4
"""No name of a body is broken over more lines of a cover."""


def publication(
    document_id: str,
    stage: str,
    said: Sequence[Caption],
    cover: Sequence[str],
    lines: Sequence[tuple[int, str]],
    headers: Sequence[int] = (),
    path: str = "",
) -> tuple[Publication, list[Finding]]:
    """Read it from the captions of the tables that are used, as most of them say; from the cover where they do not.

    `headers` are the years that the headers of the tables name for the document's own figures, which tell the year
    where neither titles nor the cover do. `lines` are all lines outside the tables with their pages; where neither
    captions nor a label on the cover name the body, it is the one that the cover and the headings of the parts name
    most often. Where no page says it, the name of the file at `path` does. Raises Refusal when nobody, or no year, is
    named.
    """
    entities = Counter(caption.entity for caption in said if caption.entity)
    on_cover = captions.read_caption(cover)
    if not entities and on_cover.entity:
        entities[on_cover.entity] += 1
    where, odd_page = "tables", None
    levels: list[str] = []
    if not entities:
        entities, levels, odd_page = _headed(cover, lines)
        where = "headings"
    named = list(whose.on_cover(cover))
    if not entities and named:
        entities[named[0].body] += 1
        levels = [found.level for found in named if found.level]
    by_name = whose.by_file_name(path)
    if not entities and by_name:
        entities, where = Counter([by_name.body]), "file name"
    findings: list[Finding] = []
    if not entities:
        finding = Finding(
            "document.no_entity",
            "found no 编制单位： or 编制部门： above any table, no cover or heading like 'X局2024年度部门决算', and no "
            "body in the file's name; expected whose figures these are",
        )
        findings.append(finding)
    years = Counter(captions.years(caption.title for caption in said))
    if not years and (year := captions.cover_year(cover)):
        years[year] += 1
    years = years or Counter(found.year for found in named if found.year) or Counter(headers)
    years = years or Counter(captions.years(text for _, text in lines if captions.is_part(text)))
    if not years and by_name and by_name.year:
        years[by_name.year] += 1
    if not years:
        raise Refusal(
            "document.no_year",
            "found no year in any title or header, on the cover or in the file's name; expected one like 2024年",
        )
    headings = [text for _, text in lines if captions.is_part(text)]
    level, unsure = _level(said, cover, [on_cover.level, *levels, captions.cover_level(headings)], entities)
    findings += unsure
    told = (("document.entities_differ", entities, where, odd_page), ("document.years_differ", years, "tables", None))
    for rule, counts, places, page in told:
        if len(counts) > 1:
            found = ", ".join(f"{value} ({times} {places})" for value, times in counts.most_common())
            first = counts.most_common(1)[0][0]
            findings.append(Finding(rule, f"found {found}; expected one; {first} is used", page=page))
    entity, year = (entities or Counter([""])).most_common(1)[0][0], years.most_common(1)[0][0]
    return Publication(document_id, year, stage, entity, level), findings


def _headed(cover: Sequence[str], lines: Sequence[tuple[int, str]]) -> tuple[Counter[str], list[str], int | None]:
    """The bodies that the cover and the headings name, the levels that they tell, and the page of the first heading
    that names another body than most.
    """
    named = [(1, *found) for found in _on_cover(cover)]
    named += [(page, *found) for page, text in lines if (found := _known(captions.headed_body, text))]
    counts = Counter(body for _, body, _ in named)
    for body in list(counts):
        # The end of a name that is broken over two lines.
        if any(other != body and other.endswith(body) and counts[other] >= counts[body] for other in counts):
            del counts[body]
    usual = counts.most_common(1)[0][0] if counts else ""
    odd = next((page for page, body, _ in named if body in counts and body != usual), None)
    return counts, [level for _, _, level in named], odd


def _on_cover(cover: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What a cover names on one line, or on several, of which the upper ones are the beginning of the name."""
    for end in range(len(cover)):
        text = ""
        found = None
        for start in range(end, max(-1, end - _BROKEN), -1):
            if found and not captions.incomplete_body(cover[start]):
                break
            text = cover[start] + text
            found = _known(captions.named_body, text) or found
        if found:
            yield found


def _known(named: Callable[[str], tuple[str, str] | None], text: str) -> tuple[str, str] | None:
    return None if placeholders(text) else named(text)


def _level(
    said: Sequence[Caption], cover: Sequence[str], otherwise: Sequence[str], entities: Counter[str]
) -> tuple[str, list[Finding]]:
    """The level that titles tell, else labels, else the cover; and what there is to say of it."""
    titles = Counter(level for caption in said if (level := captions.level(caption.title, entities)))
    labels = Counter(caption.level for caption in said if caption.level)
    others = Counter(level for level in (captions.cover_level(cover), *otherwise) if level)
    for told in (titles, labels, others):
        if told:
            level = told.most_common(1)[0][0]
            if len(set(titles) | set(labels)) > 1:
                message = f"found both unit and department in titles and captions; {level} is used"
                return level, [Finding("document.level_differs", message)]
            return level, []
    weak = Counter(ANY_BODY_LABELS[caption.label] for caption in said if caption.label in ANY_BODY_LABELS)
    level = weak.most_common(1)[0][0] if weak else ""
    message = f"found neither 部门 nor 单位 in titles, captions, headings or on the cover; {level or 'none'} is used"
    if weak:
        label = next(caption.label for caption in said if caption.label in ANY_BODY_LABELS)
        message += f" because of the label {label}：, which stands above figures of any body"
    return level, [Finding("document.no_level", message)]
