"""Words that a person adds: proposed, checked, used by every process, and said in the dataset."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sheets import COVER, Rows, read, said, sheet
from tests.test_command import yusuan
from tests.test_guide import GUIDE
from tests.test_infer import FOUR, TITLE, TWO, renamed
from typeset import document
from yusuan.pipeline.understand import words
from yusuan.pipeline.understand.added import BadVocabulary, added_of, read_added
from yusuan.pipeline.understand.columns import understand
from yusuan.pipeline.workers.alone import Alone
from yusuan.pipeline.workers.fingerprint import fingerprint
from yusuan.pipeline.workers.limits import Limits
from yusuan.schemas.vocabulary.headers import MEANINGS

STRANGE: Rows = renamed(TWO, "项目支出", "奇怪经费")
OPEN = document([COVER, sheet(TITLE, STRANGE)])
ENTRY = '[[word]]\nword = "奇怪经费"\nmeans = "project"\n'


@pytest.fixture(autouse=True)
def _no_words_stay() -> Iterator[None]:
    yield
    words.use(())


def entries(folder: Path, text: str = ENTRY) -> Path:
    path = folder / "words.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_added_word_is_read_by_every_process_and_said_in_the_dataset(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(OPEN)
    out, given = tmp_path / "out", entries(tmp_path)
    plain = yusuan("run", tmp_path / "a.pdf", "--out", out)
    assert plain.returncode == 0, plain.stderr
    assert ",project,budget," not in (out / "line_items.csv").read_text(encoding="utf-8")
    assert "vocabulary" not in json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    before = (out / "line_items.csv").read_bytes()

    done = yusuan("run", tmp_path / "a.pdf", "--out", out, "--vocabulary", given)
    assert done.returncode == 0, done.stderr
    lines = (out / "line_items.csv").read_text(encoding="utf-8").splitlines()
    assert sum(",project,budget," in line for line in lines) == 7
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    assert package["vocabulary"] == [{"word": "奇怪经费", "means": "project"}]
    assert added_of(out) == (("奇怪经费", "project"),)

    (line,) = [line for line in lines if ",284.50," in line]
    explained = yusuan("explain", line.split(",")[0], "--out", out)
    assert explained.returncode == 0, explained.stderr
    assert "basic + project" in explained.stdout

    checked = yusuan("check", tmp_path / "a.pdf", "--against", out)
    assert checked.returncode == 0, checked.stdout

    (out / "vocabulary.toml").write_bytes(given.read_bytes())
    assert yusuan("run", tmp_path / "a.pdf", "--out", out).returncode == 0
    assert added_of(out) == (("奇怪经费", "project"),)
    (out / "vocabulary.toml").unlink()
    assert yusuan("run", tmp_path / "a.pdf", "--out", out).returncode == 0
    assert (out / "line_items.csv").read_bytes() == before


def test_a_worker_of_a_cluster_reads_with_the_words_that_it_is_given() -> None:
    alone = Alone("pdfium", Limits())
    try:
        for added in ((), (("奇怪经费", "project"),), ()):
            found = alone.read(OPEN, "a.pdf", added)
            assert ("project" in {item["measure"] for item in found.items}) == bool(added)
    finally:
        alone.close()


def test_the_fingerprint_changes_with_the_words() -> None:
    plain = fingerprint("pdfium")
    words.use([("奇怪经费", "project")])
    first = fingerprint("pdfium")
    words.use([("奇怪经费", "contingency")])
    assert len({plain, first, fingerprint("pdfium")}) == 3
    words.use(())
    assert fingerprint("pdfium") == plain


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[word]]\nword = "奇怪"\nmeans = "money"\n', "entry 1: found '奇怪' as 'money'; expected one of"),
        ('[[word]]\nword = "项目支出"\nmeans = "basic"\n', "found '项目支出' as basic; expected project"),
        ('[[word]]\nword = "财政拨款收入预算数"\nmeans = "basic"\n', "as basic; expected fiscal_appropriation"),
        (ENTRY + ENTRY.replace("project", "basic"), "entry 2: found '奇怪经费' as basic and as project before"),
        ('[[word]]\nword = "2026年"\nmeans = "basic"\n', "expected one that a header may hold"),
        ('[[word]]\nword = 1\nmeans = "basic"\n', "expected texts"),
        ('[[word]]\nword = "奇怪"\nmeaning = "basic"\n', "expected word and means"),
        ('[[words]]\nword = "奇怪"\nmeans = "basic"\n', "expected nothing but entries"),
        ("word = 奇怪", "found no TOML"),
    ],
)
def test_entries_that_do_not_fit_are_refused_with_found_and_expected(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadVocabulary) as error:
        read_added(entries(tmp_path, text))
    assert said in str(error.value)


@pytest.mark.parametrize("command", [("run",), ("inspect",), ("propose",)])
def test_words_that_do_not_fit_are_a_wrong_command_line(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "a.pdf").write_bytes(OPEN)
    out = ("--out", tmp_path / "out") if command == ("run",) else ()
    given = entries(tmp_path, '[[word]]\nword = "项目支出"\nmeans = "basic"\n')
    done = yusuan(*command, tmp_path / "a.pdf", *out, "--vocabulary", given)
    assert done.returncode == 2
    assert "项目支出" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_word_that_the_package_has_with_that_meaning_and_an_undecided_one_add_nothing_new(tmp_path: Path) -> None:
    text = '[[word]]\nword = "项目支出"\nmeans = "project"\n[[word]]\nword = "奇怪"\nmeans = ""\n'
    words.use(read_added(entries(tmp_path, text)))
    assert understand(("项目支出",)).role == "project"
    assert understand(("奇怪",)).unknown == ("奇怪",)


def test_each_meaning_that_an_entry_may_give_is_understood() -> None:
    for means in MEANINGS:
        words.use([("奇怪", means)])
        assert not understand(("奇怪",)).unknown


def test_proposals_are_entries_with_place_and_evidence(tmp_path: Path) -> None:
    inferred = [*renamed(FOUR[:2], "公用经费", "稀奇经费"), *FOUR[2:]]
    (tmp_path / "a.pdf").write_bytes(OPEN)
    (tmp_path / "b.pdf").write_bytes(document([COVER, sheet(TITLE, inferred)]))
    done = yusuan("propose", tmp_path)
    assert done.returncode == 0, done.stderr
    assert 'word = "奇怪经费"\nmeans = ""' in done.stdout
    assert "a.pdf, page 2: 奇怪经费" in done.stdout
    assert "project or contingency" in done.stdout
    assert 'word = "稀奇经费"\nmeans = "operating"' in done.stdout
    assert "b.pdf, page 2: 基本支出 / 稀奇经费" in done.stdout
    assert "hold in 7 of 7 cases" in done.stdout
    accepted = entries(tmp_path, done.stdout)
    assert read_added(accepted) == (("稀奇经费", "operating"),)
    assert "稀奇" not in yusuan("propose", tmp_path, "--vocabulary", accepted).stdout


def test_what_is_no_pdf_is_named_and_the_others_are_looked_at(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(OPEN)
    (tmp_path / "bad.pdf").write_bytes(b"nothing")
    done = yusuan("propose", tmp_path)
    assert done.returncode == 1
    assert "bad.pdf" in done.stderr
    assert "奇怪经费" in done.stdout


def test_an_added_name_of_an_expense_is_read_where_expenses_stand_below_each_other(tmp_path: Path) -> None:
    rows: Rows = [
        ("项目", "2025年预算数", "2026年预算数"),
        ("合计", "6.00", "9.00"),
        ("因公出国（境）费", "1.00", "2.00"),
        ("奇怪接客", "2.00", "3.00"),
        ("公务用车购置及运行费", "3.00", "4.00"),
        ("公务用车购置费", "1.00", "1.50"),
        ("公务用车运行费", "2.00", "2.50"),
    ]
    words.use([("奇怪接客", "reception")])
    found = read(COVER, sheet("“三公”经费支出预算表", rows))
    assert ("reception", "3.00") in said(found, "measure", "amount")


def test_the_guide_shows_what_is_proposed_and_what_becomes_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sample.pdf").write_bytes(OPEN)
    (shown,) = re.findall(r"^```toml\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
    assert yusuan("propose", "sample.pdf", cwd=tmp_path).stdout == shown
    given = entries(tmp_path, shown.replace('means = ""', 'means = "project"'))
    assert yusuan("run", "sample.pdf", "--out", "out", "--vocabulary", given, cwd=tmp_path).returncode == 0
    assert ",project,budget," in Path("out/line_items.csv").read_text(encoding="utf-8")
