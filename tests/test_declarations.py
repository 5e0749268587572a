"""What is declared is used, and what is used is declared."""

from __future__ import annotations

import re

import pytest

from pipeline.extract.records import ExtractedTable
from pipeline.read.characters import key
from schemas.declaration import TEXT_ROLES, Table
from schemas.describe import markdown
from schemas.fields import RESOURCES
from schemas.frames import table_schema
from schemas.measures import MEASURES
from schemas.rules import RULES, severity
from schemas.templates import TEMPLATES
from schemas.vocabulary.headers import MEASURE_WORDS, OPENING
from tests.conftest import ROOT

TABLES = [table for template in TEMPLATES for table in template]


def test_every_measure_is_used_and_every_used_one_declared() -> None:
    declared = {measure for table in TABLES for measure in table.measures()}
    assert declared | {*MEASURE_WORDS, *OPENING.values(), "total"} - {"three_public"} == set(MEASURES)


@pytest.mark.parametrize(
    "table", TABLES, ids=[f"{template.id} {table.id}" for template in TEMPLATES for table in template]
)
def test_declared_words_are_in_their_normal_form(table: Table) -> None:
    for word in (*table.header_words(), *table.titles):
        assert key(word) == word


@pytest.mark.parametrize(
    "table", TABLES, ids=[f"{template.id} {table.id}" for template in TEMPLATES for table in template]
)
def test_row_sums_speak_of_columns_of_the_table(table: Table) -> None:
    for row_sum in table.row_sums:
        assert {row_sum.total, *row_sum.parts, *row_sum.less} <= set(table.measures())


@pytest.mark.parametrize(
    "table", TABLES, ids=[f"{template.id} {table.id}" for template in TEMPLATES for table in template]
)
def test_columns_are_told_apart_by_their_words(table: Table) -> None:
    seen: dict[tuple[str, str], str] = {}
    for column in table.columns:
        assert column.is_measure or column.role in TEXT_ROLES
        for header in column.headers:
            for above in column.under or ("",):
                assert (
                    seen.setdefault((header, above), f"{column.role} {column.side}") == f"{column.role} {column.side}"
                )


@pytest.mark.parametrize(
    "table", TABLES, ids=[f"{template.id} {table.id}" for template in TEMPLATES for table in template]
)
def test_pandera_schema_has_the_columns_of_the_extracted_frame(table: Table) -> None:
    empty = ExtractedTable(table, "", "元", 1, (1,), frozenset(), ())
    frame = table_schema(table).validate(empty.frame())
    assert list(frame.columns) == list(table_schema(table).columns)


def test_every_rule_is_used_and_every_used_one_declared() -> None:
    places = [*sorted((ROOT / "pipeline").rglob("*.py")), *(ROOT / "schemas").glob("*_prose.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in places)
    prefixes = "across|column|document|table|page|row|amount|identity|statement|form"
    named = set(re.findall(rf'"((?:{prefixes})\.(?!html")[a-z_]+|column_sum|grand_total|subtotal|sides_equal)"', code))
    families = {rule for rule in RULES if "." not in rule}
    between = {equality.rule for template in TEMPLATES for equality in template.equalities}
    assert named - families == {rule for rule in RULES if rule not in families and rule not in between}
    assert {rule for rule in RULES if rule.startswith("between.")} <= between
    assert all(table.row_sums == () or severity(table.row_sums[0].rule) == "error" for table in TABLES)


def test_every_field_is_described() -> None:
    for resource in RESOURCES:
        assert set(resource.key) <= set(resource.columns)
        for field in resource.fields:
            assert field.title
            assert field.description.endswith(".")


def test_docs_are_what_the_declarations_say() -> None:
    text = (ROOT / "docs" / "dataset.md").read_text(encoding="utf-8")
    assert text.endswith(markdown()), "run: python -m schemas.describe, and put what it prints into docs/dataset.md"
