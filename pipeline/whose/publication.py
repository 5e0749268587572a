"""Whose document it is, at which level, and for which year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from yusuan.pipeline.layout import captions
from yusuan.pipeline.messages.findings import Finding, Refusal
from yusuan.pipeline.normalize.publication import Publication
from yusuan.pipeline.read.characters import name
from yusuan.pipeline.understand.titles import body_named
from yusuan.pipeline.whose import said as whose
from yusuan.pipeline.whose.beside import Beside
from yusuan.pipeline.whose.government import government_told
from yusuan.pipeline.whose.placeholders import placeholders
from yusuan.pipeline.whose.said import Told
from yusuan.schemas.sentences import publications as say
from yusuan.schemas.sentences.names import level_name, stage_name
from yusuan.schemas.sentences.said import Said, joined, quoted
from yusuan.schemas.vocabulary.around import ANY_BODY_LABELS

if TYPE_CHECKING:
    from yusuan.pipeline.layout.captions import Caption
    from yusuan.schemas.tables.declaration import Stage

_T = TypeVar("_T")
_NOTHING = Beside()
_OWN_PART = "（本级）"
_BRACKETS = re.compile(r"（[^（）]*）")
_BROKEN = 4
"""No name of a body is broken over more lines of a cover."""


def publication(
    document_id: str,
    stage: str,
    said: Sequence[Caption],
    cover: Sequence[str],
    lines: Sequence[tuple[int, str]],
    headers: Sequence[int] = (),
    known: Beside = _NOTHING,
    forms: Sequence[str] = (),
    certain: bool = True,
    government: bool = False,
) -> tuple[Publication, list[Finding]]:
    """Read it from the captions of the tables that are used, as most of them say; from the cover where they do not.

    `headers` are the years that the headers of the tables name for the document's own figures, which tell the year
    where neither titles nor the cover do. `lines` are all lines outside the tables with their pages; where neither
    captions nor a label on the cover name the body, it is the one that the cover and the headings of the parts name
    most often, then the one that `forms` about a whole body name. What no page says, `known` may tell. `stage` is the
    kind of document that its tables make it, which is `certain` or the last resort. The body is empty where nobody
    is named. Raises Refusal when no year is.
    """
    pages = _Pages(said, cover, lines, headers, forms)
    if government:
        titles = [caption.title for caption in said if caption.title]
        region = government_told(cover, titles)
        pages.entities = Counter([region.body] if region.body else [])
        pages.years = Counter([region.year] if region.year else [])
        pages.kinds, pages.levels = Counter([region.stage] if region.stage else []), []
    entity, year, kind = _most(pages.entities), _most(pages.years), _most(pages.kinds)
    own = Told(entity or "", year, "", kind)
    order = [("pages", own), *known.told]
    if known.over_pages:
        order = [*known.told[:1], ("pages", own), *known.told[1:]]
    entity, entity_from = next(((told.body, place) for place, told in order if told.body), ("", ""))
    found_year = next(((told.year, place) for place, told in order if told.year), None)
    if found_year is None:
        raise Refusal("document.no_year", say.NO_YEAR.of())
    findings = _told_of(known, own)
    if not entity:
        findings.append(Finding("document.no_entity", say.NO_ENTITY.of()))
    if not certain or government or (known.over_pages and order[0][1].stage):
        stage = next((told.stage for _, told in order if told.stage), None) or stage
    level = ""
    if not government:
        level, unsure = _level(said, cover, pages.levels, pages.entities, known, entity)
        findings += unsure
    told = (
        ("document.entities_differ", pages.entities, pages.where, pages.odd_page),
        ("document.years_differ", pages.years, "tables", None),
    )
    for rule, counts, places, page in told:
        if len(counts) > 1:
            found = joined(say.NAMED_IN[places].of(value=value, times=times) for value, times in counts.most_common())
            first = counts.most_common(1)[0][0]
            findings.append(Finding(rule, say.SEVERAL_NAMED.of(found=found, first=first), page=page))
    return Publication(
        document_id, found_year[0], stage, entity, level, entity_from, found_year[1], government
    ), findings


class _Pages:
    """What the pages tell: the bodies, years and kinds that they name, each with how often, and the levels."""

    def __init__(
        self,
        said: Sequence[Caption],
        cover: Sequence[str],
        lines: Sequence[tuple[int, str]],
        headers: Sequence[int],
        forms: Sequence[str],
    ) -> None:
        self.entities = Counter(_without_number(caption.entity, cover) for caption in said if caption.entity)
        on_cover = captions.read_caption(cover)
        named = list(whose.on_cover(cover))
        if not self.entities and on_cover.entity:
            self.entities[on_cover.entity] += 1
        self.where, self.odd_page = "tables", None
        headed: list[str] = []
        if not self.entities:
            self.entities, headed, self.odd_page = _headed(cover, lines)
            self.where = "headings"
        if not self.entities and named:
            self.entities[named[0].body] += 1
            headed = [found.level for found in named if found.level]
        if not self.entities and len(set(forms)) == 1:
            self.entities, self.where = Counter(forms), "forms"
        titled = {body for caption in said if (body := body_named(caption.title))}
        if not self.entities and len(titled) == 1:
            self.entities, self.where = Counter(titled), "tables"
        headings = [text for _, text in lines if captions.is_part(text)]
        self.levels = [on_cover.level, *headed, captions.cover_level(headings)]
        self.years = Counter(captions.years(caption.title for caption in said))
        if not self.years and (year := captions.cover_year(cover)):
            self.years[year] += 1
        self.years = self.years or Counter(found.year for found in named if found.year) or Counter(headers)
        self.years = self.years or Counter(captions.years(headings))
        if not self.years:
            alone = {year for _, text in lines if (year := whose.year_alone(text))}
            self.years = Counter(alone) if len(alone) == 1 else Counter()
        titles = [kind for caption in said if (kind := whose.kind_of(caption.title))]
        self.kinds: Counter[Stage] = Counter(found.stage for found in named[:1] if found.stage) or Counter(titles)


def _without_number(entity: str, cover: Sequence[str]) -> str:
    """The name of a body without the number that a label puts before it (101X局), where the cover has it without."""
    bare = entity.lstrip("0123456789")
    known = bare and bare != entity and any(bare in name(text) for text in cover)
    return bare if known and not any(entity in name(text) for text in cover) else entity


def _most(counts: Counter[_T]) -> _T | None:
    return counts.most_common(1)[0][0] if counts else None


def _told_of(known: Beside, own: Told) -> list[Finding]:
    """What is to be said of the places besides the pages: a list that cannot be read, what contradicts the pages."""
    findings = [Finding("document.sources_unclear", known.trouble)] if known.trouble else []
    for place, told in known.told:
        wrong: list[tuple[Said, Said]] = []
        if place != "folder" and told.body and own.body and not same_body(told.body, own.body):
            wrong.append((quoted(told.body), quoted(own.body)))
        if told.year and own.year and told.year != own.year:
            wrong.append((quoted(told.year), quoted(own.year)))
        if told.stage and own.stage and told.stage != own.stage:
            wrong.append((stage_name(told.stage), stage_name(own.stage)))
        sentence = say.LIST_COUNTS if known.over_pages and place == "sources.csv" else say.PAGES_COUNT
        findings += [
            Finding("document.sources_differ", sentence.of(there=there, place=say.PLACES[place], here=here))
            for there, here in wrong
        ]
    return findings


def same_body(one: str, other: str) -> bool:
    """Whether two names may be one body's, of which one is shorter: 江苏省委办公厅, 中共江苏省委办公厅."""
    one, other = (_BRACKETS.sub("", text) for text in (one, other))
    return one in other or other in one


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
    said: Sequence[Caption],
    cover: Sequence[str],
    otherwise: Sequence[str],
    entities: Counter[str],
    known: Beside,
    entity: str,
) -> tuple[str, list[Finding]]:
    """The level that titles tell, else labels of a 部门, else the cover, else what is known besides, else labels of a
    单位; and what there is to say. What calls a body a 部门 tells nothing where the cover says 单位预算.

    It is empty where nothing tells, and where a body's own part (X局（本级）), which is a unit, speaks of a 部门.
    """
    listed = [told.level for place, told in known.told if place == "sources.csv" and told.level]
    if known.over_pages and listed:
        return listed[0], []
    titles = Counter(level for caption in said if (level := captions.level(caption.title, entities)))
    # 单位 is what any body is called, so that only 部门 in a label tells a level that differs from others.
    labels = Counter(caption.level for caption in said if caption.level == "department")
    if captions.cover_level(cover) == "unit" and not any("部门" in text for text in cover):
        # 部门收支总表 and 编制部门 are what the form has that units fill in too.
        del titles["department"], labels["department"]
    any_body = Counter(caption.level for caption in said if caption.level == "unit")
    others = Counter(level for level in (captions.cover_level(cover), *otherwise) if level)
    named = Counter(listed or [told.level for _, told in known.told if told.level][:1])
    weak = Counter(ANY_BODY_LABELS[caption.label] for caption in said if caption.label in ANY_BODY_LABELS)
    if _OWN_PART in entity and "unit" not in (*titles, *any_body, *others, *named):
        return "", [Finding("document.no_level", say.OWN_PART.of(entity=entity))]
    for told in (titles, labels, others, named, any_body):
        if told:
            level = told.most_common(1)[0][0]
            if len(set(titles) | set(labels)) > 1:
                return level, [Finding("document.level_differs", say.BOTH_LEVELS.of(level=level_name(level)))]
            return level, []
    if not weak:
        return "", [Finding("document.no_level", say.NO_LEVEL.of())]
    level = weak.most_common(1)[0][0]
    label = next(caption.label for caption in said if caption.label in ANY_BODY_LABELS)
    return level, [Finding("document.no_level", say.LEVEL_OF_LABEL.of(level=level_name(level), label=label))]
