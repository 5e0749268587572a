"""What is written for readers of Chinese keeps step with the English: the same parts, commands, snippets and links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.conftest import ROOT

CHINESE = sorted([*ROOT.glob("*.zh.md"), *(ROOT / "docs").glob("*.zh.md")])
SHELL = {"", "sh", "bash", "shell", "console"}
by_page = pytest.mark.parametrize("chinese", CHINESE, ids=lambda path: path.name)


@dataclass
class Page:
    """The levels of headings, the blocks of code with their kind, and the lines that are neither, each in order."""

    headings: list[int] = field(default_factory=list)
    code: list[tuple[str, list[str]]] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)


def parsed(text: str) -> Page:
    page, fence, indented = Page(), False, False
    for line in text.split("\n"):
        if line.startswith("```"):
            if not fence:
                page.code.append((line, []))
            fence, indented = not fence, False
        elif fence:
            page.code[-1][1].append(line)
        elif line.startswith("    ") and line.strip():
            if not indented:
                page.code.append(("    ", []))
            indented = True
            page.code[-1][1].append(line)
        else:
            indented = False
            page.prose.append(line)
            if heading := re.match(r"(#+) ", line):
                page.headings.append(len(heading[1]))
    assert not fence, "a block of code is not closed"
    return page


def code(path: Path) -> list[tuple[str, list[str]]]:
    """The blocks byte for byte, but for the comments of commands, which are in the language of the reader."""

    def compared(kind: str, lines: list[str]) -> list[str]:
        if kind.strip("` ") not in SHELL:
            return lines
        return [re.sub(r"(^|\s)\s*# .*$", r"\1#", line) for line in lines]

    return [(kind, compared(kind, lines)) for kind, lines in page_of(path).code]


def page_of(path: Path) -> Page:
    return parsed(path.read_text(encoding="utf-8"))


def english_of(path: Path) -> Path:
    return path.with_name(path.name.replace(".zh.md", ".md"))


def links(path: Path) -> list[str]:
    """Where a page leads, whichever the language of what is there; the parts of a page have names in its own."""
    targets = re.findall(r"\]\(([^)#\s]+)", "\n".join(page_of(path).prose))
    missing = [target for target in targets if "://" not in target and not (path.parent / target).exists()]
    assert missing == []
    return sorted(target.replace(".zh.md", ".md") for target in targets)


def figures(path: Path) -> list[str]:
    rows = [line for line in page_of(path).prose if line.startswith("|")]
    return sorted(re.findall(r"\d(?:[\d,.]*\d)?", "\n".join(rows)))


def names(path: Path) -> set[str]:
    """What stands in the text as code: columns, files, folders, options, formulas."""
    return set(re.findall(r"`([^`]+)`", "\n".join(page_of(path).prose)))


def test_there_are_pages_in_chinese() -> None:
    assert {ROOT / "README.zh.md", ROOT / "docs" / "for-analysts.zh.md"} <= set(CHINESE)


@by_page
def test_both_have_the_same_headings(chinese: Path) -> None:
    assert page_of(chinese).headings == page_of(english_of(chinese)).headings


@by_page
def test_both_have_the_same_code(chinese: Path) -> None:
    assert code(chinese) == code(english_of(chinese))


@by_page
def test_both_have_the_same_links(chinese: Path) -> None:
    assert links(chinese) == links(english_of(chinese))


@by_page
def test_each_leads_to_the_other_at_its_top(chinese: Path) -> None:
    for page, other in [(chinese, english_of(chinese)), (english_of(chinese), chinese)]:
        assert any(f"]({other.name})" in line for line in page_of(page).prose[:5])


@by_page
def test_both_print_the_same_figures_in_their_tables(chinese: Path) -> None:
    assert figures(chinese) == figures(english_of(chinese))


@by_page
def test_what_the_english_names_the_chinese_names(chinese: Path) -> None:
    """A column that is in both languages may be named by that of the reader."""
    named = names(chinese)
    assert {name for name in names(english_of(chinese)) if not {name, f"{name}_zh"} & named} == set()


def test_every_module_that_the_architecture_names_is_there() -> None:
    """Modules that were renamed stood there under their old names. Some are named without their folder."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:[\w.-]+/)*\w+\.(?:py|c))`", text))
    code = [
        path.relative_to(ROOT).as_posix()
        for folder in (".ci", "benchmarks", "pipeline", "schemas", "typeset", "tests", "yusuan")
        for path in (ROOT / folder).rglob("*")
    ] + [path.name for path in ROOT.iterdir()]
    assert len(named) > 100
    assert {name for name in named if not any(f"/{path}".endswith(f"/{name}") for path in code)} == set()
