"""What ids of the dataset are called in a sentence: the id itself in English, its name in Chinese."""

from __future__ import annotations

from yusuan.schemas.prose.statements import SUBJECTS
from yusuan.schemas.sentences.said import Said
from yusuan.schemas.tables.ids import TABLES
from yusuan.schemas.views import chinese


def table_name(id_: str) -> Said:
    """A table, by its id."""
    return Said(id_, TABLES.get(id_, id_))


def subject_name(id_: str) -> Said:
    """What the prose speaks of, in its own words, which are Chinese; another id as it is."""
    words = SUBJECTS.get(id_, id_)
    return Said(words, words.replace(", ", "／"))


def form_field_name(id_: str) -> Said:
    """A field of a form's head."""
    return Said(id_, chinese.form_field(id_))


def measure_name(id_: str, table: str = "") -> Said:
    """A measure, as it is called in a table where that has a name of its own for it."""
    return Said(id_, chinese.measure(id_, table))


def stage_name(id_: str) -> Said:
    """A kind of document: budget or final."""
    return Said(id_, chinese.STAGES.get(id_, id_))


def level_name(id_: str) -> Said:
    """Whose document it is: a unit's or a department's."""
    return Said(id_, chinese.LEVELS.get(id_, id_))


def basis_name(id_: str) -> Said:
    """What kind of number: a planned or a final one."""
    return Said(id_, chinese.BASES.get(id_, id_))


def side_name(id_: str) -> Said:
    """A side of a table: revenue or expenditure."""
    return Said(id_, chinese.SIDES.get(id_, id_))


def severity_name(id_: str) -> Said:
    """How grave a finding is."""
    return Said(id_, chinese.SEVERITIES.get(id_, id_))


def status_name(id_: str) -> Said:
    """What is known of an amount: proved, unproved, in doubt, contradicted."""
    return Said(id_, chinese.STATUSES.get(id_, id_))


def with_id(name: Said) -> Said:
    """A name with the id behind it in Chinese too, for those who look for it in the dataset or a declaration."""
    return Said(name.en, name.zh if name.zh == name.en else f"{name.zh}（{name.en}）")


def identity_name(rule: str) -> Said:
    """An identity, by its rule; in Chinese with the rule behind it where others are called the same."""
    family, _, part = rule.partition(".")
    name = Said(rule, chinese.identity(rule))
    if family == "row_sum" and part:
        return Said(rule, f"同一行的{chinese.measure(part)}等于各分项之和")
    return with_id(name) if part and name.zh == chinese.identity(family) else name
