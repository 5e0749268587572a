"""Sentences in both languages: each says the same of the same figures, in the punctuation of its language."""

from __future__ import annotations

import ast
import errno
import importlib
import pickle
import pkgutil
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest

import yusuan.schemas.sentences
from tests.conftest import ROOT
from tests.small import HEADER, ROWS, TOTAL, expenditure, read
from yusuan.pipeline.batch.run import WouldChange, WouldGo
from yusuan.pipeline.document.document import read_document
from yusuan.pipeline.extract.amounts import NotANumber, parse
from yusuan.pipeline.files.collect import NothingToRead, pdf_files
from yusuan.pipeline.files.regular import TooLarge, read_regular
from yusuan.pipeline.messages.findings import Refusal
from yusuan.pipeline.read.pdf import read as read_pdf
from yusuan.pipeline.understand.added import BadVocabulary, read_added
from yusuan.schemas.sentences import files
from yusuan.schemas.sentences.said import Said, Sentence, in_quotes, joined, quoted
from yusuan.schemas.sentences.system import SaidOSError, of_error, of_system

PACKAGE = yusuan.schemas.sentences.__name__
_CJK = r"[㐀-鿿]"
_QUOTED = re.compile(r"'[^']*'|“[^”]*”")


def _declared() -> Iterator[tuple[str, Sentence | Said]]:
    """Each sentence with the module and the name under which it, or the mapping that holds it, is declared."""
    for module in pkgutil.iter_modules(yusuan.schemas.sentences.__path__):
        found = importlib.import_module(f"{PACKAGE}.{module.name}")
        for name, value in list(vars(found).items()):
            for each in value.values() if isinstance(value, dict) else (value,):
                if isinstance(each, Sentence | Said):
                    yield f"{module.name}.{name}", each


DECLARED = [(place, each) for place, each in _declared() if each.en or each.zh]
SENTENCES = [(place, each) for place, each in DECLARED if isinstance(each, Sentence)]


def _places(template: str) -> set[str]:
    """The places of a template for figures; a plural of English is none, because Chinese has none."""
    return {
        name
        for _, name, form, _ in Formatter().parse(template)
        if name is not None and not (form or "").startswith("?")
    }


def _words(template: str) -> str:
    """A template with a figure in each of its places."""
    return "".join(text + ("" if name is None else "1") for text, name, _, _ in Formatter().parse(template))


@pytest.mark.parametrize(("place", "sentence"), SENTENCES)
def test_both_languages_speak_of_the_same_figures(place: str, sentence: Sentence) -> None:
    assert _places(sentence.en) == _places(sentence.zh), place


@pytest.mark.parametrize(("place", "said"), DECLARED)
def test_chinese_is_chinese(place: str, said: Sentence | Said) -> None:
    words = _words(said.zh) if isinstance(said, Sentence) else said.zh
    in_english = _words(said.en) if isinstance(said, Sentence) else said.en
    if words.strip() != in_english and re.search("[A-Za-z]", in_english):
        assert re.search(_CJK, words), f"{place}: not a Chinese character"
    assert not re.search(f"{_CJK}[,;:!?]|[,;:!?]{_CJK}|{_CJK}[.]{_CJK}", words), f"{place}: half-width: {words}"
    assert not re.search(rf"{_CJK}[ \t]+{_CJK}|[，。；：、（）“”][ \t]|[ \t][，。；：、（）]", words), (
        f"{place}: a blank: {words}"
    )


@pytest.mark.parametrize(("place", "said"), DECLARED)
def test_english_has_no_chinese_punctuation(place: str, said: Sentence | Said) -> None:
    words = _QUOTED.sub("", _words(said.en) if isinstance(said, Sentence) else said.en)
    words = re.sub(f"(?<={_CJK})：|1：", "", words)  # a label as it is printed
    assert not re.search("[，。；：、（）？！《》]", words), f"{place}: {words}"


def _said_in(file: Path) -> Iterator[str]:
    """The declarations of yusuan.schemas.sentences that a module speaks with."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == PACKAGE:
            modules |= {name.asname or name.name: name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{PACKAGE}."):
            yield from (f"{(node.module or '').removeprefix(f'{PACKAGE}.')}.{name.name}" for name in node.names)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            yield f"{modules[node.value.id]}.{node.attr}"
        elif file.parent.name == "sentences" and isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield f"{file.stem}.{node.id}"


def test_no_sentence_is_declared_that_nobody_says() -> None:
    files_of_program = [file for folder in ("pipeline", "schemas") for file in (ROOT / folder).rglob("*.py")]
    said = {place for file in files_of_program for place in _said_in(file)}
    assert {place for place, _ in DECLARED if not place.startswith("said.")} <= said


def test_a_part_in_two_languages_stands_in_each_in_its_own() -> None:
    sentence = Sentence("found {what} in {count} {count:?row|rows}", "{count} 行里有{what}")
    parts = joined([in_quotes("a"), quoted("b")])
    assert sentence.of(what=parts, count=2) == Said("found 'a', b in 2 rows", "2 行里有“a”、b")
    assert sentence.of(what=parts, count=1).en == "found 'a', b in 1 row"


WRONG = {
    "amount.not_a_number": ("201", "03", "01", "行政运行", "支200.00", "200.00", ""),
    "row.no_item": ("", "", "", "", "200.00", "200.00", ""),
}


@pytest.mark.parametrize("rule", WRONG)
def test_what_is_wrong_in_a_row_is_said_in_both_languages(rule: str) -> None:
    found = read(expenditure((*HEADER, *ROWS[:2], WRONG[rule], ROWS[3], TOTAL)))
    (finding,) = [finding for finding in found.findings if finding.rule == rule]
    assert finding.message != finding.message_zh
    assert "200.00" in finding.message
    assert "200.00" in finding.message_zh
    assert re.search(_CJK, finding.message_zh.replace("行政运行", ""))


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("table.no_unit", {"unit": ""}),
        ("document.no_entity", {"entity": ""}),
        ("table.unknown_title", {"title": "2024年国有资产情况表"}),
    ],
)
def test_what_is_wrong_above_a_table_is_said_in_both_languages(rule: str, said: dict[str, str]) -> None:
    found = read(expenditure(**said))
    messages = [(finding.message, finding.message_zh) for finding in found.findings if finding.rule == rule]
    assert messages
    assert all(english != chinese and "found" not in chinese for english, chinese in messages)


def test_a_refusal_says_its_reason_in_both_languages() -> None:
    document = read_document(b"", "nothing.pdf")
    assert document.reason == "document.empty: found an empty file (0 bytes); expected a PDF"
    assert document.reason_zh == "文件是空的（0 字节），应为一份 PDF"


def test_a_failure_of_the_program_is_said_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise NotANumber(Said("english", "中文"))

    monkeypatch.setattr("yusuan.pipeline.document.steps.fill", fail)
    document = read_document(b"%PDF-", "failing.pdf")
    assert document.reason.endswith("NotANumber: english")
    assert document.reason_zh.endswith("NotANumber：中文")


def test_an_error_carries_its_sentence_and_is_english_as_text(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        read_pdf(b"")
    assert str(refused.value) == refused.value.said.en == files.EMPTY.en
    with pytest.raises(NothingToRead) as nothing:
        pdf_files([tmp_path])
    assert nothing.value.said == Said(f"no PDF under {tmp_path}", f"{tmp_path} 里没有 PDF")
    (tmp_path / "words.toml").write_text("[[word]]\nword = 5\n", encoding="utf-8")
    with pytest.raises(BadVocabulary) as bad:
        read_added(tmp_path / "words.toml")
    assert "第 1 条" in bad.value.said.zh
    assert str(bad.value) == bad.value.said.en


def test_what_would_go_and_what_would_change_are_two_sentences() -> None:
    go, change = WouldGo(["a", "b"]), WouldChange(["a"])
    assert str(go) == "2 documents of the dataset are not among the files"
    assert str(change) == "1 files of the dataset hold another document now"
    assert go.said.zh != change.said.zh


def test_an_error_keeps_its_sentence_on_the_way_from_another_process() -> None:
    with pytest.raises(NotANumber) as wrong:
        parse(["1 2"], Decimal(1))
    for error in (wrong.value, Refusal("document.empty", files.EMPTY.of(), page=3), WouldGo(["a"])):
        assert pickle.loads(pickle.dumps(error)).said == error.said
    again = pickle.loads(pickle.dumps(TooLarge(errno.EFBIG, files.EMPTY.of())))
    assert (type(again), again.said, again.errno) == (TooLarge, files.EMPTY.of(), errno.EFBIG)


def test_what_the_system_says_is_said_in_chinese_too(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as gone:
        read_regular(tmp_path / "gone")
    assert of_system(gone.value) == Said("No such file or directory", "没有这个文件或文件夹")
    with pytest.raises(SaidOSError) as folder:
        read_regular(tmp_path)
    assert of_system(folder.value) == Said("found a folder; expected a regular file", "这是文件夹，应为普通文件")
    assert of_error(folder.value).en == str(folder.value)
    strange = OSError(12345, "a strange thing")
    assert of_system(strange) == quoted("a strange thing")
    assert of_error(ValueError("no number")) == quoted("no number")


@pytest.mark.parametrize("path", sorted((ROOT / "schemas" / "sentences").glob("*.py")), ids=lambda path: path.stem)
def test_no_sentence_hides_another_of_its_name(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [
        t.id for node in tree.body if isinstance(node, ast.Assign) for t in node.targets if isinstance(t, ast.Name)
    ]
    assert len(names) == len(set(names)), [name for name in names if names.count(name) > 1]
