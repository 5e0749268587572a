"""Damaged and hostile PDFs, one of each kind: each ends in one state, within bounds, and nothing is lost in silence.

`python -m benchmarks.fuzz` does the same with thousands.
"""

from __future__ import annotations

import io
from random import Random

import pikepdf
import pytest

from benchmarks.damage import KINDS
from benchmarks.damage.fonts import digits_moved
from benchmarks.fuzz import fuzz
from tests.conftest import ROOT
from yusuan.pipeline.document.document import read_document

FILES = sorted((ROOT / "raw_pdfs" / "2024").glob("*.pdf"))


def test_each_damage_ends_in_one_state_and_nothing_is_lost_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = fuzz(FILES[:1], list(KINDS), len(KINDS), options=["--timeout", "5", "--memory", "1024"])
    assert found.wrong == []
    silent = {kind: tally for kind, tally in found.tallies.items() if tally["silent"] or tally["failed"]}
    assert silent == {}
    read = sum(tally["same"] for tally in found.tallies.values())
    assert read > len(KINDS) / 4  # else the damage is such that nothing is tried


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_chance_makes_the_same_bytes(kind: str) -> None:
    data = FILES[0].read_bytes()
    if kind != "decompression bomb":  # a second for each
        assert KINDS[kind](data, Random(1)) == KINDS[kind](data, Random(1))


def test_a_document_whose_digits_mean_others_is_not_trusted() -> None:
    refused = 0
    for number in range(8):
        with pikepdf.open(FILES[0]) as pdf:
            digits_moved(pdf, Random(number))
            written = io.BytesIO()
            pdf.save(written)
        found = read_document(written.getvalue())
        if found.reason.startswith("document.contradicted"):
            assert not found.items
            refused += 1
    assert refused >= 2
