"""What columns and values are called in a workbook, in its language."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from yusuan.pipeline.export.wide import WideRow
from yusuan.schemas.dataset.fields import CORRECTED_RESOURCES
from yusuan.schemas.dataset.resource import Resource
from yusuan.schemas.sentences.said import Language
from yusuan.schemas.sentences.workbook import ADDED, LEAF_NO, LEAF_ONLY, LEAF_YES
from yusuan.schemas.tables.ids import TABLES
from yusuan.schemas.views import chinese
from yusuan.schemas.views.field_meanings import FILES, field_meaning
from yusuan.schemas.views.field_names import FIELD_NAMES
from yusuan.schemas.views.values import in_chinese

_TITLES = {field.name: field.title for resource in reversed(CORRECTED_RESOURCES) for field in resource.fields}


class Words:
    """Labels, meanings and values in one language; ids that no declaration knows stay as they are."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._chinese = language == "zh"

    def label(self, column: str) -> str:
        """What a column is called beside its id."""
        if column in ADDED:
            return ADDED[column][0].of(self._language)
        if self._chinese:
            return FIELD_NAMES[column].removesuffix("（英文）")
        return _TITLES[column].removesuffix(" in Chinese")

    def meaning(self, resource: Resource, column: str) -> str:
        """What a column of a file means."""
        if column in ADDED:
            return ADDED[column][1].of(self._language)
        if self._chinese:
            return field_meaning(resource.name, column)
        return next((field.description for field in resource.fields if field.name == column), "")

    def described(self, resource: Resource, column: str) -> str:
        """A column of a file: what it is called, and what it means."""
        if self._chinese:
            return f"{FIELD_NAMES[column]}：{field_meaning(resource.name, column)}"
        return next(f"{field.title}: {field.description}" for field in resource.fields if field.name == column)

    def holds(self, resource: Resource) -> str:
        """What a file holds."""
        if self._chinese:
            title, description = FILES[resource.name]
            return f"{title}：{description}"
        return f"{resource.title}. {resource.description}"

    def called(self, file: str, column: str) -> Callable[[str], str] | None:
        """How values of a column are called; None where they are shown as they are."""
        return in_chinese(file, column) if self._chinese else None

    def value(self, column: str, id_: str | None, file: str = "") -> str | None:
        """A value of a column as it is called."""
        called = self.called(file, column)
        return called(id_) if called and id_ is not None else id_

    def table(self, id_: str) -> str:
        """A published table."""
        return TABLES.get(id_, id_) if self._chinese else id_

    def measure(self, id_: str) -> str:
        """A measure."""
        return chinese.measure(id_) if self._chinese else id_

    def list(self, words: Iterable[str]) -> str:
        """Words one after another."""
        return ("、" if self._chinese else ", ").join(words)

    def leaf(self, row: WideRow) -> str:
        """`yes` or `no` where all amounts are leaves or none is, else the measures whose amounts are."""
        leaves = row.leaves
        if len(leaves) == len(row.cells):
            return LEAF_YES.of(self._language)
        if not leaves:
            return LEAF_NO.of(self._language)
        return LEAF_ONLY.of(measures=self.list(map(self.measure, leaves))).of(self._language)

    def status(self, row: WideRow) -> str:
        """The status of all amounts; where they differ, the measures of each but the proved ones."""
        statuses = row.statuses
        if list(statuses) == ["proved"]:
            return self._status("proved")
        between, after = ("；", "：") if self._chinese else ("; ", ": ")
        return between.join(
            f"{self._status(status)}{after}{self.list(map(self.measure, measures))}"
            for status, measures in statuses.items()
            if status != "proved"
        )

    def _status(self, id_: str) -> str:
        return chinese.STATUSES.get(id_, id_) if self._chinese else id_
