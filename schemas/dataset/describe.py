"""The declarations as Markdown: `python -m yusuan.schemas.dataset.describe` prints the tables of docs/dataset.md."""

from __future__ import annotations

from collections.abc import Iterator

from yusuan.schemas.dataset.fields import RESOURCES
from yusuan.schemas.dataset.resource import Field
from yusuan.schemas.dataset.rules import RULES
from yusuan.schemas.forms.labels import field_meanings
from yusuan.schemas.identities.styles import STYLES
from yusuan.schemas.prose.statements import SUBJECTS
from yusuan.schemas.tables.ids import TABLES
from yusuan.schemas.tables.measures import COMBINATIONS, SINGLE


def markdown() -> str:
    """Files with their fields, published tables, measures, subjects and rules, as Markdown."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    for resource in RESOURCES:
        yield f"## {resource.name}\n\n{resource.description} Key: {', '.join(f'`{name}`' for name in resource.key)}.\n"
        yield "| field | type | meaning |\n| --- | --- | --- |"
        yield from (f"| `{field.name}` | {field.type} | {_meaning(field)} |" for field in resource.fields)
        yield ""
    yield "## Tables\n\n| table | title |\n| --- | --- |"
    yield from (f"| `{table}` | {title} |" for table, title in TABLES.items())
    yield ""
    for style in STYLES:
        yield f"## Tables that a {style.wording.document} has: {style.title}\n"
        yield "| table | title | since |\n| --- | --- | --- |"
        yield from (f"| `{table.id}` | {table.title} | {table.since or ''} |" for table in style)
        yield ""
    yield "## Measures\n\n| measure | meaning |\n| --- | --- |"
    yield from (f"| `{measure}` | {meaning} |" for measure, meaning in SINGLE.items())
    yield f"\n{COMBINATIONS}"
    yield "\n## Subjects\n\n| subject | in print |\n| --- | --- |"
    yield from (f"| `{subject}` | {printed} |" for subject, printed in SUBJECTS.items())
    yield "\n## Form fields\n\n| field | meaning |\n| --- | --- |"
    yield from (f"| `{field}` | {meaning} |" for field, meaning in field_meanings().items())
    for style in STYLES:
        yield f"\n## Identities between the tables of a {style.wording.document}: {style.title}\n"
        yield "| rule | what must hold |\n| --- | --- |"
        yield from (f"| `{equality.rule}` | {equality.words.en} |" for equality in style.equalities)
    yield "\n## Rules\n\n| rule | severity | meaning |\n| --- | --- | --- |"
    yield from (f"| `{rule}` | {declared.severity} | {declared.description} |" for rule, declared in RULES.items())
    yield ""


def _meaning(field: Field) -> str:
    if field.name == "measure" and field.enum:
        return "What kind of amount the column holds; see Measures."
    return field.description


if __name__ == "__main__":
    print(markdown(), end="")
