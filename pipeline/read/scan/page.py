"""The picture of a page → the page: its ruling lines, its characters, and what of its ink could not be recognised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import cv2
import numpy as np

from yusuan.pipeline.messages.findings import Box
from yusuan.pipeline.read.page import Character, Ink, Page, Rule
from yusuan.pipeline.read.reading import Reading
from yusuan.pipeline.read.scan.beside import with_heads
from yusuan.pipeline.read.scan.even import evened
from yusuan.pipeline.read.scan.figures import DASH, figures
from yusuan.pipeline.read.scan.grey import Flags
from yusuan.pipeline.read.scan.level import Level, level_of
from yusuan.pipeline.read.scan.models import recogniser
from yusuan.pipeline.read.scan.place import Placed
from yusuan.pipeline.read.scan.screen import unscreened
from yusuan.pipeline.read.scan.stamps import Unstamped
from yusuan.pipeline.read.scan.strips import Dots, Strip, stretches
from yusuan.pipeline.read.scan.upright import letters
from yusuan.pipeline.read.scan.words import Word, word
from yusuan.pipeline.read.scan.wrapped import seen_beside

_SAMPLE = 8
"""So many lines tell whether a picture stands on its head."""
_SENTENCE = 20
"""Lines that are wider than so many letters cost more than they tell."""
_SURE = 0.9
"""On average, signs of a page that stands upright are surer than this."""
_UNSURE = 0.5
"""Signs that are on average less sure are a guess: nobody made them out."""
_HARDLY = 0.9
"""A word of which some sign is less sure may be another."""
_MOST = 2500
"""No page has more lines of text, cells counted."""
_DIRT = 0.35
"""Ink of which nothing that hangs together is longer than this part of a letter is dirt."""
_APART, _TWO_FIGURES = 0.45, 0.8
"""Columns without ink that are wider than so many letter heights part two texts, and two figures, among which narrow
ones stand apart."""


def scanned_page(number: int, seen: Unstamped, scale: float) -> Page:
    """The page that a picture shows; `scale` is how many of its dots make a point.

    Places are those of the picture made upright and level; `Page.placed` leads back to where they are displayed.
    """
    # Documents are read side by side in processes of their own.
    cv2.setNumThreads(1)
    even = evened(unscreened(seen.grey), seen.remains)
    sideways, size = letters(even.ink)
    turned = 1 if sideways else 0
    level, sample, head = _upright(level_of(even.turned(turned), size))
    if _sureness(sample) < _SURE:
        # With too little text to tell sideways by; or no text at all.
        other, words, other_head = _upright(level_of(even.turned(turned + 1), size))
        if _sureness(words) > _sureness(sample):
            level, sample, head, turned = other, words, other_head, turned + 1
    sure = _sureness(sample)
    placed = Placed(turned, level.straight, scale, head)
    if 0 < sure < _UNSURE or len(level.strips) > _MOST:
        # A photograph, handwriting, or what else nobody can read so: to recognise all of it would tell nothing.
        height, width = level.grey.shape
        whole = Ink("unrecognised", 0, 0, width / scale, height / scale)
        return Page(number, width / scale, height / scale, (), (), 1, 0, inks=(whole,), scanned=True, placed=placed)
    return _page(number, level, placed, {word.strip: word for word in sample})


def _upright(level: Level) -> tuple[Level, list[Word], bool]:
    """A level picture, turned by a half if it stands on its head; what is read in some lines; and whether it did."""
    sample = _sample(level)
    if (sure := _sureness(sample)) < _SURE:
        other = level.turned_by_half()
        words = _sample(other)
        if _sureness(words) > sure:
            return other, words, True
    return level, sample, False


def _sample(level: Level) -> list[Word]:
    """What is read in some lines of a page that tell most: wide ones, which are not of figures alone."""
    fair = [strip for strip in level.strips if 2 * level.letter < _size(strip)[0] < _SENTENCE * level.letter]
    wide = sorted(fair, key=lambda strip: (-_size(strip)[0], strip.box))[:_SAMPLE]
    return [word(recogniser(), level.grey, strip, level.letter) for strip in wide]


def _sureness(words: Sequence[Word]) -> float:
    sure = [each for word in words for each in word.sure]
    return float(np.mean(sure)) if sure else 0.0


def _page(number: int, level: Level, placed: Placed, known: Mapping[Strip, Word]) -> Page:
    """The page of a level picture, of whose strips some are `known`."""
    scale = placed.scale
    words: list[Word] = []
    above = ""
    for strip in level.strips:
        goes_on = words and strip.in_grid and words[-1].strip.room == strip.room
        above = above + words[-1].text if goes_on else ""
        seen = None if above else known.get(strip)
        seen = seen or word(recogniser(), level.grey, strip, level.letter, above)
        words.append(seen_beside(recogniser(), level.grey, words[-1], seen, level.letter) if above else seen)
    words = with_heads(words)
    taken = figures(words)
    characters: list[Character] = []
    readings: list[Reading] = []
    inks: list[Ink] = []
    unsure: list[Box] = []
    for each, text in zip(words, taken, strict=True):
        sure = _sureness([each])
        if sure < _SURE and level.is_of_stamp(each.strip):
            continue
        if sure < _UNSURE:
            if _largest(level.ink, each.strip.box) > _DIRT * level.letter:
                inks.append(Ink("unrecognised", *_points(each.strip.box, scale)))
            continue
        own = list(_characters(each, text, level, scale))
        if not own:
            continue
        characters += own
        box = (own[0].x0, own[0].top, own[-1].x1, own[-1].bottom)
        if text is not None and text != DASH:
            readings.append(Reading(text, box, each.chances))
        elif text is None and min(each.sure) < _HARDLY:
            unsure.append(box)
    height, width = level.grey.shape
    return Page(
        number=number,
        width=width / scale,
        height=height / scale,
        characters=tuple(characters),
        rules=tuple(Rule(r.orientation, r.position / scale, r.start / scale, r.end / scale) for r in level.rules),
        images=1,
        turned=0,
        inks=tuple(inks),
        scanned=True,
        readings=tuple(readings),
        unsure=tuple(unsure),
        placed=placed,
    )


def _largest(ink: Flags, box: Dots) -> int:
    """How long, in dots, the largest piece of ink is."""
    x0, top, x1, bottom = box
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink[top:bottom, x0:x1].astype(np.uint8), connectivity=8)
    return int(stats[1:, cv2.CC_STAT_WIDTH : cv2.CC_STAT_HEIGHT + 1].max(initial=0))


def _size(strip: Strip) -> tuple[int, int]:
    return strip.box[2] - strip.box[0], strip.box[3] - strip.box[1]


def _points(box: Sequence[float], scale: float) -> Box:
    x0, top, x1, bottom = (each / scale for each in box)
    return x0, top, x1, bottom


def _characters(word: Word, text: str | None, level: Level, scale: float) -> Iterator[Character]:
    """The letters of a line with boxes that touch where no paper parts them. Their height is that of all letters."""
    x0, top, x1, bottom = word.strip.box
    half = max(bottom - top, level.letter) / 2
    upper, lower = (top + bottom) / 2 - half, (top + bottom) / 2 + half
    if word.strip.in_grid:
        # What is recognised in a cell stands in it.
        upper, lower = max(upper, word.strip.room[1]), min(lower, word.strip.room[3])
    signs, places = word.signs, word.places
    if text is not None and "".join(signs) != text:
        signs = tuple(text)
        places = tuple(np.interp(np.linspace(0, 1, len(signs)), np.linspace(0, 1, len(word.places)), word.places))
    apart = (_APART if text is None else _TWO_FIGURES) * level.letter
    inked: Flags = level.ink[top:bottom, x0:x1].max(axis=0)
    parts = _parts(inked, x0, apart)
    members: dict[int, list[int]] = defaultdict(list)
    for at, place in enumerate(places):
        if signs[at] != " ":
            members[_part_of(parts, place)].append(at)
    for number in sorted(members):
        start, end = parts[number]
        own = members[number]
        # What has no ink of its own stands at the edge of what has.
        within = [min(max(places[at], start), end) for at in own]
        edges = [(a + b) / 2 for a, b in pairwise(within)]
        for at, left, right in zip(own, [start, *edges], [*edges, end], strict=True):
            yield Character(signs[at], left / scale, upper / scale, right / scale, lower / scale)


def _parts(inked: Flags, start: int, apart: float) -> list[tuple[float, float]]:
    """Where a line has ink, from left to right, without gaps that part no texts."""
    found: list[tuple[float, float]] = []
    for first, last in stretches(inked):
        if found and start + first - found[-1][1] <= apart:
            found[-1] = found[-1][0], start + last
        else:
            found.append((start + first, start + last))
    return found


def _part_of(parts: Sequence[tuple[float, float]], place: float) -> int:
    return min(range(len(parts)), key=lambda n: max(parts[n][0] - place, place - parts[n][1], 0))
