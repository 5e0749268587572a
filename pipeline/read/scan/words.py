"""Strips of a level picture → the letters in them, each with its place and how sure it is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt

from yusuan.pipeline.read.reading import SIGNS, Chances
from yusuan.pipeline.read.scan.gaps import Gap, Shown, behind_marks
from yusuan.pipeline.read.scan.grey import Grey
from yusuan.pipeline.read.scan.lexicon import Others, counted, in_words, mark_within, restored
from yusuan.pipeline.read.scan.models import Recogniser, Scores
from yusuan.pipeline.read.scan.nearly import is_word, nearly
from yusuan.pipeline.read.scan.strips import Dots, Strip
from yusuan.schemas.vocabulary.signs import TRADITIONAL

_ROWS = 48
"""How high the lines are that the recogniser has learned from."""
_STEP = 8
"""It says something every so many columns."""
_AROUND = 0.25
"""The paper above and below the letters, in letter heights."""
_MORE = 6
"""So many signs are looked at besides the likeliest."""
_HARDLY = 0.05
_NEARLY = 0.6
"""A sign of a word of the field is so sure at least: recognised, and hardly made out."""
_NARROWEST, _WIDEST = 48, 3200
_DIGITS = frozenset("0123456789")
LIKE: dict[str, str] = {
    ",": "，、‚’'`;；",
    ".": "．。·・•:：",
    "-": "－—–―一﹣−_",
    "0": "０O〇○oＯQD",
    "1": "１lI|丨ｌ！!",
    "2": "２",
    "3": "３",
    "4": "４",
    "5": "５S",
    "6": "６",
    "7": "７",
    "8": "８B",
    "9": "９",
}
"""Signs that stand for one of a figure where a figure stands."""
_FLOOR = 1e-7
_INKED, _FAINTEST = 1.0, 190.0
"""So many per cent of a line's dots are its blackest ink, which is no fainter than this."""


@dataclass(frozen=True)
class Word:
    """What was recognised in a strip: its signs, the place of each in dots, and how sure each is, from 0 to 1.

    `chances` are those of its being a figure.
    """

    strip: Strip
    signs: tuple[str, ...]
    places: tuple[float, ...]
    sure: tuple[float, ...]
    chances: Chances

    @property
    def text(self) -> str:
        """The signs as one."""
        return "".join(self.signs)


def line_of(
    level: Grey, strip: Strip, letter: float, gaps: tuple[Gap, ...] = ()
) -> tuple[npt.NDArray[np.float32], float, Shown]:
    """A strip as the recogniser wants it, how many of its columns make a dot, and the dots that it shows.

    What stands around its room is not seen.
    """
    x0, top, x1, bottom = strip.box
    high = max(bottom - top, letter)
    middle = (top + bottom) / 2
    half = high * (0.5 + _AROUND)
    scale = _ROWS / (2 * half)
    side = round(_AROUND * high)
    left, right = x0 - side, x1 + side
    first, last = round(middle - half), round(middle + half)
    out = np.full((last - first, right - left), 255, dtype=np.uint8)
    a, b, c, d = _seen(strip, side, level.shape)
    out[b - first : d - first, a - left : c - left] = level[b:d, a:c]
    shown = Shown(left, behind_marks(level, slice(top, bottom), gaps, letter))
    out = shown.of(out)
    dots = out.shape[1]
    columns = min(round(dots * scale), _WIDEST)
    width = max(columns, _NARROWEST)
    # Faint ink is made as black as other.
    black = min(float(np.percentile(out, _INKED)), _FAINTEST)
    out = np.clip((out - black) * (255 / (255 - black)), 0, 255).astype(np.uint8)
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    line = np.full((_ROWS, width), 255, dtype=np.uint8)
    line[:, :columns] = cv2.resize(out, (columns, _ROWS), interpolation=way)
    return line.astype(np.float32) / 127.5 - 1, columns / dots, shown


def _seen(strip: Strip, side: int, shape: tuple[int, ...]) -> Dots:
    """What is shown of a strip: a little more than its ink, where its room has that, for faint strokes go on beyond."""
    (x0, top, x1, bottom), room = strip.box, strip.room
    left, right = max(room[0], x0 - side, 0), min(room[2], x1 + side, shape[1])
    return left, max(room[1], top - 2, 0), right, min(room[3], bottom + 2, shape[0])


def word(recogniser: Recogniser, level: Grey, strip: Strip, letter: float, above: str = "") -> Word:
    """What the recogniser sees in a strip, `above` which the lines of the same cell say so much."""
    read = _read(recogniser, level, strip, letter, strip.gaps, above)
    if strip.gaps and 2 * sum(sign in _DIGITS for sign in read.signs) >= len(read.signs):
        # Figures that stand apart are not one.
        return _read(recogniser, level, strip, letter, (), above)
    return read


def _read(recogniser: Recogniser, level: Grey, strip: Strip, letter: float, gaps: tuple[Gap, ...], above: str) -> Word:
    line, scale, shown = line_of(level, strip, letter, gaps)
    scores = recogniser.scores(line)
    known = scores * _allowed(recogniser.signs, "gb2312")
    forms, first, usual = _forms(recogniser.signs)
    known[:, usual] += np.add.reduceat(scores[:, forms], first, axis=1)
    # A sign that is not among the usual ones is taken where nothing else can be meant, as in names of places.
    rare = known.max(axis=1) < _HARDLY
    known[rare] = scores[rare] * _allowed(recogniser.signs, "gbk")
    best = known.argmax(axis=1)
    signs: list[str] = []
    places: list[float] = []
    sure: list[float] = []
    others: list[Others] = []
    steps = len(best)
    at = 0
    while at < steps:
        end = at
        while end < steps and best[end] == best[at]:
            end += 1
        if best[at]:
            weights = known[at:end, best[at]]
            middle = float((np.arange(at, end) * weights).sum() / weights.sum()) + 0.5
            signs.append(recogniser.signs[best[at]])
            places.append(shown.dot(middle * line.shape[1] / steps / scale))
            sure.append(float(weights.max()))
            others.append(_others(known[at + int(weights.argmax())], int(best[at]), recogniser.signs))
        at = end
    taken = in_words(signs, sure, others)
    if (dirt := mark_within(taken)) is not None:
        taken, places, sure = (*taken[:dirt], *taken[dirt + 1 :]), _without(places, dirt), _without(sure, dirt)
    taken, places, sure = _headed(taken, places, sure, float(strip.box[0]))
    if other := nearly(taken, sure, known, _number(recogniser.signs), above):
        sure = [sure[at] if taken[at] == sign else max(sure[at], _NEARLY) for sign, at in other]
        places = [places[at] for _, at in other]
        taken = tuple(sign for sign, _ in other)
        taken, places, sure = _headed(taken, places, sure, float(strip.box[0]))
    if is_word(taken):
        sure = [max(each, _NEARLY) for each in sure]
    return Word(strip, taken, tuple(places), tuple(sure), _chances(scores, recogniser.signs))


def _headed(
    signs: tuple[str, ...], places: list[float], sure: list[float], start: float
) -> tuple[tuple[str, ...], list[float], list[float]]:
    """The signs of a line with its head as it must be, their places and how sure they are."""
    off, head = restored(signs)
    if not head and not off:
        off, head = counted(signs)
    return (*head, *signs[off:]), [start] * len(head) + places[off:], [0.0] * len(head) + sure[off:]


def _without(values: list[float], at: int) -> list[float]:
    return [*values[:at], *values[at + 1 :]]


def _others(step: Scores, best: int, signs: tuple[str, ...]) -> list[tuple[str, float]]:
    """What else a step may be than what it is taken for, likeliest first."""
    likeliest = np.argpartition(step, -_MORE)[-_MORE:]
    found = [(signs[n], float(step[n])) for n in likeliest[np.argsort(-step[likeliest])].tolist() if n not in (0, best)]
    return [(sign, chance) for sign, chance in found if sign.strip()]


def _chances(scores: Scores, signs: tuple[str, ...]) -> Chances:
    columns = [scores[:, 0] + scores[:, _number(signs)[" "]]]
    columns += [scores[:, list(group)].sum(axis=1) for group in _groups(signs)]
    return np.log(np.stack(columns, axis=1) + _FLOOR).astype(np.float32)


@cache
def _number(signs: tuple[str, ...]) -> dict[str, int]:
    return {sign: number for number, sign in enumerate(signs)}


@cache
def _groups(signs: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    number = _number(signs)
    return tuple(tuple(number[like] for like in (sign, *LIKE.get(sign, "")) if like in number) for sign in SIGNS)


@cache
def _forms(signs: tuple[str, ...]) -> tuple[list[int], list[int], list[int]]:
    """The numbers of traditional forms, those of one sign together; where each sign's begin; and the signs' numbers."""
    number = _number(signs)
    forms: dict[int, list[int]] = defaultdict(list)
    for other, sign in TRADITIONAL.items():
        if other in number and sign in number:
            forms[number[sign]].append(number[other])
    ends = np.cumsum([len(group) for group in forms.values()]).tolist()
    return [form for group in forms.values() for form in group], [0, *ends[:-1]], list(forms)


@cache
def _allowed(signs: tuple[str, ...], charset: str) -> npt.NDArray[np.float32]:
    """1 for signs of a character set that Chinese documents are written in, 0 for others."""

    def written(sign: str) -> bool:
        try:
            return len(sign.encode(charset)) <= 2 and (sign.isascii() or not sign.isalpha() or "一" <= sign <= "鿿")
        except UnicodeEncodeError:
            return False

    return np.array([written(sign) for sign in signs], dtype=np.float32)
