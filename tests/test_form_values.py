"""Values of indicators, ticked choices and tick boxes: what they say, and when they say nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yusuan.pipeline.forms import labels
from yusuan.pipeline.forms.choices import read_choices
from yusuan.pipeline.forms.values import parse_target
from yusuan.pipeline.read.characters import key
from yusuan.pipeline.read.page import Character, Rule
from yusuan.pipeline.read.raw import Path
from yusuan.pipeline.read.tick_boxes import Stroke, drawn, symbol, ticked, without_boxes
from yusuan.schemas.forms.head_fields import FIELDS
from yusuan.schemas.forms.labels import COLUMNS, GROUPS, SOURCES, TITLES
from yusuan.schemas.forms.values import COUNTED, SIGNS, YES_NO_BOXES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("≥95.00(%)", ("≥", "95.00", "%")),
        ("≧95％", ("≥", "95", "%")),
        ("＞6.00（次）", (">", "6.00", "次")),
        (">=3", ("≥", "3", "")),
        ("=5.00(万人次)", ("=", "5.00", "万人次")),
        ("≥13459.00(平方米)", ("≥", "13459.00", "平方米")),
        ("≤1,200,000元", ("≤", "1200000", "元")),
        ("90%", ("", "90", "%")),
        ("90.00(度)", ("", "90.00", "度")),
        ("不低于50%", ("≥", "50", "%")),
        ("至少1次", ("≥", "1", "次")),
        ("不超过3个工作日", ("≤", "3", "个工作日")),
        ("85%以上", ("≥", "85", "%")),
        ("85%（含）以上", ("≥", "85", "%")),
        ("3天以内", ("≤", "3", "天")),
        ("5次/年", ("", "5", "次/年")),
        ("满意率100%", ("", "100", "%")),
        ("居民参与率不低于100%", ("≥", "100", "%")),
    ],
)
def test_numbers(text: str, expected: tuple[str, str, str]) -> None:
    found = parse_target(text)
    assert found is not None
    assert (found.comparator, str(found.number), found.unit) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", "及时", "降低", "无", "%", "≥"),
        *("开展至少1次团体心理治疗", "至少1次矫正人员的集中活动", "不低于50人次的个体心理咨询辅导"),
        *("慰问人数不少于100人,宣传用品不少于20000份", "80-90%", "1:5", "2023-12-31", "2023年12月", "2023年"),
        *("满意度提升10%", "约90%", "第1名", "≥90%以下", "以上90%", "12,34%", "1.2.3", "90%左右", "100%完成"),
    ],
)
def test_what_is_not_one_number_is_none(text: str) -> None:
    assert parse_target(text) is None


@given(
    sign=st.sampled_from(["", *SIGNS]),
    number=st.decimals(0, 10**9, places=2),
    unit=st.sampled_from(["", *COUNTED]),
    bracketed=st.booleans(),
)
def test_sign_number_and_unit_come_back(sign: str, number: Decimal, unit: str, *, bracketed: bool) -> None:
    text = f"{sign}{number}{f'({unit})' if bracketed and unit else unit}"
    found = parse_target(text)
    assert found is not None
    assert (found.comparator, found.number, found.unit) == (SIGNS.get(sign, ""), number, unit)


@given(st.text(alphabet="≥≤<>=0123456789.,%()（）次人不低于以上至少率 ", max_size=20))
def test_a_number_is_never_made_up(text: str) -> None:
    found = parse_target(text)
    if found is not None:
        digits = "".join(char for char in key(text) if char.isdigit() or char == ".")
        assert found.number == Decimal(digits)


@given(
    choices=st.lists(st.tuples(st.sampled_from(["甲类", "乙类", "丙类项目"]), st.booleans()), min_size=1),
    before=st.booleans(),
)
def test_boxes_before_and_behind_say_the_same(choices: list[tuple[str, bool]], *, before: bool) -> None:
    boxed = [(word, "☑" if on else "□") for word, on in choices]
    text = " ".join(f"{box}{word}" if before else f"{word}{box}" for word, box in boxed)
    found = read_choices(text)
    assert not found.problem
    assert found.ticked == tuple(word for word, on in choices if on)
    assert found.offered == tuple(word for word, _ in choices)


@given(st.text(alphabet=f"{''.join(YES_NO_BOXES)}甲乙（） ：", max_size=12))
def test_choices_never_fail_and_ticked_ones_were_offered(text: str) -> None:
    found = read_choices(text)
    assert set(found.ticked) <= set(found.offered)
    assert not (found.problem and found.ticked)


def test_a_cross_ticks_unless_a_hook_stands_beside_it() -> None:
    assert read_choices("☒甲 ☐乙").ticked == ("甲",)
    assert read_choices("☒甲 ☑乙").problem
    assert read_choices("✗甲 ☐乙").problem


@pytest.mark.parametrize(
    ("font", "text", "expected"),
    [
        ("ABCDEF+Wingdings2", "R", "☑"),
        ("Wingdings 2", "\uf052", "☑"),
        ("ABCDEF+Wingdings2-Regular", "£", "☐"),
        ("Wingdings2", "\uf0a3", "☐"),
        ("ABCDEF+Wingdings-Regular", "þ", "☑"),
        ("Wingdings", "\uf0fe", "☑"),
        ("Wingdings", "\uf0a8", "☐"),
        ("Wingdings", "o", "☐"),
        ("Wingdings", "ü", "✓"),
        ("Wingdings", "ý", "☒"),
        ("Wingdings", "A", "A"),
        ("Wingdings3", "R", "R"),
        ("ABCDEF+SimSun", "R", "R"),
        ("SimSun", "\uf052", "\uf052"),
        ("Wingdings2", "(cid:82)", "(cid:82)"),
    ],
)
def test_symbol_fonts(font: str, text: str, expected: str) -> None:
    assert symbol(font, text) == expected


def box_rules(x: float, y: float, size: float) -> list[Rule]:
    return [
        Rule("horizontal", y, x, x + size),
        Rule("horizontal", y + size, x, x + size),
        Rule("vertical", x, y, y + size),
        Rule("vertical", x + size, y, y + size),
    ]


def painted(strokes: tuple[Stroke, ...], fills: list[tuple[float, float, float, float]]) -> list[Path]:
    lines = [Path("curve", stroke, True, False, False, False, False) for stroke in strokes]
    areas = [Path("rectangle", (box[:2], box[2:]), False, True, False, False, True) for box in fills]
    return lines + areas


FRAME = [*box_rules(0, 0, 300)]
HOOK: tuple[Stroke, ...] = (((101, 104), (103, 107), (107, 101)),)
CROSS: tuple[Stroke, ...] = (((101, 101), (107, 107)), ((101, 107), (107, 101)))


@pytest.mark.parametrize(
    ("strokes", "fills", "state"),
    [
        ((), [], "☐"),
        (HOOK, [], "☑"),
        (CROSS, [], "☒"),
        ((), [(100, 100, 108, 108)], "■"),
        ((), [(103, 103, 105, 105)], "▣"),
        ((((101, 107), (107, 101)),), [], "▣"),
    ],
)
def test_states_of_drawn_boxes(
    strokes: tuple[Stroke, ...], fills: list[tuple[float, float, float, float]], state: str
) -> None:
    rules = [*FRAME, *box_rules(100, 100, 8)]
    boxes = drawn(rules, painted(strokes, fills))
    assert [(box.text, box.x0, box.top) for box in boxes] == [(state, 100, 100)]
    assert without_boxes(rules, boxes) == tuple(FRAME)


@given(st.floats(4.1, 15.9), st.floats(10, 250), st.floats(10, 250))
def test_a_free_square_is_a_box_wherever_it_stands(size: float, x: float, y: float) -> None:
    rules = [*FRAME, *box_rules(x, y, size)]
    assert len(drawn(rules, ())) == 1


def test_cells_of_a_table_are_no_boxes() -> None:
    # A narrow column of squares, each cell drawn for itself; and one square that touches the frame.
    column = [rule for n in range(5) for rule in box_rules(100, 100 + 12 * n, 12)]
    assert drawn([*FRAME, *column], ()) == []
    assert drawn([*FRAME, *box_rules(0, 100, 10)], ()) == []
    assert drawn([*FRAME, *box_rules(100, 100, 30)], ()) == []
    assert drawn(box_rules(100, 100, 8)[:3], ()) == []


def test_a_tick_on_a_box_is_one_character() -> None:
    box, tick, other = Character("□", 10, 10, 18, 18), Character("√", 11, 9, 19, 18), Character("√", 40, 10, 48, 18)
    assert [char.text for char in ticked([box, tick, other])] == ["☑", "√"]
    assert ticked([box, other]) == [box, other]


def test_declared_labels_are_in_their_normal_form() -> None:
    named = [label for field in FIELDS for label in field.labels] + [label for s in SOURCES for label in s.labels]
    for word in (*named, *GROUPS, *TITLES, *(word for words in COLUMNS.values() for word in words)):
        assert key(word) == word
        assert labels.label(word) == word or word in GROUPS


def test_no_label_means_two_things() -> None:
    named = [label for field in FIELDS for label in field.labels] + [label for s in SOURCES for label in s.labels]
    assert len(named) == len(set(named))
    words = [word for words in COLUMNS.values() for word in words]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        ("项目名称：", "project"),
        ("一、项目名称", "project"),
        ("其中：项目总预算（万元）", "total_funds"),
        ("2024年度绩效目标", "annual_goal"),
        ("（二）立项依据", "basis"),
        ("填报人（签字）：", "filled_by"),
        ("中期目标（2024年—2026年）", "overall_goal"),
    ],
)
def test_labels_are_found_as_printed(printed: str, field: str) -> None:
    found = labels.head_field(printed)
    assert found is not None
    assert found.id == field
