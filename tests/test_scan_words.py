"""Lines of text of a scan: what a picture allows, and what it does not."""

from __future__ import annotations

import numpy as np

from yusuan.pipeline.read.scan.beside import with_heads
from yusuan.pipeline.read.scan.gaps import Shown, behind_marks, wide_gaps
from yusuan.pipeline.read.scan.models import Scores
from yusuan.pipeline.read.scan.nearly import nearly
from yusuan.pipeline.read.scan.strips import Strip
from yusuan.pipeline.read.scan.words import Word


def seen(*signs: dict[str, float]) -> tuple[list[str], list[float], Scores, dict[str, int]]:
    """What a recogniser says that makes so much of each sign: the likeliest ones, how sure it is, and its scores."""
    number = {sign: at for at, sign in enumerate(dict.fromkeys(["", " ", *(sign for each in signs for sign in each)]))}
    scores = np.zeros((2 * len(signs), len(number)), dtype=np.float32)
    scores[1::2, 0] = 1
    for at, each in enumerate(signs):
        for sign, chance in each.items():
            scores[2 * at, number[sign]] = chance
    return (
        [max(each, key=lambda sign: each[sign]) for each in signs],
        [max(each.values()) for each in signs],
        scores,
        number,
    )


def taken(*signs: dict[str, float], above: str = "") -> str:
    """What a line is taken for."""
    return "".join(sign for sign, _ in nearly(*seen(*signs), above))


def test_a_header_that_lost_a_stroke_is_the_word_that_it_nearly_is() -> None:
    assert taken({"小": 1}, {"让": 0.9, "计": 0.05}) == "小计"
    assert taken({"二": 1}, {"、": 1}, {"小": 1}, {"让": 0.9, "计": 0.05}) == "二、小计"


def test_what_a_clear_picture_shows_is_no_other_word() -> None:
    assert taken({"小": 1}, {"让": 0.99, "计": 0.0001}) == ""


def test_a_line_that_may_be_two_words_is_neither() -> None:
    assert taken({"上": 0.4, "本": 0.3, "木": 0.3}, {"午": 0.9, "年": 0.1}, {"预": 1}, {"算": 1}, {"数": 1}) == ""


def test_a_line_that_is_a_word_stays_whatever_it_may_be_too() -> None:
    assert taken({"收": 0.5, "支": 0.5}, {"入": 0.5, "出": 0.5}) == ""


def test_the_last_letter_of_a_name_on_a_line_of_its_own_is_that_of_the_name() -> None:
    last = {"B": 0.6, "出": 0.05}
    assert taken(last, above="19、自然资源海洋气象等支") == "出"
    assert taken(last, above="其他") == taken(last) == ""


def test_letters_that_stand_wide_apart_are_shown_side_by_side_and_keep_their_places() -> None:
    gaps = wide_gaps([(10, 30), (230, 250)], 20)
    assert gaps == ((34, 226),)
    shown = Shown(5, gaps)
    line = np.arange(250, dtype=np.uint8)[None, 5:]
    left = shown.of(line)
    assert left.shape == (1, 245 - 192)
    assert [shown.dot(column) for column in range(left.shape[1])] == (left[0].astype(int)).tolist()
    assert wide_gaps([(10, 30), (60, 80)], 20) == ()


def test_a_comma_that_was_taken_for_dirt_is_in_no_gap() -> None:
    level = np.full((20, 260), 255, dtype=np.uint8)
    assert behind_marks(level, slice(0, 20), ((34, 226),), 20) == ((34, 226),)
    level[15, 38:41] = 0
    assert behind_marks(level, slice(0, 20), ((34, 226),), 20) == ((45, 226),)


def test_a_head_of_one_letter_is_told_by_those_beside_it() -> None:
    def row(*letters: str) -> str:
        words = [
            Word(
                Strip((60 * at, 0, 60 * at + 20, 20), (60 * at + 4, 0, 60 * at + 57, 40), True),
                (letter,),
                (60.0 * at,),
                (0.9,),
                np.zeros((1, 14), dtype=np.float32),
            )
            for at, letter in enumerate(letters)
        ]
        return "".join(word.text for word in with_heads(words))

    assert row("类", "数", "项") == row("类", "款", "顶") == row("关", "款", "项") == "类款项"
    assert row("类", "数", "目") == "类数目"
    assert row("数", "类", "款", "顶", "元") == "数类款项元"
