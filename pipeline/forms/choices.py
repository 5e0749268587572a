"""Cells with tick boxes → the choices that are ticked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yusuan.pipeline.read.characters import name
from yusuan.schemas.forms.values import CHOICES, YES_NO_BOXES
from yusuan.schemas.sentences import forms as sentences
from yusuan.schemas.sentences.said import NOTHING, Said

_MARKS = "".join(YES_NO_BOXES)
_BOX = re.compile(rf"[（(]\s*[{_MARKS}]?\s*[）)]|\[\s*[{_MARKS}]?\s*\]|[{_MARKS}]")
_MARKED = re.compile(rf"[（(]\s*[{_MARKS}]\s*[）)]|\[\s*[{_MARKS}]\s*\]|[{_MARKS}]")
_BARE = re.compile(rf"(?<![（(\[])[{_MARKS}](?![）)\]])")
_TICKS = "√✓✔"
_BETWEEN = "；;，,、。．.:："


@dataclass(frozen=True)
class Choices:
    """The choices of one cell, in order: those that are ticked, and all. `problem` says why they cannot be told."""

    ticked: tuple[str, ...]
    offered: tuple[str, ...]
    problem: Said = NOTHING


def has_boxes(text: str) -> bool:
    """Whether a text has a tick box, or a tick."""
    return any(char in text for char in YES_NO_BOXES)


def choices_named(text: str) -> int:
    """How many declared choices a text names."""
    rest, found = name(text), 0
    for choice in sorted((word for words in CHOICES.values() for word in words), key=len, reverse=True):
        found += rest.count(choice)
        rest = rest.replace(choice, " ")
    return found


def read_choices(text: str) -> Choices:
    """Read the choices of a cell whose boxes stand all before their words, or all behind them. Spaces part words.

    A cross in a box counts as a tick, as word processors draw it, unless a hooked box stands beside it: then it may
    mean no. An empty pair of brackets is a box.
    """
    # Beside boxes that are drawn, empty brackets are room to write in: □其他（ ）.
    box = _MARKED if re.search(_MARKED, text) and re.search(_BARE, text) else _BOX
    boxes = [name(found) for found in box.findall(text)]
    parts = box.split(text)
    if parts[-1].strip() and parts[0].strip().endswith(("：", ":")):
        parts[0] = ""  # the name of the field, before the first box
    words = [name(part).strip(_BETWEEN) for part in parts]
    named = words[:-1] if words[0] else words[1:]
    if bool(words[0]) == bool(words[-1]) or not all(named):
        return Choices((), (), sentences.NO_TURNS.of())
    if all(box in _TICKS for box in boxes) and any(len(part.split()) > 1 for part in parts):
        return Choices((), (), sentences.SOME_WITHOUT_BOX.of())
    states = [_state(box) for box in boxes]
    if "unclear" in states:
        return Choices((), tuple(named), sentences.HALF_TICKED.of(choice=named[states.index("unclear")]))
    if "ticked" in states and "crossed" in states:
        return Choices((), tuple(named), sentences.TICKED_AND_CROSSED.of())
    ticked = tuple(word for word, state in zip(named, states, strict=True) if state != "empty")
    return Choices(ticked, tuple(named))


def _state(box: str) -> str:
    inside = box.strip("（）[]")
    return YES_NO_BOXES[inside] if inside else "empty"
