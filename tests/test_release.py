"""What is released: a wheel and a source distribution that work without the repository, and what says which version."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from yusuan.version import __version__

BUILD = "import sys, setuptools.build_meta as backend; getattr(backend, f'build_{sys.argv[1]}')(sys.argv[2])"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
REPOSITORY = PROJECT["urls"]["Repository"]
SAMPLE = min((ROOT / "raw_pdfs").rglob("*.pdf"))
NAMED_IN = ("pyproject.toml", "CITATION.cff", "CHANGELOG.md", "docs/checking.md")
CODE = ("pipeline", "schemas", "yusuan")
BUILT = (".so", ".pyd")
NOT_COPIED = shutil.ignore_patterns("__pycache__", *(f"*{ending}" for ending in BUILT))


def build(kind: str, checkout: Path, into: Path) -> Path:
    before = set(into.iterdir()) if into.exists() else set()
    done = subprocess.run(
        [sys.executable, "-c", BUILD, kind, str(into)], cwd=checkout, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = set(into.iterdir()) - before
    return built


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("checkout")
    for folder in CODE:
        shutil.copytree(ROOT / folder, copy / folder, symlinks=True, ignore=NOT_COPIED)
    for file in ROOT.iterdir():
        if file.is_file() and file.name != ".git":
            shutil.copy(file, copy)
    return copy


@pytest.fixture(scope="module")
def sdist(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", checkout, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that is made from the source distribution, as an index has both."""
    unpacked = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(unpacked, filter="data")
    (folder,) = unpacked.iterdir()
    return build("wheel", folder, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment into which the wheel alone was installed.

    What it depends on is lent by the environment of the tests, though not what is installed there for development. Two
    other distributions have the names of the folders of this repository.
    """
    home = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(programs / "python"), "--disable-pip-version-check", "install"]
    subprocess.run([*pip, "-q", "--no-index", "--no-deps", str(wheel)], check=True)
    (packages,) = home.rglob("site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"))
    for name in ("pipeline", "schemas"):
        (packages / name).mkdir()
        (packages / name / "__init__.py").write_text(f"raise RuntimeError('{name} is another distribution')")
    return programs


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder of somebody who has a folder pipeline/ of their own, and a PDF."""
    for name in ("pipeline", "schemas"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise RuntimeError('this is the folder of a user')")
    shutil.copy(SAMPLE, tmp_path / "2017.pdf")
    return tmp_path


def outside(command: list[str | Path], folder: Path) -> str:
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        command, cwd=folder, env={**kept, "PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_package_is_imported_and_reads_without_the_repository(installed: Path, elsewhere: Path) -> None:
    program = (
        "import yusuan, sys\n"
        "document = yusuan.read('2017.pdf')\n"
        "print(yusuan.__file__, yusuan.__version__)\n"
        "print(document.tables['expenditure_summary'].df['total'].iloc[-1])\n"
        "assert not {'pipeline', 'schemas'} & set(sys.modules)\n"
    )
    said = outside([installed / "python", "-c", program], elsewhere).splitlines()
    assert str(installed.parent) in said[0]
    assert str(ROOT) not in said[0]
    assert said[0].endswith(__version__)
    assert said[1] == "49176950.00"


def test_the_command_works_without_the_repository(installed: Path, elsewhere: Path) -> None:
    assert "11 tables" in outside([installed / "yusuan", "tables", "2017.pdf"], elsewhere)
    outside([installed / "yusuan", "run", "2017.pdf", "--out", "out"], elsewhere)
    outside([installed / "yusuan", "report", "out", "--out", "pages"], elsewhere)
    assert (elsewhere / "pages" / "index.html").exists()
    assert (elsewhere / "out" / "line_items.csv").read_bytes().count(b"\n") == 236


def test_the_wheel_has_every_module_and_nothing_else(wheel: Path, checkout: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    folders = {"pipeline": "yusuan/pipeline", "schemas": "yusuan/schemas", "yusuan": "yusuan"}
    files = {
        f"{folders[folder]}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder in CODE
        for path in (ROOT / folder).glob("*" if folder == "yusuan" else "**/*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix not in BUILT
    }
    assert {name for name in held if not name.endswith(BUILT)} == files
    direct = build("wheel", checkout, checkout / "dist")
    with zipfile.ZipFile(direct) as archive:
        assert {name for name in archive.namelist() if ".dist-info/" not in name} == held


def test_the_source_distribution_has_what_it_is_built_from(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "setup.py", "README.md", "LICENSE", "CHANGELOG.md", "CITATION.cff"} <= names
    assert "pipeline/read/gather.c" in names
    assert not [name for name in names if name.split("/")[0] in ("raw_pdfs", "extracted", "tests", "typeset")]


def test_the_readme_of_the_index_leads_to_the_repository(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        metadata = archive.read(name).decode()
    links = re.findall(r"\]\(([^)\s]+)\)", metadata)
    assert len(links) > 10
    assert [link for link in links if not link.startswith(("https://", "#"))] == []
    assert f"{REPOSITORY}/raw/main/docs/report.png" in links
    for link in links:
        if link.startswith(f"{REPOSITORY}/blob/main/"):
            assert (ROOT / link.removeprefix(f"{REPOSITORY}/blob/main/")).exists(), link
    assert metadata.count("Project-URL: ") == len(PROJECT["urls"])
    assert "Classifier: Typing :: Typed" in metadata


def test_one_version_and_one_owner_are_named_everywhere() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (cited["version"], cited["repository-code"]) == (__version__, REPOSITORY)
    checking = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")
    assert set(re.findall(r"(?:yusuan@|rev: )v([\d.]+\d)", checking)) == {__version__}
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "pyproject.toml", ROOT / "CITATION.cff"]
    named = {
        owner
        for page in pages
        for owner in re.findall(r"github\.com/([\w.-]+)/yusuan", page.read_text(encoding="utf-8"))
    }
    assert named == {REPOSITORY.split("/")[-2]}


@pytest.fixture
def to_release(tmp_path: Path) -> Path:
    """A copy of what a release names."""
    for path in (".ci/release.py", "yusuan/version.py", *NAMED_IN):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    return tmp_path


def release(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(folder / ".ci" / "release.py"), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def contents(folder: Path) -> dict[str, str]:
    return {path: (folder / path).read_text(encoding="utf-8") for path in ("yusuan/version.py", *NAMED_IN)}


def test_owner_and_version_stand_everywhere_as_they_are_declared(to_release: Path) -> None:
    assert release(to_release).returncode == 0
    assert contents(to_release) == contents(ROOT)


def test_a_release_is_named_in_all_places_by_one_command(to_release: Path) -> None:
    owner = REPOSITORY.split("/")[-2]
    before = sum(text.count(f"/{owner}/yusuan") for text in contents(ROOT).values())
    assert release(to_release, "--owner", "some-body").returncode == 0
    assert release(to_release, "--version", "7.8.9").returncode == 0
    files = contents(to_release)
    said = "\n".join(files.values())
    assert owner not in re.findall(r"[\w-]+", said)
    assert not re.search(rf"(?<![\d.]){re.escape(__version__)}(?![\d.])", said.replace(files["CHANGELOG.md"], ""))
    assert said.count("/some-body/yusuan") == before + 1
    assert '__version__ = "7.8.9"' in files["yusuan/version.py"]
    assert "rev: v7.8.9" in files["docs/checking.md"]
    changes = files["CHANGELOG.md"]
    assert re.search(r"^## \[Unreleased\]\n\n## \[7\.8\.9\] - \d{4}-\d\d-\d\d\n\n### ", changes, re.MULTILINE)
    home = "https://github.com/some-body/yusuan"
    assert f"\n[Unreleased]: {home}/compare/v7.8.9...main\n[7.8.9]: {home}/" in changes
    assert release(to_release, "--version", "7.8.9").returncode != 0
    assert release(to_release, "--version", "8.0.0").returncode == 0
    changes = contents(to_release)["CHANGELOG.md"]
    assert changes.count("[Unreleased]: ") == 1
    assert (
        f"\n[Unreleased]: {home}/compare/v8.0.0...main\n[8.0.0]: {home}/compare/v7.8.9...v8.0.0\n[7.8.9]: " in changes
    )


def test_the_container_does_what_the_commands_of_the_readme_do() -> None:
    """It cannot be built in tests, which have no network; its lines are held against what is tried elsewhere."""
    lines = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text(encoding="utf-8")).splitlines()
    said = [line.partition(" ")[::2] for line in lines if line and not line.startswith("#")]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    ran = re.search(r'docker run --rm -v "\$PWD/raw_pdfs:(\S+):ro" -v "\$PWD/extracted:(\S+)" yusuan (\w+)', readme)
    assert ran
    home = [what for how, what in said if how == "WORKDIR"][-1]
    assert ran.groups() == (f"{home}/raw_pdfs", f"{home}/extracted", "run")
    assert {"ENTRYPOINT": '["yusuan"]', "CMD": '["run"]'}.items() <= dict(said).items()
    installed = [what for how, what in said if how == "RUN" and "pip install" in what]
    assert ["-r /opt/requirements.lock" in what for what in installed] == [True, False]
    assert "--require-hashes" in installed[0]
    assert "--no-deps" in installed[1]
    assert (
        "pip install -q -r requirements.lock && .venv/bin/pip install -q --no-deps -e . && .venv/bin/yusuan run"
        in readme
    )
    workflow = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    version = re.findall(r'python-version: "([\d.]+)"', workflow)[0]
    assert {re.split("[:-]| ", what)[1] for how, what in said if how == "FROM"} == {version}


def test_what_the_container_copies_is_there() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [name for line in lines if re.match("COPY (?!--from)", line) for name in line.split()[1:-1]]
    assert {"pyproject.toml", "setup.py", *CODE} <= set(copied)
    assert all((ROOT / name).exists() for name in copied)


def test_the_shell_can_complete(installed: Path, elsewhere: Path) -> None:
    asked = {"_YUSUAN_COMPLETE": "complete_bash", "COMP_WORDS": "yusuan ta", "COMP_CWORD": "1"}
    program = f"import os, sys; os.environ.update({asked}); sys.argv = ['yusuan']; " + (
        "from yusuan.pipeline.cli import main; main()"
    )
    assert outside([installed / "python", "-c", program], elsewhere).split() == ["tables"]
