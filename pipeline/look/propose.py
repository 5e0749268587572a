"""The words of headers that no vocabulary has, as entries that a person can accept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from yusuan.pipeline.forms.gather import gather
from yusuan.pipeline.layout.cells import arrange
from yusuan.pipeline.layout.tables import logical_tables
from yusuan.pipeline.messages.language import tell
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.recognise.infer import Open
from yusuan.pipeline.recognise.recognise import recognise
from yusuan.pipeline.understand.added import as_toml
from yusuan.pipeline.understand.titles import known as known_title
from yusuan.pipeline.understand.wholes import is_bare_title
from yusuan.schemas.sentences import columns as say
from yusuan.schemas.sentences.said import Said, joined


@dataclass
class Proposal:
    """A word with what it was found to mean in each place, where it was seen, and what speaks for a meaning."""

    word: str
    meanings: set[tuple[str, ...]] = field(default_factory=set)
    seen: list[str] = field(default_factory=list)
    evidence: list[Said] = field(default_factory=list)

    @property
    def means(self) -> str:
        """The meaning, if it is the only one wherever one was found; empty otherwise."""
        found = self.meanings - {()}
        return next(iter(found))[0] if len(found) == 1 and len(next(iter(found))) == 1 else ""


def open_words(data: bytes) -> tuple[Open, ...]:
    """The words of a PDF that no vocabulary has. Raises Refusal for what is no readable PDF."""
    layouts = [arrange(page) for page in read(data).pages]
    _, others, _ = gather(logical_tables(layouts, known_title, is_bare_title), layouts, known_title)
    return recognise(others).open_words


def proposed(found: Iterable[tuple[str, Open]]) -> str:
    """Words with the names of their files, as entries of a file that `--vocabulary` takes."""
    proposals: dict[str, Proposal] = {}
    for file, word in found:
        proposal = proposals.setdefault(word.word, Proposal(word.word))
        proposal.meanings.add(word.meanings if word.sure else ("", *word.meanings))
        place = tell(say.PLACE.of(file=file, page=word.page, path=" / ".join(word.path)))
        if place not in proposal.seen:
            proposal.seen.append(place)
        if word.meanings:
            meanings = joined((*word.meanings, *(() if word.sure else ("nothing",))), " or ", "或 ")
            read_as = say.PROPOSED.of(meanings=meanings, evidence=word.evidence)
            if read_as not in proposal.evidence:
                proposal.evidence.append(read_as)
    return as_toml((p.word, p.means, p.seen, tell(joined(p.evidence, "; ", "；"))) for p in proposals.values())
