"""Words that a person adds to the vocabulary: a file of entries → pairs of a word and what it means.

The file is TOML, an entry for each word:

    [[word]]
    word = "天书支出"
    means = "project"

`means` is a measure, what of a row a column names, a classification of rows, budget or final, or aside, total, nothing:
a name of yusuan.schemas.vocabulary.headers.MEANINGS. An entry whose `means` is empty is one that nobody has decided,
and adds nothing. `seen` and `evidence` are for the person who decides.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from yusuan.pipeline.files.regular import read_regular
from yusuan.pipeline.messages.findings import SaidError
from yusuan.pipeline.understand.words import Added, compose, package
from yusuan.schemas.sentences import corrections as say
from yusuan.schemas.sentences.said import Said, joined
from yusuan.schemas.sentences.system import of_system
from yusuan.schemas.vocabulary.headers import MEANINGS, WORDS

NAME = "vocabulary.toml"
"""The file in the folder of a dataset whose words are added to those of the package."""
PROPERTY = "vocabulary"
"""The property of datapackage.json that has the words which were added."""
_FIELDS = frozenset({"word", "means", "seen", "evidence"})


class BadVocabulary(SaidError, ValueError):
    """The file is none, or entries of it do not fit; the message names each, with what was found and expected."""


class _BadEntry(SaidError):
    """An entry does not fit."""


def read_added(path: Path) -> Added:
    """The words of a file. Raises BadVocabulary."""
    try:
        content = tomllib.loads(read_regular(path).decode("utf-8-sig"))
    except OSError as error:
        raise BadVocabulary(say.NO_FILE.of(path=path, error=of_system(error))) from None
    except ValueError as error:  # no UTF-8, or no TOML
        raise BadVocabulary(say.NO_TOML.of(path=path, error=error)) from None
    entries = content.get("word", [])
    if set(content) - {"word"} or not isinstance(entries, list):
        raise BadVocabulary(say.OTHER_KEYS.of(path=path, found=joined(content)))
    found: dict[str, str] = {}
    problems: list[Said] = []
    for number, entry in enumerate(entries, start=1):
        try:
            word, means = _entry(entry)
            if means and found.setdefault(word, means) != means:
                raise _BadEntry(say.TWO_MEANINGS.of(word=word, means=means, before=found[word]))
        except _BadEntry as error:
            problems.append(say.ENTRY.of(path=path, number=number, problem=error.said))
    if problems:
        raise BadVocabulary(joined(problems, "\n", "\n"))
    return tuple(sorted(found.items()))


def added_of(dataset: Path) -> Added:
    """The words that a dataset in a folder was made with besides those of the package, as its datapackage.json says."""
    try:
        said = json.loads(read_regular(dataset / "datapackage.json").decode("utf-8")).get(PROPERTY, [])
        return tuple(sorted((entry["word"], entry["means"]) for entry in said if entry["means"] in MEANINGS))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return ()  # whether it is a dataset, others look


def _entry(entry: Any) -> tuple[str, str]:
    """The word of an entry in its normal form, and what it means. Raises _BadEntry with found and expected."""
    if not isinstance(entry, dict) or set(entry) - _FIELDS:
        raise _BadEntry(say.NO_ENTRY.of(entry=repr(entry)))
    word, means = entry.get("word", ""), entry.get("means", "")
    if not isinstance(word, str) or not isinstance(means, str):
        raise _BadEntry(say.NO_TEXTS.of(entry=repr(entry)))
    from yusuan.pipeline.layout.header import word as header_word
    from yusuan.pipeline.read.characters import key

    normal = header_word(key(word))
    if not normal:
        raise _BadEntry(say.NO_WORD.of(word=repr(word)))
    if means and means not in MEANINGS:
        raise _BadEntry(say.NO_MEANING.of(word=word, means=repr(means), known=joined(sorted(MEANINGS))))
    if means and (said := _said(normal)) and means not in said:
        raise _BadEntry(say.MEANS_OTHERWISE.of(word=word, means=means, known=joined(said, " or ", " 或 ")))
    return normal, means


def _said(word: str) -> tuple[str, ...]:
    """What the package has a text mean, as one word or as several; empty where it does not know it."""
    from yusuan.pipeline.understand.columns import understand

    names = {meaning: name for name, meaning in MEANINGS.items()}
    if word in WORDS:
        return tuple(names.get(meaning, f"{meaning.dimension} {meaning.value}") for meaning in WORDS[word])
    with package():
        if compose(word).unknown:
            return ()
        return (understand((word,)).role or "nothing",)


def as_toml(entries: Iterable[tuple[str, str, Sequence[str], str]]) -> str:
    """Entries as a file of them: each a word, what it means or nothing, where it was seen, and what speaks for it."""
    lines: list[str] = []
    for word, means, seen, evidence in entries:
        lines += ["[[word]]", f"word = {_text(word)}", f"means = {_text(means)}"]
        lines += ["seen = [", *(f"    {_text(place)}," for place in seen), "]", f"evidence = {_text(evidence)}", ""]
    return "\n".join(lines)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
