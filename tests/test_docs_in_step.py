"""What is written for readers of Chinese keeps step with the English: the same parts, commands, snippets and links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

CHINESE = sorted([*ROOT.glob("*.zh.md"), *(ROOT / "docs").glob("*.zh.md")])


def _english(path: Path) -> str:
    return path.with_name(path.name.replace(".zh.md", ".md")).read_text(encoding="utf-8")


def _headings(text: str) -> list[int]:
    """The level of each heading, in order."""
    return [len(line) - len(line.lstrip("#")) for line in _prose(text) if re.match(r"#+ ", line)]


def _prose(text: str) -> list[str]:
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL).splitlines()


def _code(text: str) -> list[str]:
    """The lines of code, without the comments of commands, which are in the language of the reader."""
    fenced = "\n".join(re.findall(r"^```.*?^```$", text, re.MULTILINE | re.DOTALL)).splitlines()
    indented = [line for line in _prose(text) if line.startswith("    ") and line.strip()]
    return [re.sub(r"\s+# .*", "", line) for line in (*fenced, *indented)]


def _links(text: str) -> list[str]:
    """What is linked to, but the other language of the page itself."""
    found = re.findall(r"\]\(([^)#]+)", text)
    return sorted(link.replace(".zh.md", ".md") for link in found)


def test_there_is_a_readme_in_chinese() -> None:
    assert ROOT / "README.zh.md" in CHINESE


@pytest.mark.parametrize("path", CHINESE, ids=lambda path: path.name)
def test_both_have_the_same_parts_commands_and_links(path: Path) -> None:
    chinese, english = path.read_text(encoding="utf-8"), _english(path)
    assert _headings(chinese) == _headings(english)
    assert _code(chinese) == _code(english)
    assert _links(chinese) == _links(english)


@pytest.mark.parametrize("path", CHINESE, ids=lambda path: path.name)
def test_both_print_the_same_figures_in_their_tables(path: Path) -> None:
    def figures(text: str) -> list[str]:
        rows = [line for line in _prose(text) if line.startswith("|")]
        return sorted(re.findall(r"\d(?:[\d,.]*\d)?", "\n".join(rows)))

    assert figures(path.read_text(encoding="utf-8")) == figures(_english(path))
