"""The scans of `benchmarks/scans`: pictures of the pages they are made of, the same each time, with exact truth."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pikepdf
import pypdfium2
import pypdfium2.raw
import pytest

from benchmarks.scans.bad import BAD
from benchmarks.scans.copies.copy import copied
from benchmarks.scans.copies.ways import WAYS
from benchmarks.scans.drawn import draw
from benchmarks.scans.pictures import Packing, packed
from benchmarks.scans.planted import Plant, Row, choose, planted
from benchmarks.scans.profiles import PROFILES
from benchmarks.scans.scan import chance_of, scan
from benchmarks.scans.score import Held, fate, held, score, totals
from benchmarks.scans.sources import sources
from benchmarks.scans.written import filled, written
from tests import small
from tests.conftest import ROOT
from typeset import Page, Text, document
from yusuan.pipeline.dataset.dataset import in_pieces
from yusuan.pipeline.dataset.gather import read_all
from yusuan.pipeline.read.pdf import read
from yusuan.pipeline.write.folder import write_pieces

ROWS = [
    [cell.replace("200.00", "214.75").replace("100.00", "85.25") for cell in row]
    for row in (*small.HEADER, *small.ROWS, small.TOTAL)
]
_COARSE = 12
"""Dots in a row of those places of a picture whose lightness is compared."""
DIGITAL = document(
    [Page(small.captions(), [small.grid(ROWS)], size=(842, 400)), Page([Text(60, 60, "说明")], size=(200, 260))]
)


def rendered(data: bytes, number: int = 0) -> npt.NDArray[np.uint8]:
    with pypdfium2.PdfDocument(data) as pdf:
        return np.array(pdf[number].render(scale=2, grayscale=True).to_numpy())


def likeness(one: npt.NDArray[np.uint8], other: npt.NDArray[np.uint8]) -> float:
    """How far dark and light places of two pictures agree, from 0 to 1."""
    rows, columns = (side // _COARSE for side in one.shape)
    coarse = [
        picture[: rows * _COARSE, : columns * _COARSE].reshape(rows, _COARSE, columns, _COARSE).mean((1, 3))
        for picture in (one, other)
    ]
    return float(np.corrcoef(coarse[0].ravel(), coarse[1].ravel())[0, 1])


def sizes(data: bytes) -> list[tuple[int, int]]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [(round(width), round(height)) for width, height in (page.get_size() for page in pdf)]


def texts(page: pypdfium2.PdfPage) -> list[pypdfium2.PdfObject]:
    return [each for each in page.get_objects() if each.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT]


def pictures(data: bytes) -> list[bool]:
    """Of each page, whether it holds a picture and no letters."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [
            page.get_textpage().count_chars() == 0
            and [each.type for each in page.get_objects()] == [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
            for page in pdf
        ]


@pytest.fixture(scope="module")
def truth(tmp_path_factory: pytest.TempPathFactory) -> Held:
    """What the dataset of the small document says of it."""
    folder = tmp_path_factory.mktemp("truth")
    (folder / "pdf").mkdir()
    (folder / "pdf" / "small.pdf").write_bytes(DIGITAL)
    write_pieces(in_pieces(read_all([folder / "pdf" / "small.pdf"])), folder / "dataset")
    return held(folder / "dataset", folder / "pdf")["small.pdf"]


@pytest.fixture(scope="module")
def plant(truth: Held) -> Plant:
    """An error of the publisher in it."""
    found = choose(DIGITAL, read(DIGITAL).pages, truth.lines, chance_of(DIGITAL, 1, "planted"))
    assert found
    return found


@pytest.mark.parametrize("name", PROFILES)
def test_a_scan_has_the_pages_of_its_document_as_pictures(name: str) -> None:
    made = scan(DIGITAL, PROFILES[name])
    upright = sizes(DIGITAL)
    assert sizes(made) == ([upright[0][::-1], upright[1]] if name == "turned" else upright)
    match name:
        case "mixed":
            assert sorted(pictures(made)) == [False, True]
        case "hidden_layer":
            with pypdfium2.PdfDocument(made) as pdf:
                letters = pdf[0].get_textpage().get_text_bounded()
                modes = {pypdfium2.raw.FPDFTextObj_GetTextRenderMode(each.raw) for each in texts(pdf[0])}
            assert "行政运行" in letters
            assert modes == {pypdfium2.raw.FPDF_TEXTRENDERMODE_INVISIBLE}
        case _:
            assert pictures(made) == [True, True]


@pytest.mark.parametrize("name", PROFILES)
def test_the_same_seed_makes_the_same_bytes(name: str) -> None:
    made = scan(DIGITAL, PROFILES[name])
    assert made == scan(DIGITAL, PROFILES[name])
    if name != "clean":  # in which nothing is left to chance
        assert made != scan(DIGITAL, PROFILES[name], 2)


def test_a_clean_scan_shows_what_the_page_shows() -> None:
    assert likeness(rendered(scan(DIGITAL, PROFILES["clean"])), rendered(DIGITAL)) > 0.95
    assert likeness(np.rot90(rendered(scan(DIGITAL, PROFILES["turned"]))), rendered(DIGITAL)) > 0.6
    assert likeness(np.rot90(rendered(scan(DIGITAL, PROFILES["turned"])), -1), rendered(DIGITAL)) < 0.3


@pytest.mark.parametrize("packing", ["flate", "jpeg", "jpx", "g4", "jbig2", "bits"])
def test_each_packing_shows_the_same_picture(packing: Packing) -> None:
    picture = np.full((120, 200), 255, np.uint8)
    picture[20:50, 30:90] = 0
    picture[80, :] = picture[:, 150] = 0
    with pypdfium2.PdfDocument(written([filled(packed(picture, packing, 60), (200, 120))])) as pdf:
        shown = np.array(pdf[0].render(grayscale=True).to_numpy())
    assert np.abs(shown.astype(int) - picture).mean() < 0.5
    if packing not in ("jpeg", "jpx"):
        assert (shown == picture).all()


def test_the_truth_holds_the_amounts_and_is_exact_where_all_is_read(truth: Held) -> None:
    assert sorted({row["printed"] for row in truth.lines}) == ["214.75", "300.00", "85.25"]
    found = score("small.pdf", truth, truth)
    assert (found.amounts, found.exact, found.misses) == (len(truth.lines), len(truth.lines), [])


def test_what_is_lost_or_wrong_is_counted_as_that(truth: Held) -> None:
    first, second, third, *rest = truth.lines
    coded, another, *rest = rest
    read_lines = [{**first, "amount": "1.00"}, {**second, "item": "别的"}, {**coded, "code": ""}, *rest, {**rest[0]}]
    read_lines.append({**another, "code": "999"})
    misses = score("small.pdf", truth, Held("accepted", truth.whose, read_lines, [])).misses
    assert [(miss.kind, miss.truth, miss.named) for _, miss in misses] == [
        ("words", second, True),
        ("words", coded, True),
        ("wrong", first, True),
        ("wrong", None, True),
        ("wrong", None, True),
        ("lost", third, False),
        ("lost", another, False),
    ]


def test_a_finding_of_the_scan_alone_names_what_is_lost_on_its_page(truth: Held) -> None:
    finding = dict.fromkeys(("table", "row", "measure", "printed"), "") | {"rule": "page.no_text", "page": "1"}

    def silent(before: list[Row], after: list[Row]) -> int:
        whole = Held("accepted", truth.whose, truth.lines, before)
        found = totals({"small.pdf": score("small.pdf", whole, Held("accepted", truth.whose, [], after))})
        return found.count("lost", lambda miss: not miss.named)

    everything = len(truth.lines)
    assert silent([], []) == everything
    assert silent([], [finding]) == 0
    assert silent([finding], [finding]) == everything
    assert silent([], [{**finding, "page": "2"}]) == everything
    assert silent([], [{**finding, "table": "another"}]) == everything
    assert silent([], [{**finding, "rule": "page.hidden"}]) == everything
    aside = [row for row in truth.lines if row["amount"] == "85.25"]
    found = score("small.pdf", truth, Held("accepted", truth.whose, [], [], aside[:1]))
    assert sum(miss.named for _, miss in found.misses) == len(aside)


def test_a_planted_digit_is_that_of_another_figure_and_all_else_stays(plant: Plant) -> None:
    page = read(DIGITAL).pages[plant.page]
    with pypdfium2.PdfDocument(DIGITAL) as pdf:
        before = draw(pdf, page, 200)
    after = planted(before, plant)
    rows, columns = np.nonzero(before.picture != after.picture)
    box = plant.digit
    scale = 200 / 72
    assert len(rows)
    assert box.top * scale - 1 <= rows.min() <= rows.max() <= box.bottom * scale + 1
    assert box.x0 * scale - 1 <= columns.min() <= columns.max() <= box.x1 * scale + 1
    differing = [(one, two) for one, two in zip(plant.row["printed"], plant.printed, strict=True) if one != two]
    assert differing == [(plant.digit.text, plant.other.text)]
    assert plant.published["amount"] == plant.printed.replace(",", "")  # the table is in yuan


def test_a_planted_error_has_one_fate(truth: Held, plant: Plant) -> None:
    others = [row for row in truth.lines if row is not plant.row]

    def became(*rows: Row, findings: tuple[Row, ...] = ()) -> str:
        return fate(plant, truth, Held("accepted", truth.whose, [*others, *rows], list(findings)))

    finding = dict.fromkeys(("row", "measure", "printed"), "") | {
        "rule": "grand_total",
        "page": plant.row["page"],
        "table": plant.row["table"],
    }
    assert became({**plant.published, "status": "contradicted"}) == "published"
    assert became({**plant.published, "status": "unproved"}, findings=(finding,)) == "published"
    assert became({**plant.published, "status": "unproved"}) == "unnoticed"
    assert became({**plant.published, "status": "proved"}) == "proved"
    assert became(plant.row) == "smoothed over"
    assert became(findings=(finding,)) == "lost"
    assert became() == "lost in silence"


def test_a_planted_scan_differs_from_the_other_on_its_page_alone(plant: Plant) -> None:
    profile = PROFILES["clean"]
    made, falsified = scan(DIGITAL, profile), scan(DIGITAL, profile, plant=plant)
    assert (rendered(made, plant.page) != rendered(falsified, plant.page)).any()
    assert (rendered(made, 1 - plant.page) == rendered(falsified, 1 - plant.page)).all()


@pytest.mark.parametrize("name", BAD)
def test_bad_scans_are_whole_files_and_the_same_each_time(name: str) -> None:
    made = BAD[name].make(DIGITAL, 1)
    assert made == BAD[name].make(DIGITAL, 1)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.pages) in (2, 3)
        assert pdf.get_warnings() == []
    assert len(made) < 4_000_000


@pytest.mark.parametrize("name", ["pieces", "layers", "on its side", "over text", "numbered", "jbig2", "jpeg 2000"])
def test_bad_scans_of_a_page_show_that_page(name: str) -> None:
    shown = rendered(BAD[name].make(DIGITAL, 1))
    assert likeness(shown, rendered(DIGITAL)) > 0.9


def test_documents_are_those_with_proved_amounts_and_their_first_page_is_among_theirs() -> None:
    found = list(sources(ROOT / "raw_pdfs", 2, 3))
    assert len({source.name.parent for source in found}) == 2
    for source in found:
        assert source.pages[0] == 0
        assert len(source.pages) == 3
        assert len(read(source.digital).pages) == 3
        assert source.name == Path(source.path).relative_to(ROOT / "raw_pdfs")
    assert [source.name for source in sources(ROOT / "raw_pdfs", 2, 3)] == [source.name for source in found]


def test_the_same_seed_takes_the_same_documents_however_the_folder_is_spelled() -> None:
    spelled = ROOT / "raw_pdfs", ROOT / "tests" / ".." / "raw_pdfs"
    for seed in (1, 2, 3):
        first, second = ([source.name for source in sources(folder, 2, 3, seed)] for folder in spelled)
        assert first == second


@pytest.mark.parametrize("name", WAYS)
def test_copies_show_their_pages_and_are_the_same_each_time(name: str) -> None:
    made = copied(DIGITAL, WAYS[name], pages=[0])
    assert made == copied(DIGITAL, WAYS[name], pages=[0])
    turned = WAYS[name].turns[0] in (90, 270)
    assert sizes(made) == [(400, 842) if turned else (842, 400)]
    seen = np.rot90(rendered(made), WAYS[name].turns[0] // 90).reshape(-1, 1684)
    assert likeness(np.ascontiguousarray(seen), rendered(DIGITAL).reshape(-1, 1684)) > 0.3
